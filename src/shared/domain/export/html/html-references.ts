/**
 * Reads a page as it streams in, and keeps what can be linked to and what is referred to. The page is one of ours: it has `<`
 * only before tags, and quotes around attributes.
 */
export class HtmlReferences {
  readonly ids = new Set<string>()
  /** Destinations of links and images as they are written, but no addresses and no `data:`. */
  readonly targets = new Set<string>()
  #rest = ''

  /** The next stretch of the page; it may begin and end anywhere. */
  add(html: string): void {
    const text = this.#rest + html
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) {
        this.#rest = ''
        return
      }
      const end = tagEnd(text, start)
      if (end === undefined) {
        this.#rest = text.slice(start)
        return
      }
      if (/[a-z]/i.test(text.charAt(start + 1))) this.#addTag(text.slice(start, end))
      at = end
    }
  }

  #addTag(tag: string): void {
    for (const [, name, value = ''] of tag.matchAll(/\s([^\s="]+)(?:="([^"]*)")?/g)) {
      if (name !== 'id' && name !== 'href' && name !== 'src') continue
      const decoded = value.replace(/&#(x?)([0-9a-f]+);|&amp;/gi, decodeReference)
      if (name === 'id') this.ids.add(decoded)
      else if (!/^[a-z][a-z0-9+.-]*:/i.test(decoded)) this.targets.add(decoded)
    }
  }
}

/** The place behind a tag; undefined while its end isn't there yet. */
function tagEnd(text: string, start: number): number | undefined {
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '>') return index + 1
    if (character !== '"') continue
    index = text.indexOf('"', index + 1)
    if (index < 0) return undefined
  }
  return undefined
}

function decodeReference(reference: string, hex: string, digits: string | undefined): string {
  if (digits === undefined) return '&'
  return String.fromCodePoint(Number.parseInt(digits, hex === '' ? 10 : 16))
}
