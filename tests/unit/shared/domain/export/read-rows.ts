/** Reads rows of fields as RFC 4180 has them, character by character. @throws Error for what it doesn't allow. */
export function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator)
    row.push(field)
    at = end
    if (text[at] === separator) {
      at += 1
      continue
    }
    const lineBreak = /^\r?\n/.exec(text.slice(at, at + 2))?.[0]
    if (lineBreak === undefined && at < text.length) throw new Error(`no separator at ${at}`)
    at += lineBreak?.length ?? 0
    rows.push(row)
    row = []
  }
  return rows
}

function quotedField(text: string, start: number): [string, number] {
  let field = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text.charAt(at)
    else if (text[at + 1] === '"') {
      field += '"'
      at += 1
    } else return [field, at + 1]
  }
  throw new Error(`no end of the field at ${start}`)
}

function plainField(text: string, start: number, separator: string): [string, number] {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') {
    if (text[end] === '"') throw new Error(`a quote within the field at ${start}`)
    end += 1
  }
  return [text.slice(start, end), end]
}
