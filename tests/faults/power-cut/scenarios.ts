import { Buffer } from 'node:buffer'
import { samplePng } from '../../support/sample-images'
import { smallList } from '../../support/build-notebook'
import { problemsOfVersions, type Scenario } from './scenario'

const draft = {
  id: '11111111-1111-4111-8111-111111111111',
  pageId: '22222222-2222-4222-8222-222222222222',
  target: { path: 'notes/a.md', baseHash: 'x' },
}
const listWithoutIds =
  '---\ntitle: Plain\nid: plain\n---\n\n## One\n\n1. What is first?\n2. What is second?\n'
const image = samplePng()
const long = (word: string): string => `# A\n\n${`${word} `.repeat(40)}\n`
const journalWriteMs = 300

const saveNote: Scenario = {
  name: 'save a note',
  files: { 'notes/a.md': long('zero'), 'notes/b.md': 'other\n' },
  act: async (client, acknowledge) => {
    let { hash } = await client['notes.read']({ path: 'notes/a.md' })
    for (const word of ['one', 'two', 'three']) {
      ;({ hash } = await client['notes.save']({ path: 'notes/a.md', text: long(word), baseHash: hash }))
      acknowledge(word)
    }
  },
  problems: ({ texts, acknowledged }) => [
    ...problemsOfVersions(
      'notes/a.md',
      texts.get('notes/a.md'),
      [['zero', long('zero')] as const, ...['one', 'two', 'three'].map(word => [word, long(word)] as const)],
      acknowledged,
    ),
    ...problemsOfVersions('notes/b.md', texts.get('notes/b.md'), [['', 'other\n']], acknowledged),
  ],
}

const createNotes: Scenario = {
  name: 'make the first notes',
  files: {},
  act: async (client, acknowledge) => {
    await client['notes.createAnswer']({ questionId: 'small-1-01', text: 'my answer' })
    acknowledge('answer')
    await client['notes.create']({ title: 'Free', text: 'free text\n' })
    acknowledge('note')
  },
  problems: ({ texts, acknowledged }) => {
    const find = (part: string): string | undefined =>
      [...texts].find(([path, text]) => path.startsWith('notes/') && text.includes(part))?.[1]
    const whole = [...texts].filter(([path]) => /^notes\/[^.]/.test(path)).map(([, text]) => text)
    return [
      ...(acknowledged.has('answer') && find('my answer') === undefined ? ['the answer is lost'] : []),
      ...(acknowledged.has('note') && find('free text') === undefined ? ['the note is lost'] : []),
      ...whole
        .filter(text => text !== 'free text\n' && text !== '---\nanswers: [small-1-01]\n---\nmy answer')
        .map(text => `a note is damaged: ${JSON.stringify(text)}`),
    ]
  },
}

const renameNote: Scenario = {
  name: 'rename a note that others link to, and back',
  files: {
    'notes/a.md': '# Alpha\n\nsee [[b]]\n',
    'notes/b.md': 'to [[a]] and [[a|again]]\n',
    'questions/small.md': smallList.replace('made first?', 'made first in [[a]]?'),
  },
  act: async (client, acknowledge) => {
    await client['notes.rename']({ path: 'notes/a.md', newPath: 'notes/deep/er/c.md' })
    acknowledge('there')
    await client['notes.rename']({ path: 'notes/deep/er/c.md', newPath: 'notes/a.md' })
    acknowledge('back')
  },
  problems: ({ texts, acknowledged }) => {
    const isThere = texts.has('notes/deep/er/c.md')
    const isBack = texts.has('notes/a.md')
    const link = /\[\[([^\]|]*)/.exec(texts.get('notes/b.md') ?? '')?.[1] ?? ''
    const inList = /in \[\[([^\]|]*)/.exec(texts.get('questions/small.md') ?? '')?.[1] ?? ''
    const name = isThere ? 'c' : 'a'
    const own = texts.get(isThere ? 'notes/deep/er/c.md' : 'notes/a.md')
    return [
      ...(isThere === isBack ? [`the note is ${isThere ? 'twice there' : 'lost'}`] : []),
      ...(own === undefined || /^# Alpha\n\nsee \[\[/.test(own) ? [] : ['the note is damaged']),
      ...[link, inList]
        .filter(target => target.split('/').at(-1) !== name)
        .map(target => `a link leads to ${target}`),
      ...(acknowledged.has('there') && !acknowledged.has('back') && !isThere && !isBack ? ['lost'] : []),
      ...(acknowledged.has('back') && isThere ? ['the second renaming is lost'] : []),
    ]
  },
}

const keepDraft: Scenario = {
  name: 'journal of unsaved text',
  files: { 'notes/a.md': 'a\n' },
  act: async (client, acknowledge) => {
    for (const body of ['first', 'second', 'third']) {
      await client['journal.keep']({ ...draft, body: body.repeat(20) })
      await new Promise(resolve => setTimeout(resolve, journalWriteMs))
      acknowledge(body)
    }
  },
  problems: async ({ client, acknowledged }) => {
    const [kept] = await client['journal.list']({})
    const versions = ['first', 'second', 'third'].map(body => [body, body.repeat(20)] as const)
    return problemsOfVersions('the draft', kept?.body, [['none', undefined], ...versions], acknowledged)
  },
}

/** What has been typed after so many words. */
const typed = (words: number): string => Array.from({ length: words }, (_, word) => `word${word} `).join('')

const writeWithJournal: Scenario = {
  name: 'write, with drafts and saves by turns',
  files: { 'notes/a.md': typed(1) },
  act: async (client, acknowledge) => {
    let { hash } = await client['notes.read']({ path: 'notes/a.md' })
    const path = 'notes/a.md'
    for (let words = 2; words < 8; words += 2) {
      await client['journal.keep']({ ...draft, target: { path, baseHash: hash }, body: typed(words) })
      await new Promise(resolve => setTimeout(resolve, journalWriteMs))
      const saved = client['notes.save']({ path, text: typed(words + 1), baseHash: hash, draftId: draft.id })
      if (words === 4)
        await client['journal.keep']({ ...draft, target: { path, baseHash: hash }, body: typed(words + 2) })
      ;({ hash } = await saved)
      acknowledge(String(words + 1))
    }
  },
  problems: async ({ client, texts, acknowledged }) => {
    const drafts = await client['journal.list']({})
    const { hash, text } = await client['notes.read']({ path: 'notes/a.md' })
    const versions = [1, 3, 5, 7].map(words => [String(words), typed(words)] as const)
    return [
      ...problemsOfVersions('notes/a.md', texts.get('notes/a.md'), versions, acknowledged),
      ...drafts.filter(({ body }) => body.length < text.length).map(() => 'a draft is older than its note'),
      ...drafts
        .filter(({ target }) => 'path' in target && target.baseHash !== hash)
        .map(() => 'a draft conflicts with its own note'),
    ]
  },
}

const answerWithJournal: Scenario = {
  name: 'answer a question, with a draft',
  files: {},
  act: async (client, acknowledge) => {
    const target = { questionId: 'small-1-01' }
    await client['journal.keep']({ ...draft, target, body: typed(2) })
    await new Promise(resolve => setTimeout(resolve, journalWriteMs))
    await client['notes.createAnswer']({ ...target, text: typed(3), draftId: draft.id })
    acknowledge('answer')
  },
  problems: async ({ client, acknowledged }) => {
    const drafts = await client['journal.list']({})
    const notes = await client['notes.list']({})
    return [
      ...(acknowledged.has('answer') && notes.length === 0 ? ['the answer is lost'] : []),
      ...(notes.length > 0 && drafts.length > 0
        ? ['the draft of the answer would become a second note']
        : []),
    ]
  },
}

const logStatus: Scenario = {
  name: 'study log',
  files: {},
  act: async (client, acknowledge) => {
    for (const [index, questionId] of ['small-1-01', 'small-1-02', 'small-2-01'].entries()) {
      await client['questions.setStatus']({ id: questionId, status: index === 1 ? 'answered' : 'draft' })
      acknowledge(questionId)
    }
  },
  problems: async ({ client, acknowledged }) => {
    const lost = async (): Promise<string[]> => {
      const lists = await client['questions.lists']({})
      const questions = lists.flatMap(({ sections }) => sections.flatMap(section => section.questions))
      return questions
        .filter(({ id, status }) => acknowledged.has(id) && status === 'not started')
        .map(({ id }) => `the status of ${id} is lost`)
    }
    const problems = await lost()
    await client['questions.setStatus']({ id: 'small-1-01', status: 'answered' })
    return [...problems, ...(await lost()).map(problem => `${problem} after another one was set`)]
  },
}

const writeList: Scenario = {
  name: 'write ids into a question list',
  files: { 'questions/plain.md': listWithoutIds, 'notes/a.md': 'a\n' },
  act: async (client, acknowledge) => {
    await client['notes.link']({ path: 'notes/a.md', questionId: 'plain-01-02' })
    acknowledge('link')
  },
  problems: ({ texts, acknowledged }) => {
    const list = texts.get('questions/plain.md') ?? ''
    const withoutIds = list.replace(/ \^plain-01-0[12]$/gm, '')
    const isLinked = texts.get('notes/a.md')?.includes('plain-01-02') === true
    return [
      ...(withoutIds === listWithoutIds ? [] : [`the list is damaged: ${JSON.stringify(list)}`]),
      ...(isLinked && !list.includes('^plain-01-02') ? ['a note refers to an id that no list has'] : []),
      ...(acknowledged.has('link') && !isLinked ? ['the link is lost'] : []),
    ]
  },
}

const importList: Scenario = {
  name: 'import a list with answers',
  files: {},
  act: async (client, acknowledge) => {
    const text = '# Quiz\n\n## Q1. What is one?\n\nThe first.\n\n## Q2. What is two?\n\nThe second.\n'
    await client['questions.import']({
      files: [{ name: 'quiz.md', base64: Buffer.from(text).toString('base64') }],
    })
    acknowledge('import')
  },
  problems: ({ texts, acknowledged }) => {
    const list = texts.get('questions/quiz.md')
    const answers = [...texts].filter(([path]) => path.startsWith('notes/') && !path.includes('/.'))
    return [
      ...(acknowledged.has('import') && (list === undefined || answers.length !== 2)
        ? [`the import is lost: ${answers.length} answers`]
        : []),
      ...(list !== undefined && !(list.includes('What is one?') && list.includes('What is two?'))
        ? ['the list is damaged']
        : []),
      ...answers
        .filter(([, text]) => !/The (?:first|second)\./.test(text))
        .map(([path]) => `${path} is damaged`),
    ]
  },
}

const addImage: Scenario = {
  name: 'store an image',
  files: {},
  act: async (client, acknowledge) => {
    const base64 = Buffer.from(image).toString('base64')
    const place = { notePath: null, questionId: null }
    acknowledge((await client['attachments.add']({ name: 'dot.png', base64, ...place })).path)
  },
  problems: ({ texts, acknowledged }) => {
    const whole = new TextDecoder().decode(image)
    const stored = texts.get('attachments/dot.png')
    return [
      ...(acknowledged.size > 0 && stored === undefined ? ['the image is lost'] : []),
      ...(stored !== undefined && stored !== whole ? ['the image is damaged'] : []),
    ]
  },
}

const trashNote: Scenario = {
  name: 'move to the trash and back',
  files: { 'notes/a.md': long('a') },
  act: async (client, acknowledge) => {
    const { trashPath } = await client['notes.trash']({ path: 'notes/a.md' })
    acknowledge('trash')
    await client['notes.restore']({ path: 'notes/a.md', trashPath })
    acknowledge('restore')
  },
  problems: ({ texts, acknowledged }) => {
    const places = [...texts].filter(
      ([path]) => path === 'notes/a.md' || path.startsWith('.answerbook/trash/'),
    )
    return [
      ...(places.length === 0 ? ['the note is lost'] : []),
      ...places.filter(([, text]) => text !== long('a')).map(([path]) => `${path} is damaged`),
      ...(acknowledged.has('restore') && !texts.has('notes/a.md') ? ['the restored note is lost'] : []),
    ]
  },
}

const keepVersions: Scenario = {
  name: 'keep versions of a note, and restore one',
  files: { 'notes/a.md': long('zero') },
  act: async (client, acknowledge) => {
    const path = 'notes/a.md'
    const { hash } = await client['notes.read']({ path })
    const saved = await client['notes.save']({ path, text: long('one'), baseHash: hash })
    const [version] = await client['history.list']({ path })
    acknowledge('zero')
    await client['history.restore']({ path, id: version?.id ?? '', baseHash: saved.hash })
    acknowledge('one')
  },
  problems: async ({ client, texts, acknowledged }) => {
    const path = 'notes/a.md'
    const kept = await Promise.all(
      (await client['history.list']({ path })).map(({ id }) => client['history.read']({ path, id })),
    )
    const found = new Set(kept.map(({ text }) => text))
    return [
      ...[...acknowledged].filter(word => !found.has(long(word))).map(word => `the version ${word} is lost`),
      ...[...found, texts.get(path) ?? '']
        .filter(text => text !== long('zero') && text !== long('one'))
        .map(text => `a version is damaged: ${JSON.stringify(text)}`),
    ]
  },
}

/** What is done to a notebook while the power goes. */
export const scenarios: readonly Scenario[] = [
  saveNote,
  createNotes,
  renameNote,
  keepDraft,
  writeWithJournal,
  answerWithJournal,
  logStatus,
  writeList,
  importList,
  addImage,
  trashNote,
  keepVersions,
]
