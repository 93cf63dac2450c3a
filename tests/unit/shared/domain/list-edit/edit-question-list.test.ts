import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuestionList } from '../../../../../src/shared/domain/import/format-question-list'
import {
  editedList,
  plainList,
  saysTheSame,
  type SectionsEdit,
} from '../../../../../src/shared/domain/list-edit/edited-list'
import { editQuestionList } from '../../../../../src/shared/domain/list-edit/edit-question-list'
import type { ListEdit, QuestionWording } from '../../../../../src/shared/domain/list-edit/list-edit'
import { parseQuestionList } from '../../../../../src/shared/domain/parse-question-list'

const list = `---
title: Small
id: small
# kept
---

Some words.

## Tokens

1. Why words? ^a
   > Hint: count

   - one
2. Which merge? ^b

## Attention

* Why divide? ^c

* Why heads? ^d
`

const edited = (edit: ListEdit, source = list): string => editQuestionList(source, 'small.md', edit)
const only = (text: string) => ({ text, hint: undefined, body: undefined })
/** Lines that are in one text and not in the other. */
const difference = (after: string, before = list): string[] => {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const rest = [...now]
  const gone = old.filter(line => {
    const at = rest.indexOf(line)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [...gone.map(line => `- ${line}`), ...rest.map(line => `+ ${line}`)]
}

describe('editQuestionList', () => {
  it('adds a question where it is wanted and counts on', () => {
    const edit: ListEdit = {
      kind: 'add-question',
      id: 'n',
      place: { section: 1, after: 'a' },
      wording: { text: 'What\nis # new?', hint: 'think', body: undefined },
    }
    expect(difference(edited(edit))).toEqual([
      '- 2. Which merge? ^b',
      '+ 2. What is # new? ^n',
      '+    > Hint: think',
      '+ 3. Which merge? ^b',
    ])
  })

  it('adds the first question of a section, with a blank line where its items have one', () => {
    const edit: ListEdit = {
      kind: 'add-question',
      id: 'n',
      place: { section: 2, after: undefined },
      wording: only('New?'),
    }
    expect(edited(edit)).toContain('## Attention\n\n* New? ^n\n\n* Why divide? ^c\n\n* Why heads? ^d\n')
  })

  it('changes the words of a question and nothing else', () => {
    const edit: ListEdit = {
      kind: 'change-question',
      id: 'a',
      wording: { text: '1. Why?', hint: 'count', body: '- one' },
    }
    expect(difference(edited(edit))).toEqual(['- 1. Why words? ^a', '+ 1. 1\\. Why? ^a'])
  })

  it('changes the hint of a question', () => {
    const edit: ListEdit = {
      kind: 'change-question',
      id: 'b',
      wording: { ...only('Which merge?'), hint: 'x' },
    }
    expect(difference(edited(edit))).toEqual(['+    > Hint: x'])
  })

  it('moves a question with all that is nested in it, and gives it the marker of its neighbours', () => {
    const after = edited({ kind: 'move-question', id: 'a', place: { section: 2, after: 'c' } })
    expect(after).toContain(
      '## Tokens\n\n1. Which merge? ^b\n\n## Attention\n\n* Why divide? ^c\n\n* Why words? ^a\n  > Hint: count\n\n  - one\n\n* Why heads? ^d\n',
    )
  })

  it('merges two questions into one', () => {
    const edit: ListEdit = {
      kind: 'merge-questions',
      id: 'd',
      into: 'c',
      wording: only('Why divide, why heads?'),
    }
    expect(difference(edited(edit))).toEqual([
      '- * Why divide? ^c',
      '- * Why heads? ^d',
      '- ',
      '+ * Why divide, why heads? ^c',
    ])
  })

  it.each<[string, ListEdit, readonly string[]]>([
    ['adds a section', { kind: 'add-section', after: 1, title: 'New ##' }, ['+ ## New \\##', '+ ']],
    [
      'renames a section',
      { kind: 'change-section', section: 2, title: 'Heads' },
      ['- ## Attention', '+ ## Heads'],
    ],
    ['moves a section', { kind: 'move-section', section: 2, after: 0 }, []],
    [
      'merges a section with the one above',
      { kind: 'merge-sections', section: 2, into: 1 },
      ['- ## Attention', '- '],
    ],
    [
      'removes a section',
      { kind: 'remove-section', section: 2 },
      ['- ## Attention', '- ', '- * Why divide? ^c', '- ', '- * Why heads? ^d', '- '],
    ],
  ])('%s', (_name, edit, expected) => {
    expect(difference(edited(edit))).toEqual(expected)
  })

  it('moves a section with all its lines', () => {
    expect(edited({ kind: 'move-section', section: 1, after: 2 })).toContain(
      'Some words.\n\n## Attention\n\n* Why divide? ^c\n\n* Why heads? ^d\n\n## Tokens\n\n1. Why words? ^a\n',
    )
  })

  it('leaves numbers alone that do not count up', () => {
    const source = '## S\n\n1. One ^a\n1. Two ^b\n1. Three ^c\n'
    expect(edited({ kind: 'remove-question', id: 'b' }, source)).toBe('## S\n\n1. One ^a\n1. Three ^c\n')
  })

  it('indents what is nested where a number gets wider', () => {
    const items = Array.from({ length: 9 }, (_, index) => `${index + 1}. Q${index} ^q${index}\n`).join('')
    const source = `## S\n\n${items}   > Hint: nine\n`
    const edit: ListEdit = {
      kind: 'add-question',
      id: 'n',
      place: { section: 1, after: undefined },
      wording: only('New'),
    }
    expect(edited(edit, source)).toMatch(/\n9\. Q7 \^q7\n10\. Q8 \^q8\n {4}> Hint: nine\n$/)
  })

  it('keeps the byte order mark, line breaks and the missing break at the end', () => {
    const source = '\uFEFF## S\r\n\r\n1. One ^a\r\n2. Two ^b'
    expect(edited({ kind: 'move-question', id: 'b', place: { section: 1, after: undefined } }, source)).toBe(
      '\uFEFF## S\r\n\r\n1. Two ^b\r\n2. One ^a',
    )
  })

  it('writes ids of items that have none before positions change', () => {
    const source = '---\nid: s\n---\n## S\n\n- One\n- Two\n'
    expect(edited({ kind: 'remove-question', id: 's-01-01' }, source)).toBe(
      '---\nid: s\n---\n## S\n\n- Two ^s-01-02\n',
    )
  })

  it.each<[string, ListEdit]>([
    ['a question that is not there', { kind: 'remove-question', id: 'x' }],
    ['a section that is not there', { kind: 'remove-section', section: 9 }],
    ['a body that would be a hint', changeA('> Hint: another')],
  ])('refuses %s', (_name, edit) => {
    expect(() => edited(edit)).toThrow(RangeError)
  })
})

function changeA(body: string): ListEdit {
  return { kind: 'change-question', id: 'a', wording: { text: 'Why words?', hint: undefined, body } }
}

const words = fc.stringMatching(/^[A-Za-z*_`#>[\]().!&-]{1,12}( [A-Za-z0-9]{1,8}){0,3}$/)
const wording = fc.record({
  text: words,
  hint: fc.option(fc.stringMatching(/^[a-z]{1,8}$/), { nil: undefined }),
  body: fc.option(fc.constantFrom('- a\n- b', 'Text.', '```\n  code\n```', '> quoted'), { nil: undefined }),
})
const lists = fc
  .array(
    fc.record({
      title: fc.stringMatching(/^[A-Z][a-z]{0,8}$/),
      questions: fc.array(wording, { maxLength: 11 }),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map(sections => formatQuestionList({ id: 'l', title: 'List', sections }))
  .chain(text =>
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([isBulleted, isWindows, isOpen]) =>
      [text]
        .map(value => (isBulleted ? value.replace(/^\d+\. /gm, '-  ') : value))
        .map(value => (isOpen ? value.trimEnd() : value))
        .map(value => (isWindows ? value.replace(/\n/g, '\r\n') : value))
        .join(''),
    ),
  )

describe('any edit of any list', () => {
  it('says what it means', () => {
    fc.assert(
      fc.property(
        lists,
        fc.infiniteStream(fc.nat(1000)),
        wording,
        words,
        (source, numbers, newWords, title) => {
          const pick = (below: number): number => (numbers.next().value as number) % Math.max(1, below)
          const before = plainList(parseQuestionList(source, 'l.md'))
          const edit = anyEdit(before, pick, newWords, title)
          if (edit === undefined) return
          const after = plainList(parseQuestionList(edited(edit, source), 'l.md'))
          expect(saysTheSame(after, editedList(before, edit))).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
  })
})

function anyEdit(
  { sections }: ReturnType<typeof plainList>,
  pick: (below: number) => number,
  newWords: QuestionWording,
  title: string,
): SectionsEdit | undefined {
  const ids = sections.flatMap(section => section.questions.map(({ id }) => id))
  const id = ids[pick(ids.length)]
  const section = pick(sections.length) + 1
  const others = (sections[section - 1]?.questions ?? []).filter(question => question.id !== id)
  const after = pick(3) === 0 ? undefined : others[pick(others.length)]?.id
  const into = ids[pick(ids.length)]
  const kinds: (SectionsEdit | undefined)[] = [
    { kind: 'add-question', id: 'new', place: { section, after }, wording: newWords },
    id === undefined ? undefined : { kind: 'change-question', id, wording: newWords },
    id === undefined ? undefined : { kind: 'move-question', id, place: { section, after } },
    id === undefined || into === undefined || id === into
      ? undefined
      : { kind: 'merge-questions', id, into, wording: newWords },
    id === undefined ? undefined : { kind: 'remove-question', id },
    { kind: 'add-section', after: pick(sections.length + 1), title },
    { kind: 'change-section', section, title },
    { kind: 'move-section', section, after: pick(sections.length + 1) },
    section > 1 ? { kind: 'merge-sections', section, into: pick(section - 1) + 1 } : undefined,
    { kind: 'remove-section', section },
  ]
  return kinds[pick(kinds.length)]
}
