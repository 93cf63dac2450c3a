import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkMarkdownLinks } from '../../../../../src/shared/domain/export/check-markdown-links'
import { splitFrontMatter } from '../../../../../src/shared/domain/split-front-matter'
import { parseMarkdown } from '../../../../../src/shared/domain/markdown/parse-markdown'
import { walkMarkdown } from '../../../../../src/shared/domain/markdown/walk-markdown'
import { bodyOf, exportOf, twoQuestions, type ExportFixture } from './export-fixture'
import { linkPieces } from './hostile-texts'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`
const answered = (body: string, rest: ExportFixture = {}) =>
  exportOf({ ...rest, notes: { 'notes/a.md': answer(body), ...rest.notes } })
const bodyWith = async (body: string, rest?: ExportFixture) =>
  bodyOf(await answered(body, rest))
    .replace(/^.*What is a gate\?\n\n/s, '')
    .replace(/\n\n### 1\.2 Why\?.*$/s, '')

describe('MarkdownExport', () => {
  it('writes contents, sections, questions with hint and body, answers and free notes in order', async () => {
    const { markdown, ...report } = await exportOf({
      lists: { 'g.md': '## Gates\n\n- What? ^q-1\n  > Hint: two\n  > lines\n  - “one”\n- Why? ^q-2\n' },
      notes: { 'notes/a.md': answer('An *answer*.\n'), 'notes/Free.md': 'A free note.\n' },
    })
    expect(markdown).toBe(`# Book

## Contents

- [1 Gates](#1-gates)
  - [1.1 What?](#11-what)
  - [1.2 Why?](#12-why)

## 1 Gates

### 1.1 What?

- “one”

> Hint: two
> lines

**a**

An *answer*.

### 1.2 Why?

## Other notes

### Free

A free note.
`)
    expect(report).toEqual({
      attachments: new Map(),
      brokenLinks: [],
      missingImages: [],
    })
  })

  it('says its own words in Chinese where that is wanted', async () => {
    const { markdown } = await exportOf({
      language: 'zh',
      lists: { 'g.md': '## 门\n\n- 何? ^q-1\n  > Hint: 二\n- 为何? ^q-2\n' },
      notes: {
        'notes/a.md': answer('甲', 'q-1', 'q-2'),
        'notes/b.md': answer('乙', 'q-1'),
        'notes/c.md': '丙',
      },
    })
    for (const words of ['## 目录\n', '> 提示：二\n', '**答案 1：a**', '参见 [a](#11-何)。', '## 其他笔记\n'])
      expect(markdown).toContain(words)
  })

  it('leaves out hints and texts below questions where only answers are wanted', async () => {
    const lists = { 'g.md': '## Gates\n\n- What? ^q-1\n  > Hint: two\n  - “one”\n' }
    const result = await exportOf({ lists, notes: { 'notes/a.md': answer('A.') } }, { isAnswersOnly: true })
    expect(bodyOf(result)).toBe('## 1 Gates\n\n### 1.1 What?\n\n**a**\n\nA.\n')
  })

  it.each([
    ['notes/Alpha.md', 'A.', '**Alpha**\n\nA.'],
    ['notes/Alpha.md', '# *Alpha*\n\nA.', '#### *Alpha*\n\nA.'],
    ['notes/Alpha.md', '# Alpha\n\nA.', '#### Alpha\n\nA.'],
    ['notes/q-1 What.md', 'A.', 'A.'],
    ['notes/What.md', 'A.', 'A.'],
    ['notes/01.01 What.md', 'A.', 'A.'],
  ])(
    'says the title of the answer %s %j where its text and the question do not',
    async (path, body, text) => {
      const lists = { 'g.md': '## Gates\n\n- What? ^q-1\n' }
      const result = await exportOf({ lists, notes: { [path]: answer(body) } })
      expect(bodyOf(result)).toBe(`## 1 Gates\n\n### 1.1 What?\n\n${text}\n`)
    },
  )

  it('writes metadata as YAML that nothing in it ends', async () => {
    const values = { id: 'q-1', tags: ['```', 'a: b', '---', 'x\n```\ny'], due: undefined, notes: [] }
    const fixture = { lists: { 'g.md': '## Gates\n\n- What? ^q-1\n' }, title: '---' }
    const metadata = { document: { title: '---\n# x' }, ofQuestion: () => values }
    const { markdown } = await exportOf(fixture, { metadata })
    const { yaml, body } = splitFrontMatter(markdown)
    expect(parse(yaml)).toEqual({ title: '---\n# x' })
    const blocks = [...walkMarkdown(parseMarkdown(body))].flatMap(node =>
      node.type === 'code' ? [node] : [],
    )
    expect(blocks.map(({ lang, value }) => [lang, parse(value)])).toEqual([
      ['yaml', { id: 'q-1', tags: values.tags, notes: [] }],
    ])
    expect(checkMarkdownLinks(body).missingAnchors).toEqual([])
  })

  it('puts an answer’s headings below its question’s', async () => {
    expect(await bodyWith('Two\nlines\n===\n\n### B\n\n> C\n> -\n')).toBe(
      '#### Two lines\n\n###### B\n\n> ##### C',
    )
  })

  it('gives footnotes and definitions labels of their own', async () => {
    const text = 'A[^1] [b] [c][b] [d][]\n\n[^1]: F\n\n[b]: https://b.org\n[d]: https://d.org\n'
    const result = await exportOf({
      notes: { 'notes/a.md': answer(text), 'notes/b.md': answer(text, 'q-2') },
    })
    expect(result.markdown).toContain('A[^1] [b] [c][b] [d][]\n\n[^1]: F')
    expect(result.markdown).toContain(
      'A[^1-2] [b][b-2] [c][b-2] [d][d-2]\n\n[^1-2]: F\n\n[b-2]: https://b.org\n[d-2]: https://d.org',
    )
  })

  it('lets no definition catch what is plain text in another note (made links of it)', async () => {
    const result = await exportOf({
      notes: { 'notes/a.md': answer('See [b].'), 'notes/b.md': answer('[b]\n\n[b]: https://b.org', 'q-2') },
    })
    expect(result.markdown).toContain('See [b].')
    expect(result.markdown).toContain('[b][b-2]\n\n[b-2]: https://b.org')
  })

  it('leads links to questions, lists, notes and headings to where they are now', async () => {
    const result = await exportOf({
      notes: {
        'notes/a.md': answer(
          '# Top\n\n[[gates#^q-2]] [[gates#^q-2|why]] [[gates]] [[Free#Deep]] [f](Free.md#deep) [[#Top]] ![[Free]]\n',
        ),
        'notes/Free.md': '# Free\n\n## Deep\n\n[x](a.md) <a href="a.md">y</a> [r]\n\n[r]: ./a.md\n',
      },
    })
    expect(result.markdown).toContain(
      '[1.2 Why?](#12-why) [why](#12-why) [gates](#1-gates) [Free](#deep) [f](#deep) [Top](#top) [Free](#free)',
    )
    expect(result.markdown).toContain(
      '[x](#11-what-is-a-gate) <a href="#11-what-is-a-gate">y</a> [r]\n\n[r]: #11-what-is-a-gate',
    )
    expect(checkMarkdownLinks(result.markdown)).toEqual({ missingAnchors: [], files: [] })
  })

  it('copies images and files, each under a name of its own', async () => {
    const result = await answered(
      '![a](../attachments/i.png) ![[i.png]] ![b](sub/i.png)\n<img src="../attachments/j (1).png">',
      {
        files: ['attachments/i.png', 'notes/sub/i.png', 'attachments/j (1).png'],
      },
    )
    expect([...result.attachments]).toEqual([
      ['attachments/i.png', 'Book files/i.png'],
      ['notes/sub/i.png', 'Book files/i-2.png'],
      ['attachments/j (1).png', 'Book files/j (1).png'],
    ])
    expect(result.markdown).toContain(
      '![a](Book%20files/i.png) ![i.png](Book%20files/i.png) ![b](Book%20files/i-2.png)\n<img src="Book%20files/j%20%281%29.png">',
    )
  })

  it('links files that are no images, also where they are embedded', async () => {
    const { markdown, attachments, missingImages, brokenLinks } = await exportOf({
      notes: {
        'notes/a.md': answer(
          '![[x.pdf]] ![[x.pdf#page=2|Paper]] [[x.pdf]] ![a *b*](../attachments/x.pdf) ![](sub/y_1.zip) ![[no.pdf]]',
        ),
      },
      files: ['attachments/x.pdf', 'notes/sub/y_1.zip'],
    })
    expect([...attachments.values()]).toEqual(['Book files/x.pdf', 'Book files/y_1.zip'])
    const file = '(Book%20files/x.pdf)'
    expect(markdown).toContain(
      `[x.pdf]${file} [Paper]${file} [x.pdf]${file} [a *b*]${file} [y\\_1.zip](Book%20files/y_1.zip) no.pdf`,
    )
    expect([missingImages, brokenLinks]).toEqual([[], [{ path: 'notes/a.md', target: 'no.pdf' }]])
  })

  it('keeps the sizes of images where the editor reads them', async () => {
    const { markdown } = await answered(
      '![[i.png|100]] ![[i.png|b | 20x30]] ![[i.png|c]] ![d|5](../attachments/i.png) ![[no.png|9]]\n\n| a |\n| - |\n| ![[i.png\\|9]] |',
      { files: ['attachments/i.png'] },
    )
    const file = '(Book%20files/i.png)'
    expect(markdown).toContain(
      `![i.png|100]${file} ![b|20x30]${file} ![c]${file} ![d|5]${file} no.png\n\n| a |\n| - |\n| ![i.png\\|9]${file} |`,
    )
  })

  it.each([
    ['```js\nlet a', '```js\nlet a\n```'],
    ['````\n```', '````\n```\n````'],
    ['```\n    ```', '```\n    ```\n```'],
    ['```\na\n   ```', '```\na\n   ```'],
    ['```\na\n```js', '```\na\n```js\n```'],
    ['<!-- a\n\nb', '<!-- a\n\nb-->'],
    ['<pre>\n\nb', '<pre>\n\nb</pre>'],
    ['$$\na', '$$\na\n$$'],
    ['```\na\n```', '```\na\n```'],
    ['> ```\n> a', '> ```\n> a'],
    ['- ```\n  a', '- ```\n  a'],
  ])(
    'closes what %j leaves open, and nothing else (opened a fence after a quotation)',
    async (body, closed) => {
      const result = await answered(body)
      expect(result.markdown).toContain(`\n\n${closed}\n\n### 1.2 Why?`)
      expect(checkMarkdownLinks(result.markdown).missingAnchors).toEqual([])
    },
  )

  it('tells several answers apart, and points from the second question to an answer of two', async () => {
    const result = await exportOf({
      notes: { 'notes/a.md': answer('# A\n\nOne.', 'q-1', 'q-2'), 'notes/b.md': answer('Two.') },
    })
    expect(bodyOf(result)).toBe(
      '## 1 Gates\n\n### 1.1 What is a gate?\n\n**Answer 1: A**\n\n#### A\n\nOne.\n\n**Answer 2: b**\n\nTwo.\n\n### 1.2 Why?\n\nSee [A](#11-what-is-a-gate).\n',
    )
  })

  it('writes several lists one level deeper', async () => {
    const result = await exportOf({ lists: { 'a.md': '## S\n- Q\n', 'b.md': '## S\n- Q\n' } })
    expect(bodyOf(result)).toBe('## a\n\n### 1 S\n\n#### 1.1 Q\n\n## b\n\n### 1 S\n\n#### 1.1 Q\n')
    expect(result.markdown).toContain('  - [1.1 Q](#11-q-1)')
  })

  it('leaves out what has no answer, and keeps numbers; links to it are text and not broken', async () => {
    const result = await answered(
      '[[gates#^q-2]] [free](Free.md) [r] [[Free]] [](Free.md) <a href="Free.md">h</a>\n\n[r]: Free.md\n',
      {
        include: 'answered',
        notes: { 'notes/Free.md': 'x', 'notes/blank.md': answer('  \n', 'q-2') },
      },
    )
    expect(bodyOf(result)).toBe(
      '## 1 Gates\n\n### 1.1 What is a gate?\n\n**a**\n\ngates free r Free  <a>h</a>\n\n\n',
    )
    expect(result).toMatchObject({ brokenLinks: [], missingImages: [] })
    expect(checkMarkdownLinks(result.markdown)).toEqual({ missingAnchors: [], files: [] })
  })

  it('says each broken link and missing image once', async () => {
    const result = await answered(
      '[[No]] [[No]] [n](no.md) [n](no.md) ![i](no%20i.png) ![i](no%20i.png) ![[j.png]]',
    )
    expect(result.brokenLinks).toEqual([
      { path: 'notes/a.md', target: 'no.md' },
      { path: 'notes/a.md', target: 'No' },
    ])
    expect(result.missingImages).toEqual([
      { path: 'notes/a.md', target: 'no%20i.png' },
      { path: 'notes/a.md', target: 'j.png' },
    ])
  })

  it('writes the title of a free note once (wrote it twice)', async () => {
    const result = await exportOf({
      lists: {},
      notes: {
        'notes/a.md': '\n# The *title*\n\nText [[#The title]].\n\n## More\n',
        'notes/b.md': '---\ntitle: Other\n---\n# Heading\n',
        'notes/c.md': 'Text first\n\n# C\n',
      },
    })
    expect(result.markdown).toBe(
      '# Book\n\n## Other notes\n\n### The title\n\nText [The title](#the-title).\n\n#### More\n\n### Other\n\n#### Heading\n\n### C\n\nText first\n\n#### C\n',
    )
  })

  it('changes nothing in code', async () => {
    const code = '```md\n# [[Free]] [a](Free.md) [^1]\n```\n\n`[[Free]]` \\[[Free]]'
    expect(await bodyWith(code, { notes: { 'notes/Free.md': 'x' } })).toContain(code)
  })

  it.each([
    ['setext', '[a](Free.md) b\n===', '#### [a](#free) b'],
    ['in a table', '| a |\n|-|\n| [[Free\\|x]] |', '| a |\n|-|\n| [x](#free) |'],
    ['in a link', '[a [[Free]] b](https://a.org)', '[a Free b](https://a.org)'],
    ['nested parentheses', '[a](x(y(z)).md)', 'a'],
  ])('rewrites a link %s', async (_where, body, expected) => {
    expect(await bodyWith(body, { notes: { 'notes/Free.md': 'x' } })).toContain(expected)
  })

  it('leads links of questions, too, and counts their headings (anchors led elsewhere)', async () => {
    const list =
      '## S [[#^q-2]]\n\n- Why #\n  ```\n  open\n- See [[small#^q-2|b]] and <b>c</b> ^q-2\n  # S\n  [a](../notes/Free.md)\n'
    const result = await exportOf({
      lists: { 'small.md': list },
      notes: { 'notes/Free.md': '# S\n\n[[#^q-2]]' },
    })
    expect(checkMarkdownLinks(result.markdown)).toEqual({ missingAnchors: [], files: [] })
    expect(result.markdown).toContain('[a](#s-1)')
  })

  it('has an anchor for every link within it, whatever the notes say', async () => {
    const piece = fc.constantFrom(...linkPieces, '<a id="z">', '1. ', '    ', '<pre>\n')
    const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.string({ maxLength: 10 }), async (a, b, question, title) => {
        const inline = question.replace(/\s+/g, ' ')
        const result = await exportOf({
          title,
          lists: { 'gates.md': `${twoQuestions}- ${inline} ^q-3\n` },
          notes: { 'notes/A.md': answer(a, 'q-1', 'q-3'), 'notes/b.md': b },
        })
        expect(checkMarkdownLinks(result.markdown).missingAnchors).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
