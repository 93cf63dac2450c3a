import type { ListBuilder } from './list-builder'
import { type Block, linesOf } from './outline'
import type { SourceLine } from './source-line'

/** Collects the rows of a table that has a column of questions, and perhaps one of answers or hints. */
export function collectTable(table: Block, builder: ListBuilder): void {
  const [head, , ...rows] = table.lines
  const names = cellsOf(head?.text ?? '')
  const columns = {
    question: findColumn(names, /question|问题|题目|面试题|prompt|front|^q$/i),
    answer: findColumn(names, /answer|solution|答案|回答|解答|解析|back|^a$/i),
    hint: findColumn(names, /^hint|提示/i),
  }
  for (const row of rows) collectRow(row, names, columns, builder)
  builder.current = undefined
}

interface Columns {
  readonly question: number
  readonly answer: number
  readonly hint: number
}

function collectRow(row: SourceLine, names: readonly string[], columns: Columns, builder: ListBuilder): void {
  const cells = cellsOf(row.text)
  const question = cells[columns.question] ?? ''
  const block: Block = { kind: 'table', lines: [row], hasGap: false }
  if (question === '') {
    if (cells.some(cell => cell !== '')) builder.leaveOut('tables', block)
    return
  }
  const draft = builder.addQuestion(question, linesOf(block).from)
  const hint = cells[columns.hint] ?? ''
  if (hint !== '') draft.hint = hint
  const others = cells.flatMap((cell, index) => {
    const isOther = index !== columns.question && index !== columns.answer && index !== columns.hint
    return isOther && cell !== '' && !/^\W*\d*\W*$/.test(cell) ? [`${names[index] ?? ''}: ${cell}`] : []
  })
  const answer = (cells[columns.answer] ?? '').replace(/<br\s*\/?>/gi, '\n')
  draft.answer.push(...asBlocks(answer, row), ...asBlocks(others.join('\n\n'), row))
}

function asBlocks(text: string, row: SourceLine): Block[] {
  if (text.trim() === '') return []
  return [
    { kind: 'text', lines: text.split('\n').map(line => ({ ...row, text: line.trim() })), hasGap: true },
  ]
}

function findColumn(names: readonly string[], pattern: RegExp): number {
  return names.findIndex(name => pattern.test(name))
}

/** The cells of a row; `\|` is no border. */
function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell =>
      cell
        .trim()
        .replace(/^\*\*(.*)\*\*$/, '$1')
        .replaceAll('\\|', '|'),
    )
}
