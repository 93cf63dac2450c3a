import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFolderLinks } from '../../../../../src/shared/domain/export/check-folder-links'
import { markdownPlaces } from '../../../../../src/shared/domain/export/check-markdown-links'
import { FolderExport, type FolderLinkStyle } from '../../../../../src/shared/domain/export/export-folder'
import { splitFrontMatter } from '../../../../../src/shared/domain/split-front-matter'
import { readerOf, sourceOf, twoQuestions, type ExportFixture } from './export-fixture'
import { hostileTitles, noteText } from './hostile-texts'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`

async function folderOf(fixture: ExportFixture, links: FolderLinkStyle = 'markdown') {
  const result = new FolderExport(sourceOf(fixture), { read: readerOf(fixture), links })
  const files = new Map<string, string>()
  for await (const { path, markdown } of result.files()) files.set(path, markdown)
  const read = [...files].map(([path, text]) => ({ path, ...markdownPlaces(splitFrontMatter(text).body) }))
  const known = new Set(result.missingImages.map(({ target }) => target))
  const broken = checkFolderLinks(read, new Set(result.attachments.values()), known)
  return { files, broken, result }
}

describe('FolderExport', () => {
  it('writes a file for each question and note, an index for each section, and leads links there', async () => {
    const { files, broken, result } = await folderOf({
      notes: {
        'notes/a.md': answer('See [[Free#Deep]] and [[gates#^q-2|why]].\n\n![[i 1.png]]\n'),
        'notes/b.md': answer('Two.', 'q-1'),
        'notes/Free.md': '---\nmood: good # kept\n---\n# Free\n\n## Deep\n\n[x](a.md) [[gates]]\n',
      },
      files: ['attachments/i 1.png'],
    })
    expect(Object.fromEntries(files)).toEqual({
      'README.md':
        '# Book\n\n- [1 Gates](01%20Gates/README.md) (3)\n- [Other notes](Other%20notes/README.md) (1)\n',
      '01 Gates/README.md':
        '# 1 Gates\n\n- [1.1 What is a gate?](01.01%20What%20is%20a%20gate.md)\n- [b](b.md)\n- [1.2 Why?](01.02%20Why.md)\n',
      '01 Gates/01.01 What is a gate.md':
        '---\nanswers: [q-1]\n---\n\n# 1.1 What is a gate?\n\n**Answer 1: a**\n\nSee [Free](../Other%20notes/Free.md#deep) and [why](01.02%20Why.md).\n\n![i 1.png](../attachments/i%201.png)\n\n**Answer 2:** see [b](b.md).\n',
      '01 Gates/b.md': '---\nanswers: [q-1]\n---\n\n# b\n\nTwo.\n',
      '01 Gates/01.02 Why.md': '# 1.2 Why?\n',
      'Other notes/README.md': '# Other notes\n\n- [Free](Free.md)\n',
      'Other notes/Free.md':
        '---\nmood: good # kept\n---\n\n# Free\n\n## Deep\n\n[x](../01%20Gates/01.01%20What%20is%20a%20gate.md) [gates](../01%20Gates/README.md)\n',
    })
    expect(broken).toEqual([])
    expect([...result.attachments]).toEqual([['attachments/i 1.png', 'attachments/i 1.png']])
  })

  it('writes wiki links where they are wanted, and others where a wiki link can’t say it', async () => {
    const { files, broken, result } = await folderOf(
      {
        notes: {
          'notes/a.md': answer(
            'See [[Free#Deep: “x”|*d*]], [[gates#^q-2|why]], [free](Free.md#deep-x), [*f*](Free.md), [$](Free.md).\n\n| a |\n| - |\n| [[Free\\|t]] [u](Free.md) |\n\n![[i 1.png]] ![[i 1.png\\|9]] ![[Free]] `[[Free]]`\n\n## Own\n\n[[#Own]]\n',
          ),
          'notes/b.md': answer('Two. [[gates]]', 'q-1'),
          'notes/Free.md': '# Free\n\n## Deep: “x”\n\n## Deep x\n\n[[#Deep x]] [[Free#Free]] [[a#no]]\n',
        },
        files: ['attachments/i 1.png'],
      },
      'wiki',
    )
    expect(Object.fromEntries(files)).toEqual({
      'README.md': '# Book\n\n- [[01 Gates/README|1 Gates]] (3)\n- [[Other notes/README|Other notes]] (1)\n',
      '01 Gates/README.md':
        '# 1 Gates\n\n- [[01.01 What is a gate|1.1 What is a gate?]]\n- [[b]]\n- [[01.02 Why|1.2 Why?]]\n',
      '01 Gates/01.01 What is a gate.md':
        '---\nanswers: [q-1]\n---\n\n# 1.1 What is a gate?\n\n**Answer 1: Own**\n\nSee [[Free#Deep “x”|*d*]], [[01.02 Why|why]], [[Free#Deep “x”|free]], [*f*](../Other%20notes/Free.md), [$](../Other%20notes/Free.md).\n\n| a |\n| - |\n| [[Free\\|t]] [[Free\\|u]] |\n\n![[attachments/i 1.png]] ![[attachments/i 1.png|9]] ![[Free]] `[[Free]]`\n\n## Own\n\n[[#Own|Own]]\n\n**Answer 2:** see [[b]].\n',
      '01 Gates/b.md': '---\nanswers: [q-1]\n---\n\n# b\n\nTwo. [[01 Gates/README|gates]]\n',
      '01 Gates/01.02 Why.md': '# 1.2 Why?\n',
      'Other notes/README.md': '# Other notes\n\n- [[Free]]\n',
      'Other notes/Free.md':
        '# Free\n\n## Deep: “x”\n\n## Deep x\n\n[[#Deep “x”|Free]] [[#Free|Free]] [[01.01 What is a gate|Own]]\n',
    })
    expect(broken).toEqual([])
    expect([...result.attachments]).toEqual([['attachments/i 1.png', 'attachments/i 1.png']])
  })

  it('gives every hostile title a file of its own below its section', async () => {
    const list = hostileTitles.map((title, index) => `- ${title.replace(/\s/g, ' ')} ^q-${index}\n`).join('')
    const { files, broken } = await folderOf({
      lists: { 'a.md': `## ../..\n\n${list}`, 'A b.md': `## CON\n\n- README ^r-1\n- readme ^r-2\n` },
    })
    expect(broken).toEqual([])
    expect(files.size).toBe(hostileTitles.length + 2 + 3)
    expect(new Set([...files.keys()].map(path => path.toLowerCase())).size).toBe(files.size)
    for (const path of files.keys()) expect(path).toMatch(/^(?!.*(?:^|\/)\.)[^\\:*?"<>|]+\.md$/)
  })

  it.each<FolderLinkStyle>(['markdown', 'wiki'])(
    'has a file and a heading for every %s link in it, whatever the notes say',
    async links => {
      await fc.assert(
        fc.asyncProperty(
          noteText,
          noteText,
          noteText,
          fc.string({ maxLength: 10 }),
          async (a, b, question, title) => {
            const { broken } = await folderOf(
              {
                title,
                lists: { 'gates.md': `${twoQuestions}- ${question.replace(/\s+/g, ' ')} ^q-3\n` },
                notes: { 'notes/A.md': answer(a, 'q-1', 'q-3'), 'notes/b.md': b },
              },
              links,
            )
            expect(broken).toEqual([])
          },
        ),
        { numRuns: 300 },
      )
    },
  )
})

describe('checkFolderLinks', () => {
  it('tells links to no file and to no heading', () => {
    const read = (path: string, text: string) => ({ path, ...markdownPlaces(text) })
    const files = [
      read(
        'a/b.md',
        '[1](../c.md#d) [2](../c.md#no) [3](../no.md) [4](#e) [5](../../out.md) ![6](i.png)\n\n# E',
      ),
      read('c.md', '# D'),
    ]
    expect(checkFolderLinks(files, new Set(['a/i.png']), new Set()).map(({ target }) => target)).toEqual([
      '../c.md#no',
      '../no.md',
      '../../out.md',
    ])
  })

  it('tells wiki links to no file, to a name of several and to no heading', () => {
    const read = (path: string, text: string) => ({ path, ...markdownPlaces(text) })
    const files = [
      read(
        'a/b.md',
        '[[c]] [[c#D e|x]] [[c#no]] [[no]] [[#E]] [[#no]] [[same]] [[x/same]] ![[i.png]] ![[j.png]]\n\n# E',
      ),
      read('c.md', '# D, `e`'),
      read('x/same.md', ''),
      read('y/same.md', ''),
    ]
    expect(checkFolderLinks(files, new Set(['i.png']), new Set()).map(({ target }) => target)).toEqual([
      'c#no',
      'no',
      '#no',
      'same',
      'j.png',
    ])
  })
})
