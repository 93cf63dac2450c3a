import { parse } from 'csv-parse/sync'
import type { ImportedQuestionList } from '../../../shared/domain/import/imported-question-list'
import { listOfRows, titleOfFile, type QuestionRow } from './list-of-rows'

/** Longer rows are data, no questions. */
const longestRow = 1_000_000
const delimiters = ['\t', ',', ';', '|'] as const

type Column = 'id' | 'section' | 'question' | 'hint' | 'body' | 'answer'

/**
 * Names of columns, in lower case, letters and spaces only; the first name that a table has counts, else what `telling` says of it.
 */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'guid', 'uid', 'key'],
  section: [
    'section',
    'chapter',
    'topic',
    'category',
    'deck',
    'group',
    'subject',
    'kapitel',
    'thema',
    'chapitre',
    'thème',
    'capítulo',
    'tema',
    '章节',
    '分类',
    '主题',
  ],
  question: [
    'question',
    'questions',
    'q',
    'front',
    'prompt',
    'term',
    'question text',
    'frage',
    'pregunta',
    'pergunta',
    'domanda',
    'вопрос',
    '问题',
    '题目',
    '面试题',
    '正面',
  ],
  hint: ['hint', 'hints', '提示'],
  body: ['details', 'body', 'description', 'context', '说明'],
  answer: [
    'answer markdown',
    'answer as markdown',
    'answer',
    'answers',
    'a',
    'back',
    'response',
    'definition',
    'answer text',
    'explanation',
    'antwort',
    'réponse',
    'respuesta',
    'resposta',
    'risposta',
    'ответ',
    '答案',
    '回答',
    '参考答案',
    '背面',
  ],
}

/**
 * A table of comma-, semicolon-, bar- or tab-separated values (RFC 4180). A first row that names a column of questions says
 * which column is what; without one the first column has the questions and the second the answers.
 *
 * @throws CsvError for quotes that are not closed and rows that are too long.
 */
export function readCsv(text: string, name: string): ImportedQuestionList {
  const delimiter = /\.(?:tsv|tab)$/i.test(name) ? '\t' : delimiterOf(text)
  return listOfTable(parseTable(text, delimiter), name)
}

/** The rows of a table with the line that each begins on. */
export function parseTable(text: string, delimiter: string): Row[] {
  const records = parse(text, {
    bom: true,
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as unknown as { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  return records.map(({ record, info }, index) => ({
    cells: record,
    line: index === 0 ? 1 : (records[index - 1]?.info.lines ?? info.lines) + 1,
  }))
}

export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

function listOfTable(rows: readonly Row[], name: string): ImportedQuestionList {
  const [first] = rows
  const columns = first === undefined ? undefined : columnsOf(first.cells)
  const used = new Set(Object.values(columns ?? {}))
  const left =
    columns === undefined
      ? []
      : (first?.cells.filter((cell, at) => cell.trim() !== '' && !used.has(at)) ?? [])
  const places = columns ?? { question: 0, answer: 1 }
  const body = columns === undefined ? rows : rows.slice(1)
  const cell = ({ cells }: Row, column: Column): string | undefined => {
    const at = places[column]
    return at === undefined ? undefined : withoutGuard(cells[at] ?? '')
  }
  const questions = body.map((row): QuestionRow => ({
    id: cell(row, 'id')?.trim(),
    section: cell(row, 'section'),
    question: cell(row, 'question') ?? '',
    hint: cell(row, 'hint'),
    body: cell(row, 'body'),
    answer: cell(row, 'answer'),
    line: row.line,
  }))
  const names = left.join(', ')
  const warning = {
    line: 1,
    message: `Columns left out: ${names}`,
    code: 'columns',
    values: { columns: names },
  } as const
  const warnings = left.length === 0 ? [] : [warning]
  return listOfRows(questions, { title: titleOfFile(name), warnings })
}

/** Where the columns are, if this is a header. */
function columnsOf(header: readonly string[]): Partial<Record<Column, number>> | undefined {
  const names = header.map(cell =>
    cell
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  )
  const places: Partial<Record<Column, number>> = {}
  for (const [column, candidates] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    const at = candidates.map(candidate => names.indexOf(candidate)).find(index => index >= 0)
    if (at !== undefined) places[column] = at
  }
  const isHeader = header.every(
    (cell, at) => !/[?？.。!！]\s*$/.test(cell) && (names[at] ?? '').split(' ').length <= mostWords,
  )
  for (const [column, words] of isHeader ? telling : []) {
    const at = names.findIndex(name => name.split(' ').some(word => words.includes(word)))
    if (places[column] === undefined && at >= 0) places[column] = at
  }
  return places.question === undefined ? undefined : places
}

/** Words that tell what a column has, whatever stands beside them. */
const telling: readonly (readonly [Column, readonly string[]])[] = [
  ['question', ['question', 'questions']],
  ['answer', ['answer', 'answers']],
]
/** More words are no name of a column. */
const mostWords = 3

/** The sign that stands most often in the first line outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^\uFEFF?[^\r\n]*/.exec(text.slice(0, 20_000))?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = delimiters.map(sign => ({ sign, count: line.split(sign).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best), { sign: ',', count: 0 }).sign
}

/** A cell without the quote that keeps spreadsheets from taking it for a formula. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}
