import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { createNodeFileStreams } from '../../../../src/backend/files/node-file-streams'
import { exportFormats, folderFormats } from '../../../../src/shared/domain/export/export-formats'
import { createFaultyFilePort, failAt } from '../../../support/faulty-file-port'
import { createFaultyStreams } from '../../../support/faulty-streams'
import { errorOf, openNotebookWith } from '../../../support/open-backend'
import { printOnPaper } from '../../../support/print-on-paper'
import { readTree } from '../../../support/read-tree'
import { samplePng } from '../../../support/sample-images'
import { temporaryFolder } from '../../../support/temporary-folder'

const notes = {
  'notes/a.md':
    '---\nanswers: [small-1-01]\n---\n![](../attachments/i.png) [[b#Part]] [t](../attachments/t.txt) $x$',
  'notes/b.md': '## Part\n\nFree.',
  'attachments/i.png': samplePng(),
  'attachments/t.txt': 'text',
}

describe.each(exportFormats)('an export as %s', format => {
  it('leaves what was there as it was when any call of the disk fails, and says so', async () => {
    const faulty = createFaultyFilePort(createNodeFilePort())
    const streams = createFaultyStreams(createNodeFileStreams())
    await using notebook = await openNotebookWith(notes, {
      files: faulty.files,
      streams: streams.streams,
      printPage: printOnPaper,
    })
    await using out = await temporaryFolder()
    let runs = 0
    /** What an export that fails so leaves, what it found, what it said, and whether it came to the failing call. */
    const outcome = async (kind: 'error' | 'torn' | 'stream', index: number) => {
      const folder = join(out.path, String((runs += 1)))
      const path = join(folder, 'Out')
      await mkdir(folderFormats.includes(format) ? path : folder, { recursive: true })
      if (!folderFormats.includes(format)) await writeFile(path, 'an older file')
      const before = await readTree(folder)
      faulty.setPlan(kind === 'stream' ? undefined : failAt(index, { kind, code: 'ENOSPC', share: 0.5 }))
      streams.failAt(kind === 'stream' ? index : undefined)
      const scope = { kind: 'notebook' } as const
      const run = notebook.client['export.run']({ format, path, scope, include: 'all', overwrite: true })
      const error = await errorOf(run)
      const isReached = (kind === 'stream' ? streams.steps : faulty.calls.length) > index
      faulty.setPlan(undefined)
      streams.failAt(undefined)
      return { error, before, after: await readTree(folder), isReached }
    }
    const whole = await outcome('error', Infinity)
    expect(whole.error).toBe('no error')
    let failures = 0
    for (const kind of ['error', 'torn', 'stream'] as const) {
      for (let index = 0; ; index += 1) {
        const { error, before, after, isReached } = await outcome(kind, index)
        if (!isReached) break
        // A temporary file that can't be removed is no reason to say that the export failed.
        if (error === 'no error') expect(finished(after), `${kind} ${index}`).toEqual(whole.after)
        else {
          failures += 1
          expect(error).toMatchObject({ code: expect.stringMatching(/^(?:storage|export)\//) as string })
          expect(after, `${kind} ${index}`).toEqual(before)
          // The temporary file is nothing that the user knows of.
          expect(JSON.stringify(error), `${kind} ${index}`).not.toMatch(/\.tmp\b/)
        }
      }
    }
    expect(failures).toBeGreaterThan(20)
  })
})

function finished(tree: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([name]) => !name.endsWith('.tmp')))
}

it('says that a folder is not empty when another export came into it meanwhile', async () => {
  const real = createNodeFilePort()
  const rename: typeof real.rename = async (from, to, mark) => {
    if (to.endsWith('Out')) {
      await mkdir(to)
      await writeFile(join(to, 'theirs.md'), 'theirs')
    }
    return real.rename(from, to, mark)
  }
  await using notebook = await openNotebookWith(notes, { files: { ...real, rename } })
  await using out = await temporaryFolder()
  const path = join(out.path, 'Out')
  const scope = { kind: 'notebook' } as const
  const run = notebook.client['export.run']({
    format: 'folder',
    path,
    scope,
    include: 'all',
    overwrite: false,
  })
  expect(await errorOf(run)).toMatchObject({ code: 'export/folder-not-empty', data: { path } })
  expect(await readTree(out.path)).toEqual({ 'Out/': '', 'Out/theirs.md': 'theirs' })
})
