/** What spreadsheets need to read the file as UTF-8; it comes first. */
export const csvMark = '\uFEFF'

/** What spreadsheets take the beginning of a formula for, also in their full-width forms. */
const formulaStart = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A row as RFC 4180 has it. A cell that a spreadsheet could take for a formula gets an apostrophe before it, and so does one that
 * begins with apostrophes before such a sign: whoever reads the file takes one away where `'` comes before `=`, `+`, `-` or `@`.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
