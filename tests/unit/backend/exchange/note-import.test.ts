import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { createFaultyFilePort } from '../../../support/faulty-file-port'
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
    // The notes have no such heading.
    expect((await client['check.run']({ path })).map(({ detail }) => detail)).toEqual([
      'Deep note#Part|it',
      'sub/Deep%20note.md#part',
    ])
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

  it('imports nothing twice after a name was taken (made "A 2" and "A 3")', async () => {
    await using vault = await vaultWith({
      'A.md': '[[Index]] and [it](Index.md)\n',
      'B.md': '[[Index#Part|so]] [[A]]\n',
      'Index.md': '[[A]] [[B]] ![](img/x.png)\n',
      'img/x.png': samplePng(),
    })
    await using notebook = await openNotebookWith({ 'notes/index.md': 'mine\n', 'notes/B.md': 'mine too\n' })
    const { client, path } = notebook
    await client['import.notes']({ paths: [vault.path] })
    const notesBefore = await readTree(join(path, 'notes'))
    const again = await client['import.notes']({ paths: [vault.path] })
    expect([again.notes, again.duplicates.map(({ to }) => to)]).toEqual([
      [],
      ['notes/A.md', 'notes/B 2.md', 'notes/Index 2.md'],
    ])
    await writeFile(join(vault.path, 'C.md'), '[[Index]] [[A]]\n')
    const more = await client['import.notes']({ paths: [vault.path] })
    expect(more.notes.map(({ to }) => to)).toEqual(['notes/C.md'])
    expect(await readFile(join(path, 'notes/C.md'), 'utf8')).toBe('[[Index 2]] [[A]]\n')
    expect(await readTree(join(path, 'notes'))).toMatchObject(notesBefore)
  })

  it('imports anew what was changed since, and leaves what links to it', async () => {
    await using vault = await vaultWith({ 'A.md': '[[Index]]\n', 'Index.md': 'of the vault\n' })
    await using notebook = await openNotebookWith({ 'notes/Index.md': 'mine\n' })
    const { client, path } = notebook
    await client['import.notes']({ paths: [vault.path] })
    await writeFile(join(vault.path, 'Index.md'), 'changed\n')
    const { notes, duplicates } = await client['import.notes']({ paths: [vault.path] })
    expect(notes.map(({ to }) => to)).toEqual(['notes/Index 3.md'])
    expect(duplicates.map(({ to }) => to)).toEqual(['notes/A.md'])
    expect(await readFile(join(path, 'notes/A.md'), 'utf8')).toBe('[[Index 2]]\n')
  })

  it('takes along what a single file links to and has in its folder, and nothing else', async () => {
    await using outside = await vaultWith({ 'secret.png': samplePng() })
    await using vault = await vaultWith({
      'v/V1.md':
        '![a](img/pic%201.png) ![[Deep.PNG]] [p](p.pdf) [n](Other.md) ![](../up.png) ![](.h.png) ![](l/secret.png) ![](l.png)\n',
      'v/img/pic 1.png': samplePng(),
      'v/img/more/deep.png': samplePng().subarray(0, 40),
      'v/p.pdf': 'pdf',
      'v/not linked.png': 'x',
      'v/Other.md': 'other',
      'v/.h.png': 'hidden',
      'up.png': 'up',
      'w/V1.md': '![b](img/pic%201.png)\n',
      'w/img/pic 1.png': samplePng().subarray(0, 50),
    })
    await symlink(outside.path, join(vault.path, 'v/l'))
    await symlink(join(outside.path, 'secret.png'), join(vault.path, 'v/l.png'))
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const paths = [join(vault.path, 'v/V1.md')]
    const report = await client['import.notes']({ paths })
    expect(report.notes.map(({ to }) => to)).toEqual(['notes/V1.md'])
    expect(report.attachments.map(({ to }) => to)).toEqual([
      'attachments/pic 1.png',
      'attachments/p.pdf',
      'attachments/deep.png',
    ])
    expect(report.left).toEqual([])
    expect(report.brokenLinks.map(({ target }) => target)).toEqual([
      'Other.md',
      '../up.png',
      '.h.png',
      'l/secret.png',
      'l.png',
    ])
    expect(await readFile(join(path, 'notes/V1.md'), 'utf8')).toMatch(
      /^!\[a\]\(\.\.\/attachments\/pic%201\.png\) !\[\[deep\.png\]\] \[p\]\(\.\.\/attachments\/p\.pdf\)/i,
    )
    const both = await client['import.notes']({ paths: [...paths, join(vault.path, 'w/V1.md')] })
    expect(both.notes.map(({ to }) => to)).toEqual(['notes/V1 2.md'])
    expect(await readFile(join(path, 'notes/V1 2.md'), 'utf8')).toBe('![b](../attachments/pic%201%202.png)\n')
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

  it('resolves aliases and keeps block ids', async () => {
    await using vault = await vaultWith({
      'Transformer.md':
        '---\naliases: [attention model, "TF, the model"]\n---\nThe idea. ^idea-1\n\n[[#^idea-1]]\n',
      'Other.md': '---\nalias: someone, else\n---\n[[Transformer#^idea-1|so]] ![[Transformer#^idea-1]]\n',
      'c.md':
        '[[attention model]] [[Attention Model#Part]] [[TF, the model|TF]] ![[someone]] [[else]] [[nobody]]\n',
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const { brokenLinks } = await client['import.notes']({ paths: [vault.path] })
    expect(brokenLinks.map(({ target }) => target)).toEqual(['nobody'])
    const read = (name: string) => readFile(join(path, 'notes', name), 'utf8')
    expect(await read('c.md')).toBe(
      '[[Transformer|attention model]] [[Transformer#Part]] [[Transformer|TF]] ![[Other]] [[Other|else]] [[nobody]]\n',
    )
    for (const name of ['Transformer.md', 'Other.md'])
      expect(await read(name)).toBe(await readFile(join(vault.path, name), 'utf8'))
    const findings = await client['check.run']({ path })
    expect(findings.map(({ detail }) => detail)).toEqual(['Transformer#Part', 'nobody'])
  })

  it("reads Joplin's export: resources by path and by id, notes by id", async () => {
    const id = 'a'.repeat(32)
    await using export_ = await vaultWith({
      'Work/One.md': `---\ntitle: One\nid: ${'b'.repeat(32)}\n---\n![x](../_resources/x.png) ![y](:/${id})\n`,
      'Two.md': `[one](:/${'b'.repeat(32)}) [gone](:/${'c'.repeat(32)})\n`,
      '_resources/x.png': samplePng(),
      [`_resources/${id}.png`]: Buffer.concat([samplePng(), Buffer.of(0)]),
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const { attachments, brokenLinks, left } = await client['import.notes']({ paths: [export_.path] })
    expect([attachments.length, left, brokenLinks.map(({ target }) => target)]).toEqual([
      2,
      [],
      [`:/${'c'.repeat(32)}`],
    ])
    expect(await readFile(join(path, 'notes/Work/One.md'), 'utf8')).toContain(
      `![x](../../attachments/x.png) ![y](../../attachments/${id}.png)`,
    )
    expect(await readFile(join(path, 'notes/Two.md'), 'utf8')).toContain('[one](Work/One.md)')
  })

  it("reads Logseq's folder: pages by their names, journals, blocks and their references", async () => {
    const block = '64f1a0b2-0000-4000-8000-000000000001'
    await using graph = await vaultWith({
      'logseq/config.edn': '{}',
      'logseq/bak/pages/x/old.md': '- old\n',
      'whiteboards/w.edn': '{}',
      'pages/ml___attention.md': `alias:: looking\n\n- # Attention\n- The **softmax** of scores\n  id:: ${block}\n  collapsed:: true\n- ![i](../assets/i.png)\n`,
      'pages/C%2FI.md': `- See [[ml/attention]] and [[looking]] and ((${block})).\n- {{embed ((${block}))}}\n- {{embed [[ml/attention]]}}\n`,
      'journals/2024_01_02.md': '- [[C/I]] [[Jan 2nd, 2024]] ((00000000-0000-4000-8000-000000000000))\n',
      'assets/i.png': samplePng(),
    })
    await using notebook = await openNotebookWith({})
    const { client, path } = notebook
    const report = await client['import.notes']({ paths: [graph.path] })
    expect(report.notes.map(({ to }) => to).sort()).toEqual([
      'notes/C/I.md',
      'notes/journals/2024_01_02.md',
      'notes/ml/attention.md',
    ])
    const reasons = report.left.map(({ path: left, reason }) => [left.slice(graph.path.length + 1), reason])
    expect(reasons.sort()).toEqual([
      ['logseq/bak/pages/x/old.md', 'program-data'],
      ['logseq/config.edn', 'program-data'],
      ['whiteboards/w.edn', 'program-data'],
    ])
    const read = (name: string) => readFile(join(path, 'notes', name), 'utf8')
    expect(await read('ml/attention.md')).toBe(
      `alias:: looking\n\n- # Attention\n- The **softmax** of scores ^${block}\n- ![i](../../attachments/i.png)\n`,
    )
    expect(await read('C/I.md')).toBe(
      `- See [[ml/attention]] and [[attention|looking]] and [[ml/attention#^${block}|The softmax of scores]].\n- ![[ml/attention#^${block}]]\n- ![[ml/attention]]\n`,
    )
    expect(await read('journals/2024_01_02.md')).toContain('[[C/I]] [[2024_01_02|Jan 2nd, 2024]] ((0000')
    expect(await client['check.run']({ path })).toEqual([])
    expect(await client['import.notes']({ paths: [graph.path] })).toMatchObject({
      notes: [],
      attachments: [{ to: 'attachments/i.png' }],
    })
  })

  it('is taken back as far as nobody has changed it since', async () => {
    await using vault = await vaultWith({
      'a.md': '![](x.png)\n',
      'b.md': '![](y.png)\n',
      'x.png': samplePng(),
      'y.png': Buffer.concat([samplePng(), Buffer.of(0)]),
    })
    await using notebook = await openNotebookWith({ 'notes/own.md': 'mine\n' })
    const { client, path } = notebook
    const { undoId } = await client['import.notes']({ paths: [vault.path] })
    await writeFile(join(path, 'notes/b.md'), '![](../attachments/y.png) and more\n')
    await client['notes.read']({ path: 'notes/b.md' })
    expect(await client['import.undoNotes']({ undoId: undoId ?? '' })).toEqual({
      trashed: 2,
      kept: ['notes/b.md', 'attachments/y.png'],
    })
    const files = Object.keys(await readTree(path)).filter(name => /^(?:notes|attachments)\/./.test(name))
    expect(files.sort()).toEqual(['attachments/y.png', 'notes/b.md', 'notes/own.md'])
    expect((await client['trash.list']({})).map(({ from }) => from)).toEqual(['notes/a.md'])
    expect((await client['notes.list']({})).map(note => note.path)).toEqual(['notes/b.md', 'notes/own.md'])
  })

  it.each([0, 0.3, 0.8])('leaves nothing behind when it is cancelled after %d of it', async share => {
    const texts = Array.from({ length: 60 }, (_, index) => [
      `deep/er ${index % 3}/${index}.md`,
      `![[${index}.png]] [[${index - 1}]]`,
    ])
    const images = Array.from({ length: 20 }, (_, index) => [
      `${index}.png`,
      Buffer.concat([samplePng(), Buffer.of(index)]),
    ])
    await using vault = await vaultWith(Object.fromEntries([...texts, ...images]) as Files)
    await using notebook = await openNotebookWith({ 'notes/deep/here.md': 'here' })
    const { client, backend, path } = notebook
    const [before, known] = [await readTree(path), await client['notes.list']({})]
    const shares: number[] = []
    const stop = backend.onEvent(({ event, payload }) => {
      if (event !== 'import.progressed') return
      const { done, total } = payload as { done: number; total: number }
      shares.push(done / total)
      if (done / total >= share) void client['import.cancel']({})
    })
    expect(await errorOf(client['import.notes']({ paths: [vault.path] }))).toEqual({
      code: 'import/cancelled',
      data: { path: vault.path },
    })
    stop()
    expect(await readTree(path)).toEqual(before)
    expect(await client['notes.list']({})).toEqual(known)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect((await client['import.notes']({ paths: [vault.path] })).notes).toHaveLength(60)
  })

  it('removes what it wrote, with its folders, when a file can’t be written', async () => {
    await using vault = await vaultWith({
      'a/b/one.md': '![](../../i.png)',
      'a/b/two.md': 'two',
      'a/c/three.md': 'three',
      'i.png': samplePng(),
    })
    const faulty = createFaultyFilePort(createNodeFilePort())
    await using notebook = await openNotebookWith({}, { files: faulty.files })
    const before = await readTree(notebook.path)
    faulty.setPlan(({ method, path }) =>
      method === 'writeNew' && path.includes('three.md')
        ? { kind: 'torn', code: 'ENOSPC', share: 0.5 }
        : undefined,
    )
    expect(await errorOf(notebook.client['import.notes']({ paths: [vault.path] }))).toMatchObject({
      code: 'storage/disk-full',
    })
    faulty.setPlan(undefined)
    expect(await readTree(notebook.path)).toEqual(before)
  })
})
