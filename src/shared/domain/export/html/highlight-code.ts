import type { ElementContent } from 'hast'
import { common, createLowlight } from 'lowlight'

/** Beyond it code stays without colours: it would take longer than the rest of the export. */
const longestHighlighted = 20_000

const lowlight = createLowlight(common)

/** Code whose words have the classes of highlight.js; of an unknown language it is text. */
export function highlightCode(text: string, language: string): ElementContent[] {
  const name = language.toLowerCase()
  if (text.length > longestHighlighted || !lowlight.registered(name)) return [{ type: 'text', value: text }]
  return lowlight.highlight(name, text).children as ElementContent[]
}
