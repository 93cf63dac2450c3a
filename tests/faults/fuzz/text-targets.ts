import { resolve } from 'node:path'
import fc from 'fast-check'
import { loadMarkdown } from '../../../src/renderer/editor/markdown/load-markdown'
import { externalUrl } from '../../../src/shared/domain/external-url'
import { compileFinder, FindTooSlowError } from '../../../src/shared/domain/find/compile-finder'
import { splitFrontMatter } from '../../../src/shared/domain/split-front-matter'
import { addToFrontMatterList, removeFromFrontMatterList } from '../../../src/shared/domain/front-matter-list'
import { imageTypeOf, imageTypeOfName } from '../../../src/shared/domain/image-type'
import { formatQuestionList } from '../../../src/shared/domain/import/format-question-list'
import { importQuestionList } from '../../../src/shared/domain/import/import-question-list'
import { readDeepLink } from '../../../src/shared/domain/launch-target'
import { plainText } from '../../../src/shared/domain/markdown/plain-text'
import { scanMarkdown } from '../../../src/shared/domain/markdown/scan-markdown'
import { findMention } from '../../../src/shared/domain/mentions'
import { readNote } from '../../../src/shared/domain/note'
import { parseQuestionList } from '../../../src/shared/domain/parse-question-list'
import { linkPlaces } from '../../../src/shared/domain/rename/link-places'
import { retitleNote } from '../../../src/shared/domain/rename/retitle-note'
import { parseSearchQuery } from '../../../src/shared/domain/search-query/parse-search-query'
import { storeQuestionIds } from '../../../src/shared/domain/store-question-ids'
import { parseWikiLink } from '../../../src/shared/domain/wiki-link'
import { samplePng } from '../../support/sample-images'
import { schema } from '../../unit/renderer/editor/editor-schema'
import { mutatedNotes } from '../../unit/renderer/editor/mutated-notes'
import { mutatedBytes } from './mutated-bytes'
import { isSubsequence, target, type FuzzTarget } from './fuzz-target'

const notes = mutatedNotes()
const lists = mutatedNotes(resolve(import.meta.dirname, '../../fixtures/question-lists'))
const fronts = [
  'title: A\ntags: [a, b]\nanswers: [x-1]\n',
  'answers:\n  - a\n  - "b" # c\n',
  '{answers: [a]}\n',
  '',
]
const withFront = fc
  .tuple(fc.constantFrom(...fronts), notes, fc.boolean(), fc.nat({ max: 60 }), fc.string({ maxLength: 4 }))
  .map(([front, body, hasBom, at, added]) => {
    const text = `${hasBom ? '\ufeff' : ''}---\n${front}---\n${body}`
    return text.slice(0, at) + added + text.slice(at)
  })
const queries = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '-',
        '+',
        '/',
        '(',
        ')',
        ' ',
        'tag:',
        'in:',
        'is:',
        'word',
        '*',
        '~2',
        '^3',
        ':',
        '\\',
        'OR',
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join('')),
)
const expressions = fc.oneof(
  queries,
  fc
    .array(
      fc.constantFrom('(', ')', '[', ']', 'a', '+', '*', '?', '|', '{9,99}', '\\b', '(?=', '^', '$', '\\1'),
      {
        maxLength: 14,
      },
    )
    .map(parts => parts.join('')),
)
const longText = 'a'.repeat(20_000) + '!'

/** Parsers of text and bytes that need no files. */
export const textTargets: readonly FuzzTarget[] = [
  target('note editor', notes, body => {
    const { doc, save } = loadMarkdown(body, schema)
    return save(doc) === body ? undefined : 'the text is another one'
  }),
  target('front matter', withFront, text => {
    const { bom, block, body } = splitFrontMatter(text)
    readNote('notes/a.md', text)
    return bom + block + body === text ? undefined : 'bytes are lost'
  }),
  target('lists in front matter', withFront, text => {
    const { body } = splitFrontMatter(text)
    try {
      const added = addToFrontMatterList(text, 'answers', 'new-1')
      if (splitFrontMatter(added).body !== body) return 'the body is another one after an item was added'
      const removed = removeFromFrontMatterList(added, 'answers', 'new-1')
      return splitFrontMatter(removed).body === body ? undefined : 'the body is another one'
    } catch (error) {
      // Said of front matter that can't be changed; the note is left alone then.
      if (error instanceof RangeError) return undefined
      throw error
    }
  }),
  target('question list', lists, text => {
    parseQuestionList(text, 'list.md')
    const stored = storeQuestionIds(text, 'list.md')
    if (!isSubsequence(text, stored)) return 'writing ids lost text'
    return storeQuestionIds(stored, 'list.md') === stored ? undefined : 'writing ids again changes them'
  }),
  target('import of questions', lists, text => {
    const list = importQuestionList(text, { fileName: 'list.md' })
    const written = formatQuestionList({ ...list, id: 'list' }, new Set())
    const count = (sections: readonly { readonly questions: readonly unknown[] }[]): number =>
      sections.reduce((sum, { questions }) => sum + questions.length, 0)
    const kept = count(parseQuestionList(written, 'list.md').sections)
    return kept === count(list.sections) ? undefined : `${count(list.sections)} questions became ${kept}`
  }),
  target('links', notes, text => {
    for (const place of linkPlaces(text)) if (place.kind === 'wiki') parseWikiLink(place.inner)
    scanMarkdown(text)
    plainText(text)
    findMention(text, 'a title')
    return undefined
  }),
  target('another title', withFront, text => {
    const retitled = retitleNote('notes/a.md', text, 'Another title')
    const { title } = readNote('notes/a.md', retitled)
    // A note that is called by its file's name is not written: it gets another name.
    return title === 'Another title' || retitled === text ? undefined : `the title is ${title}`
  }),
  target('search query', queries, text => {
    parseSearchQuery(text)
    return undefined
  }),
  target('expression to find', expressions, async text => {
    const query = { text: text || 'a', isRegex: true, isCaseSensitive: false, isWholeWord: false }
    const compiled = await compileFinder(query)
    try {
      if (compiled.kind === 'finder') compiled.find(longText)
    } catch (error) {
      if (!(error instanceof FindTooSlowError)) throw error
    }
    return undefined
  }),
  target(
    'kind of image',
    mutatedBytes(samplePng(), Buffer.from('GIF89a'), Buffer.from('<svg xmlns="x"/>')),
    bytes => {
      imageTypeOf(bytes)
      imageTypeOfName(Buffer.from(bytes).toString('utf8'))
      return undefined
    },
  ),
  target(
    'addresses',
    fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map(text => `answerbook://${text}`),
    ),
    text => {
      const url = externalUrl(text)
      readDeepLink(text)
      return url === undefined || /^(?:https?|mailto):/.test(url) ? undefined : `${url} would be opened`
    },
  ),
]
