/** What a file of questions is written in. */
export type QuestionFormat = 'markdown' | 'html' | 'csv' | 'json' | 'opml' | 'anki'

const byExtension: Readonly<Record<string, QuestionFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  json: 'json',
  opml: 'opml',
}

/** Names whose content decides. */
const undecided = /\.(?:txt|text|xml)$|^[^.]+$/i

/** The format of a file by its name, and where that says nothing by how it begins; undefined for none that is known. */
export function detectFormat(name: string, text: string): QuestionFormat | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = byExtension[extension]
  if (named !== undefined) return named
  if (!undecided.test(name)) return undefined
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^#(?:separator|html|deck|notetype|tags|columns|guid column|if matches)\b[^\n]*:/i.test(start))
    return 'anki'
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html)\b/i.test(start)) return 'html'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<opml\b/i.test(start)) return 'opml'
  if (/\.xml$/i.test(name)) return undefined
  if (isTabbed(text)) return 'anki'
  return /^[[{]\s*["{[]/.test(start) && isJson(text) ? 'json' : 'markdown'
}

/** Whether every line has the same number of tabs between words: cards, as Anki wrote them before it said so. */
function isTabbed(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '')
  const count = lines[0]?.split('\t').length ?? 1
  return (
    lines.length > 1 &&
    count > 1 &&
    lines.every(line => /^\S/.test(line) && line.split('\t').length === count)
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
