import { readImport } from '../../../../../src/shared/domain/import/import-question-list'

/**
 * The words of a source that are neither in the imported list nor on a line that is reported as left out:
 * whatever it returns was dropped in silence. Labels that an import reads as such are not counted.
 */
export function unaccountedWords(source: string, fileName: string): string[] {
  const { list, leftOut } = readImport(source, fileName)
  const covered = new Set(
    leftOut.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  )
  const kept = source.split(/\r\n?|\n/).filter((_, index) => !covered.has(index + 1))
  const available = new Map<string, number>()
  for (const word of wordsOf(textsOf(list).join('\n'))) available.set(word, (available.get(word) ?? 0) + 1)
  return wordsOf(kept.join('\n')).filter(word => {
    const count = available.get(word) ?? 0
    available.set(word, count - 1)
    return count < 1 && !labels.has(word)
  })
}

type ImportedList = ReturnType<typeof readImport>['list']

function textsOf({ title, id, language, source, sections }: ImportedList): string[] {
  const questions = sections.flatMap(section =>
    section.questions.flatMap(question => [
      question.text,
      question.id,
      question.hint,
      question.body,
      question.answer,
    ]),
  )
  const titles = [...new Set(sections.map(section => section.title))]
  return [title, id, language, source, ...titles, ...questions].map(text => text ?? '')
}

/** Runs of letters, and single Chinese characters; not what tags and block ids consist of. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/<\/?[a-z][^<>]*>/gi, ' ').replace(/andback_pressure/g, 'and back_pressure')
  return plain.toLowerCase().match(/\p{Script=Han}|[\p{L}--\p{Script=Han}]{2,}/gv) ?? []
}

const labels = new Set([
  ...[
    'title',
    'id',
    'language',
    'source',
    'chapter',
    'part',
    'ii',
    'question',
    'answer',
    'hint',
    'show',
    'no',
  ],
  ...'第章问答提示一二三四五六七八九十',
])
