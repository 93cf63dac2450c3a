import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFolderLinks } from '../../../../../src/shared/domain/export/check-folder-links'
import { markdownPlaces } from '../../../../../src/shared/domain/export/check-markdown-links'
import { FolderExport } from '../../../../../src/shared/domain/export/export-folder'
import { splitFrontMatter } from '../../../../../src/shared/domain/front-matter'
import { readerOf, sourceOf, twoQuestions, type ExportFixture } from './export-fixture'
import { hostileTitles, noteText } from './hostile-texts'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`

async function folderOf(fixture: ExportFixture) {
  const result = new FolderExport(sourceOf(fixture), readerOf(fixture))
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

  it('has a file and a heading for every link in it, whatever the notes say', async () => {
    await fc.assert(
      fc.asyncProperty(
        noteText,
        noteText,
        noteText,
        fc.string({ maxLength: 10 }),
        async (a, b, question, title) => {
          const { broken } = await folderOf({
            title,
            lists: { 'gates.md': `${twoQuestions}- ${question.replace(/\s+/g, ' ')} ^q-3\n` },
            notes: { 'notes/A.md': answer(a, 'q-1', 'q-3'), 'notes/b.md': b },
          })
          expect(broken).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
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
})
