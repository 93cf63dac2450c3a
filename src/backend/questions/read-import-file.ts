import { AppError } from '../../shared/contract/app-error'
import { importQuestionList } from '../../shared/domain/import/import-question-list'
import type { ImportedQuestionList } from '../../shared/domain/import/imported-question-list'
import { decodeText } from '../files/text-file'

/** A file to import. */
export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Larger files are refused: no list of questions is that long, and the window would wait for it. */
export const largestImportBytes = 20 * 1024 * 1024
const supported = /\.(?:md|markdown|mdown|txt|text)$|^[^.]+$/i

/**
 * The questions of a file.
 *
 * @throws AppError `import/unsupported-format`, `import/too-large`, `import/not-text`, `import/empty`, `import/no-questions`.
 */
export function readImportFile(file: ImportFile): ImportedQuestionList {
  const list = importQuestionList(readImportText(file), { fileName: file.name })
  if (list.sections.every(section => section.questions.length === 0)) {
    throw new AppError('import/no-questions', { name: file.name })
  }
  return list
}

function readImportText({ name, bytes }: ImportFile): string {
  if (!supported.test(name)) throw new AppError('import/unsupported-format', { name })
  if (bytes.byteLength > largestImportBytes) {
    throw new AppError('import/too-large', { name, size: bytes.byteLength, limit: largestImportBytes })
  }
  const text = decodeText(bytes)
  if (text === undefined) throw new AppError('import/not-text', { name })
  if (text.trim() === '') throw new AppError('import/empty', { name })
  return text
}
