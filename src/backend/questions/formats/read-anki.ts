import type { ImportedQuestionList } from '../../../shared/domain/import/imported-question-list'
import { htmlToMarkdown } from './html-to-markdown'
import { listOfRows, titleOfFile, type QuestionRow } from './list-of-rows'
import { parseTable, type Row } from './read-csv'

const separators: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
  colon: ':',
}

/** What the directives at the head of the file say (docs.ankiweb.net, "Text Files"). Columns count from 1. */
interface Directives {
  readonly separator: string
  readonly isHtml: boolean
  readonly deck: string | undefined
  readonly columns: ReadonlyMap<string, number>
  /** Characters of the head. */
  readonly length: number
  readonly lines: number
}

/**
 * Anki's text format: notes one a row, the first field that is no deck, tag or guid being the question and the second the answer.
 * Decks are sections. Fields of HTML become Markdown; of a cloze the question has the gaps and the answer the words.
 *
 * @throws CsvError, RangeError as `readCsv` and `htmlToMarkdown`.
 */
export function readAnki(text: string, name: string): ImportedQuestionList {
  const directives = readDirectives(text)
  const special = new Set([...directives.columns.values()].map(column => column - 1))
  const rows = parseTable(text.slice(directives.length), directives.separator)
  const questions = rows.map((row): QuestionRow => {
    const fields = row.cells
      .filter((_, index) => !special.has(index))
      .map(field => fieldOf(field, directives))
    const [front = '', back = ''] = fields
    const isCloze = /\{\{c\d+::/.test(front)
    return {
      id: columnOf(row, directives, 'guid'),
      section: (columnOf(row, directives, 'deck') ?? directives.deck)?.replace(/::/g, ' › '),
      question: isCloze ? front.replace(cloze, (_all, _words, hint?: string) => `[${hint ?? '…'}]`) : front,
      answer: isCloze
        ? [front.replace(cloze, '**$1**'), back].filter(part => part !== '').join('\n\n')
        : back,
      line: row.line + directives.lines,
    }
  })
  const hasMedia = /<img\b|\[sound:/i.test(text)
  return listOfRows(questions, {
    title: directives.deck?.replace(/^.*::/, '') ?? titleOfFile(name),
    warnings: hasMedia
      ? [
          {
            line: 1,
            message: 'Images and sounds are not imported: Anki keeps them apart',
            code: 'anki-media',
            values: {},
          },
        ]
      : [],
  })
}

const cloze = /\{\{c\d+::([^{}]*?)(?:::([^{}]*))?\}\}/g

function readDirectives(text: string): Directives {
  const columns = new Map<string, number>()
  const values = new Map<string, string>()
  let length = text.startsWith('\uFEFF') ? 1 : 0
  let lines = 0
  for (const match of text.slice(length).matchAll(/#([a-z ]+):([^\r\n]*)(?:\r\n?|\n|$)/giy)) {
    const [whole, key = '', value = ''] = match
    const column = /^(.+) column$/i.exec(key)?.[1]
    if (column === undefined) values.set(key.toLowerCase(), value)
    else columns.set(column.toLowerCase(), Number(value))
    length += whole.length
    lines += 1
  }
  const separator = values.get('separator') ?? '\t'
  return {
    separator: separators[separator.trim().toLowerCase()] ?? (separator.trim() || '\t'),
    isHtml: values.get('html')?.trim().toLowerCase() === 'true',
    deck: values.get('deck')?.trim(),
    columns,
    length,
    lines,
  }
}

function columnOf({ cells }: Row, { columns }: Directives, name: string): string | undefined {
  const column = columns.get(name)
  return column === undefined ? undefined : cells[column - 1]?.trim()
}

function fieldOf(field: string, { isHtml }: Directives): string {
  const text = isHtml && /[<&]/.test(field) ? htmlToMarkdown(field).markdown.trim() : field
  return text
    .replace(/\\{1,2}\(([^]*?)\\{1,2}\)/g, (_all, formula: string) => `$${unescaped(formula).trim()}$`)
    .replace(
      /\\{1,2}\[([^]*?)\\{1,2}\]/g,
      (_all, formula: string) => `\n\n$$\n${unescaped(formula).trim()}\n$$\n\n`,
    )
    .replace(/\[sound:[^\]]*\]/g, '')
}

/** A formula without the backslashes that Markdown needed. */
function unescaped(formula: string): string {
  return formula.replace(/\\([_*[\]<>~`])/g, '$1').replace(/\\\\(?=[A-Za-z])/g, '\\')
}
