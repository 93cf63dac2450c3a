import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { readTree } from '../../../support/read-tree'
import { samplePng } from '../../../support/sample-images'
import { temporaryFolder } from '../../../support/temporary-folder'

type Files = Readonly<Record<string, string | Uint8Array>>

async function vaultWith(files: Files) {
  const { path, remove } = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return { path, [Symbol.asyncDispose]: remove }
}

describe('import of notes', () => {
  it('keeps folders and bytes, and changes links only where they would lead elsewhere', async () => {
    await using vault = await vaultWith({
      'Index.md':
        '\uFEFF---\ntags: [a]\n---\r\nSee [[Deep note#Part|it]] and [it](sub/Deep%20note.md#part).\r\n',
      'sub/Deep note.md':
        'Back to [[Index]]. ![[map.png|200]] ![](../img/map.png "Map") <img src="../img/map.png">\n',
      'img/map.png': samplePng(),
      'img/unused.png': samplePng().subarray(0, 20),
      'Board.canvas': '{}',
      '.obsidian/app.json': '{}',
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const report = await client['import.notes']({ paths: [vault.path] })
    expect(report.notes.map(({ to }) => to)).toEqual(['notes/Index.md', 'notes/sub/Deep note.md'])
    expect(report.attachments.map(({ to }) => to)).toEqual(['attachments/map.png'])
    expect(report.left.map(({ path: left, reason }) => [left.slice(vault.path.length + 1), reason])).toEqual([
      ['.obsidian', 'hidden'],
      ['Board.canvas', 'canvas'],
      ['img/unused.png', 'not-linked'],
    ])
    expect(report.brokenLinks).toEqual([])
    const read = (name: string) => readFile(join(path, name), 'utf8')
    expect(await read('notes/Index.md')).toBe(await readFile(join(vault.path, 'Index.md'), 'utf8'))
    expect(await read('notes/sub/Deep note.md')).toBe(
      'Back to [[Index]]. ![[map.png|200]] ![](../../attachments/map.png "Map") <img src="../../attachments/map.png">\n',
    )
    expect(await readFile(join(path, 'attachments/map.png'))).toEqual(Buffer.from(samplePng()))
    expect(await client['check.run']({ path })).toEqual([])
    expect((await client['notes.list']({})).map(note => note.path)).toContain('notes/sub/Deep note.md')
  })

  it('gives taken names a number, and links follow', async () => {
    await using vault = await vaultWith({
      'Taken.md': 'of the vault\n',
      'other.md': '[[Taken]] and [it](Taken.md) and [[Taken|so]]\n',
      'CON.md': 'a name that Windows has for itself\n',
    })
    await using notebook = await openNotebookWith({ 'notes/taken.md': 'of the notebook\n' })
    const { client, path } = notebook
    const { notes } = await client['import.notes']({ paths: [vault.path] })
    expect(notes.map(({ to }) => to)).toEqual(['notes/Note CON.md', 'notes/Taken 2.md', 'notes/other.md'])
    expect(await readFile(join(path, 'notes/other.md'), 'utf8')).toBe(
      '[[Taken 2]] and [it](Taken%202.md) and [[Taken 2|so]]\n',
    )
  })

  it('imports nothing twice, also what it had to change', async () => {
    await using vault = await vaultWith({
      'a.md': '![](img/x.png)\n',
      'b.md': 'plain\n',
      'img/x.png': samplePng(),
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    await client['import.notes']({ paths: [vault.path] })
    const before = await readTree(path)
    const again = await client['import.notes']({ paths: [vault.path] })
    expect([again.notes.length, again.duplicates.map(({ to }) => to)]).toEqual([
      0,
      ['notes/a.md', 'notes/b.md'],
    ])
    expect(await readTree(path)).toEqual(before)
  })

  it('writes nothing in a dry run, and tells of links that lead nowhere', async () => {
    await using vault = await vaultWith({
      'a.md': '[[Nowhere]] [x](gone.md) [y](https://example.com) [[#Part]]\n',
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const before = await readTree(path)
    const { notes, brokenLinks } = await client['import.notes']({ paths: [vault.path], dryRun: true })
    expect(notes).toHaveLength(1)
    expect(brokenLinks.map(({ target }) => target)).toEqual(['Nowhere', 'gone.md'])
    expect(await readTree(path)).toEqual(before)
  })

  it('reads nothing that links lead to, and nothing of the notebook itself', async () => {
    await using outside = await vaultWith({ 'secret.md': 'secret\n' })
    await using vault = await vaultWith({
      'a.md': '[x](link.md) ![](../../etc/passwd)\n',
      'bad.md': new Uint8Array([0xff, 0]),
    })
    await symlink(join(outside.path, 'secret.md'), join(vault.path, 'link.md'))
    await symlink(outside.path, join(vault.path, 'folder'))
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const report = await client['import.notes']({ paths: [vault.path] })
    expect(report.notes.map(({ to }) => to)).toEqual(['notes/a.md'])
    expect(report.left.map(({ reason }) => reason)).toEqual(['symbolic-link', 'symbolic-link', 'not-text'])
    for (const own of [path, join(path, 'notes'), dirname(path)])
      expect(await errorOf(client['import.notes']({ paths: [own] }))).toMatchObject({
        code: 'import/inside-notebook',
      })
    expect(await errorOf(client['import.notes']({ paths: [join(vault.path, 'no')] }))).toMatchObject({
      code: 'storage/not-found',
    })
  })
})
