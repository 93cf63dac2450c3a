import { CsvError } from 'csv-parse/sync'
import { XmlError } from '@rgrove/parse-xml'
import { AppError } from '../../shared/contract/app-error'
import { importQuestionList } from '../../shared/domain/import/import-question-list'
import type { ImportedQuestionList } from '../../shared/domain/import/imported-question-list'
import { decodeText } from '../files/text-file'
import { detectFormat, type QuestionFormat } from './formats/detect-format'
import { htmlToMarkdown } from './formats/html-to-markdown'
import { readAnki } from './formats/read-anki'
import { readCsv } from './formats/read-csv'
import { readJson } from './formats/read-json'
import { readOpml } from './formats/read-opml'

/** A file to import. */
export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Larger files are refused: no list of questions is that long, and the window would wait for it. */
export const largestImportBytes = 20 * 1024 * 1024
/** A line of HTML or XML that is longer is data. */
const longestMarkupLine = 2_000_000

/**
 * The questions of a file of Markdown, plain text, HTML, CSV, TSV, JSON, OPML or Anki's text.
 *
 * @throws AppError `import/unsupported-format`, `import/too-large`, `import/not-text`, `import/empty`, `import/bad-format`,
 * `import/no-questions`.
 */
export function readImportFile(file: ImportFile): ImportedQuestionList {
  const text = readImportText(file)
  const format = detectFormat(file.name, text)
  if (format === undefined) throw new AppError('import/unsupported-format', { name: file.name })
  const list = readFormat(format, text, file.name)
  if (list.sections.every(section => section.questions.length === 0)) {
    throw new AppError('import/no-questions', { name: file.name })
  }
  return list
}

function readFormat(format: QuestionFormat, text: string, name: string): ImportedQuestionList {
  try {
    switch (format) {
      case 'markdown':
        return importQuestionList(text, { fileName: name })
      case 'html':
        return readHtml(text, name)
      case 'csv':
        return readCsv(text, name)
      case 'anki':
        return readAnki(text, name)
      case 'json':
        return readJson(text, name)
      case 'opml':
        assertLines(text)
        return readOpml(text, name)
    }
  } catch (error) {
    throw isDamage(error)
      ? new AppError('import/bad-format', { name, detail: detailOf(error) }, error)
      : error
  }
}

function readHtml(text: string, name: string): ImportedQuestionList {
  assertLines(text)
  const { markdown, title } = htmlToMarkdown(text)
  const list = importQuestionList(markdown, { fileName: name })
  return title === undefined || /^# /m.test(markdown) ? list : { ...list, title }
}

function assertLines(text: string): void {
  const isTooLong = text.split('\n').some(line => line.length > longestMarkupLine)
  if (isTooLong) throw new RangeError('a line that is too long')
}

/** What the parsers throw for bad input; a stack that is used up is nesting that is too deep. */
function isDamage(error: unknown): error is Error {
  return (
    error instanceof CsvError ||
    error instanceof XmlError ||
    error instanceof SyntaxError ||
    error instanceof RangeError
  )
}

function detailOf({ message }: Error): string {
  return message.split('\n')[0]?.slice(0, 120) ?? ''
}

function readImportText({ name, bytes }: ImportFile): string {
  if (bytes.byteLength > largestImportBytes) {
    throw new AppError('import/too-large', { name, size: bytes.byteLength, limit: largestImportBytes })
  }
  const text = decodeUtf16(bytes) ?? decodeText(bytes)
  if (text === undefined) throw new AppError('import/not-text', { name })
  if (text.trim() === '') throw new AppError('import/empty', { name })
  return text
}

/** Spreadsheets write "Unicode text" as UTF-16 with a byte order mark. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  if (encoding === undefined) return undefined
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
