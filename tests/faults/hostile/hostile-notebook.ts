import { Buffer } from 'node:buffer'
import { samplePng } from '../../support/sample-images'
import type { Payload } from './payloads'

const longestNameBytes = 180

/** A word that stands in every hostile note, to search for. */
export const marker = 'zebracrossing'

/** Paths and contents of a notebook that is made of payloads: notes, their names, titles, tags, a list, a log, attachments. */
export function hostileNotebook(
  payloads: readonly Payload[],
  origin: string,
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'questions/hostile.md': questionList(payloads),
    'study/other.jsonl': payloads.map(studyLines).join(''),
    'attachments/script.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1;new Image().src='${origin}/svg'</script><image href="${origin}/svg.png"/></svg>`,
    'attachments/page.png': '<!doctype html><script>window.ran=1</script>',
    'attachments/x.html': '<!doctype html><script>window.ran=1</script>',
    'notes/images.md':
      '![](../attachments/script.svg)\n\n![](../attachments/page.png)\n\n![](../attachments/linked.png)\n',
  }
  for (const [index, payload] of payloads.entries()) {
    files[notePath(payload, index)] = note(payload, index)
    const name = fileName(payload.text)
    files[`attachments/${String(index)}${name}.png`] = samplePng(index)
  }
  return files
}

/** Names are made of the payload where a file can be called so. */
export function notePath({ text }: Payload, index: number): string {
  return `notes/${String(index).padStart(3, '0')}${fileName(text)}.md`
}

export function questionIdOf(index: number): string {
  return `h-${index}`
}

function fileName(text: string): string {
  const name = text
    .replaceAll('\0', '')
    .replaceAll('/', '∕')
    .replaceAll(/[\n\r]/g, ' ')
  return Buffer.from(name)
    .subarray(0, longestNameBytes)
    .toString('utf8')
    .replace(/\uFFFD$/, '')
    .trim()
}

/** Every other note has the payload raw in its front matter, where it may break it. */
function note({ text }: Payload, index: number): string {
  const quoted = JSON.stringify(text)
  const front =
    index % 2 === 0 ? `title: ${quoted}\ntags: [${quoted}]\n` : `title: ${text}\ntags: [${text}]\n`
  return `---\n${front}other: ${quoted}\n---\n${marker} before\n\n${text}\n\n${marker} after ${text}\n`
}

function questionList(payloads: readonly Payload[]): string {
  const items = payloads.map(({ text }, index) => {
    const line = text.replaceAll(/\s*[\n\r]\s*/g, ' ')
    return `## ${line}\n\n${index + 1}. ${line} ^${questionIdOf(index)}\n   > Hint: ${line}\n`
  })
  return `---\ntitle: ${JSON.stringify(payloads[0]?.text ?? '')}\nid: hostile\n---\n\n${items.join('\n')}`
}

function studyLines({ text }: Payload, index: number): string {
  const event = { id: text, at: index, type: 'status', question: questionIdOf(index), status: text }
  return `${text}\n${JSON.stringify(event)}\n${JSON.stringify({ ...event, id: `e${index}`, __proto__: { ran: 1 } })}\n`
}
