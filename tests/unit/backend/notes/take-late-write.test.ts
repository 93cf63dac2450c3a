import { link, open, readFile, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { FilePort, HeldFile } from '../../../../src/backend/files/file-port'
import { createNodeFilePort } from '../../../../src/backend/files/node-file-port'
import { mostHeld, mostWatched } from '../../../../src/backend/files/replaced-files'
import { largestTextFileBytes } from '../../../../src/backend/files/text-file'
import type { BackendPorts } from '../../../../src/backend/ports'
import { startTimer } from '../../../../src/backend/start-timer'
import { NoteSession } from '../../../../src/renderer/state/note-session'
import { manualTimer, openFiles } from '../../../support/held-files'
import { openNotebookWith } from '../../../support/open-backend'

const path = 'notes/a.md'
const base = 'one\n\ntwo\n\nthree\n'

/** A notebook with one note that another program has open when it is saved. */
async function openNote({ flags = 'a', text = base, ...ports }: Partial<BackendPorts> & OtherProgram = {}) {
  const logged: string[] = []
  const log = (_level: string, message: string) => void logged.push(message)
  const notebook = await openNotebookWith({ [path]: text }, { startTimer, log, ...ports })
  const { client } = notebook
  const file = join(notebook.path, path)
  const other = await open(file, flags)
  const first = await client['notes.read']({ path })
  let { hash } = first
  return {
    ...notebook,
    logged,
    other,
    first,
    save: async (next: string) => {
      hash = (await client['notes.save']({ path, text: next, baseHash: hash })).hash
    },
    read: () => readFile(file, 'utf8'),
    file,
    /** What is open of files that have lost their names, the other program's own one aside. */
    held: async () =>
      (await openFiles(notebook.path)).filter(name => name.endsWith('a.md (deleted)')).slice(1),
    changes: () =>
      notebook.events.filter(({ event }) => event === 'notes.changed').map(each => each.clientId),
    [Symbol.asyncDispose]: async () => {
      await other.close().catch(() => undefined)
      await notebook[Symbol.asyncDispose]()
    },
  }
}

interface OtherProgram {
  readonly flags?: string
  readonly text?: string
}

/** Writes with nothing held back. */
async function rewrite(file: FileHandle, text: string): Promise<void> {
  await file.truncate(0)
  await file.write(text, 0)
}

describe('what another program writes into a file that a save has just replaced', () => {
  it('comes to the end of the note when it was added there, and open pages hear of it', async () => {
    await using note = await openNote()
    await note.save(`${base}mine\n`)
    await note.other.write('late\n')
    await expect.poll(note.read).toBe(`${base}mine\nlate\n`)
    await expect.poll(note.changes).toEqual(['test', null])
    expect((await note.client['notes.read']({ path })).text).toBe(`${base}mine\nlate\n`)
    const [version] = await note.client['history.list']({ path })
    expect(version?.reason).toBe('external')
  })

  it('comes again and again as long as the program goes on', async () => {
    await using note = await openNote()
    await note.save(`mine\n${base}`)
    for (const word of ['1', '2', '3']) {
      await note.other.write(`${word}\n`)
      await expect.poll(note.read).toMatch(new RegExp(`\n${word}\n$`))
    }
    expect(await note.read()).toBe(`mine\n${base}1\n2\n3\n`)
  })

  it('is merged when lines were written anew, which the program may empty the file for', async () => {
    await using note = await openNote({ flags: 'r+' })
    await note.save('mine\n\ntwo\n\nthree\n')
    await rewrite(note.other, 'one\n\ntwo\n\nlate\n')
    await expect.poll(note.read).toBe('mine\n\ntwo\n\nlate\n')
  })

  it('is compared with what was there before the program emptied the file', async () => {
    await using note = await openNote({ flags: 'r+' })
    await note.save('mine\n\ntwo\n\nthree\n')
    await note.other.truncate(0)
    // Long enough to be looked at in between, though nothing depends on it.
    await delay(400)
    expect(await note.read()).toBe('mine\n\ntwo\n\nthree\n')
    await rewrite(note.other, 'one\n\ntwo\n\nlate\n')
    await expect.poll(note.read).toBe('mine\n\ntwo\n\nlate\n')
  })

  it('is in the history when both changed the same lines', async () => {
    await using note = await openNote({ flags: 'r+' })
    await note.save('mine\n\ntwo\n\nthree\n')
    await rewrite(note.other, 'late\n\ntwo\n\nthree\n')
    const versions = async () => {
      const list = await note.client['history.list']({ path })
      return Promise.all(
        list
          .filter(({ reason }) => reason === 'late')
          .map(async ({ id }) => (await note.client['history.read']({ path, id })).text),
      )
    }
    await expect.poll(versions).toEqual(['late\n\ntwo\n\nthree\n'])
    expect(await note.read()).toBe('mine\n\ntwo\n\nthree\n')
    await expect
      .poll(() => note.logged)
      .toEqual([`what was written into a note too late is in its history: ${path}`])
  })

  it('is in the history when it is no text', async () => {
    await using note = await openNote()
    await note.save(`${base}mine\n`)
    await note.other.write(new Uint8Array([0xff, 0]))
    const reasons = async () => (await note.client['history.list']({ path })).map(({ reason }) => reason)
    await expect.poll(reasons).toContain('late')
    expect(await note.read()).toBe(`${base}mine\n`)
  })

  it('is left where it is when it is larger than any note', async () => {
    await using note = await openNote({ flags: 'r+' })
    await note.save(`${base}mine\n`)
    await note.other.truncate(largestTextFileBytes + 1)
    await note.client['notebook.close']({})
    expect(await note.read()).toBe(`${base}mine\n`)
    expect(note.logged).toContain('a file that was replaced could not be looked at')
  })

  it('reaches a page that goes on writing', async () => {
    await using note = await openNote()
    const quiet = { onCreated: () => undefined, onReplaced: () => undefined, onMerged: () => undefined }
    const identity = { key: 'page', pageId: '11111111-1111-4111-8111-111111111111' }
    const session = new NoteSession(identity, note.client, { note: note.first }, quiet)
    const stop = note.backend.onEvent(({ event, clientId }) => {
      if (event === 'notes.changed' && clientId === null) void session.refresh()
    })
    for (let edit = 1; edit <= 20; edit += 1) {
      const body = session.body.replace(/^.*/, `edit ${edit}`)
      session.edited(() => body)
      await session.flush()
      if (edit === 3) await note.other.write('late\n')
      if (edit > 3) await delay(20)
    }
    await expect.poll(note.read).toBe('edit 20\n\ntwo\n\nthree\nlate\n')
    await expect.poll(() => session.body).toBe('edit 20\n\ntwo\n\nthree\nlate\n')
    expect(session.state.kind).toBe('saved')
    stop()
    session.dispose()
  })

  it('follows the note to another name and into the trash', async () => {
    const timer = manualTimer()
    await using note = await openNote({ startTimer: timer.startTimer })
    await note.save(`${base}mine\n`)
    const renamed = await note.client['notes.rename']({ path, newTitle: 'b' })
    await note.other.write('late\n')
    timer.fire()
    const read = () => readFile(join(note.path, renamed.path), 'utf8')
    await expect.poll(read).toBe(`${base}mine\nlate\n`)
    const { trashPath } = await note.client['notes.trash']({ path: renamed.path })
    await note.other.write('later\n')
    const reasons = async () =>
      (await note.client['history.list']({ path: trashPath })).map(each => each.reason)
    await expect
      .poll(async () => {
        timer.fire()
        return reasons()
      })
      .toContain('late')
  })

  it('is looked for once more when the notebook is closed', async () => {
    const timer = manualTimer()
    await using note = await openNote({ startTimer: timer.startTimer })
    await note.save(`${base}mine\n`)
    await note.other.write('late\n')
    await note.client['notebook.close']({})
    expect(await note.read()).toBe(`${base}mine\nlate\n`)
    expect(await note.held()).toEqual([])
  })
})

describe('the watch on replaced files', () => {
  it('ends with nothing open and nothing told when nothing is written', async () => {
    const timer = manualTimer()
    await using note = await openNote({ startTimer: timer.startTimer })
    await note.save(`${base}mine\n`)
    expect(await note.held()).toHaveLength(1)
    const heldAfterMore = async () => {
      timer.fire()
      return note.held()
    }
    await expect.poll(heldAfterMore).toEqual([])
    expect(await note.read()).toBe(`${base}mine\n`)
    expect(note.changes()).toEqual(['test'])
    expect(note.logged).toEqual([])
  })

  it('holds few files however many are saved', async () => {
    const count = { open: 0, most: 0 }
    await using note = await openNote({ startTimer: manualTimer().startTimer, files: countingFiles(count) })
    for (let save = 1; save <= 3 * mostHeld; save += 1) await note.save(`${base}mine ${save}\n`)
    expect(count.most).toBeGreaterThanOrEqual(mostWatched)
    expect(count.most).toBeLessThanOrEqual(mostHeld)
    await note.client['notebook.close']({})
    expect(count.open).toBe(0)
  })

  it('looks at a file once more before it makes room', async () => {
    await using note = await openNote({ startTimer: manualTimer().startTimer })
    await note.save(`${base}mine 1\n`)
    await note.other.write('late\n')
    for (let save = 2; save <= mostWatched + 1; save += 1) await note.save(`${base}mine ${save}\n`)
    await expect.poll(note.read).toBe(`${base}mine ${mostWatched + 1}\nlate\n`)
  })

  it('does not hold a file that has another name, under which late writes are found', async () => {
    await using note = await openNote()
    await link(join(note.path, path), join(note.path, 'same.md'))
    await note.save(`${base}mine\n`)
    await note.other.write('late\n')
    await note.client['notebook.close']({})
    expect(await note.read()).toBe(`${base}mine\n`)
    expect(await readFile(join(note.path, 'same.md'), 'utf8')).toBe(`${base}late\n`)
  })

  it.each<[string, (real: FilePort) => FilePort['hold']]>([
    ['can not be held', () => () => Promise.reject(systemError())],
    [
      'can not be looked at',
      real => async at => held(real, at, { look: () => Promise.reject(systemError()) }),
    ],
  ])('harms no save when a file %s', async (_what, holdWith) => {
    const real = createNodeFilePort()
    await using note = await openNote({ files: { ...real, hold: holdWith(real) } })
    await note.save(`${base}mine\n`)
    await note.save(`${base}mine too\n`)
    expect(await note.read()).toBe(`${base}mine too\n`)
    await note.client['notebook.close']({})
    expect(await note.held()).toEqual([])
  })

  it('is not on a file that is another one when it is held', async () => {
    const real = createNodeFilePort()
    const hold = async (at: string) => real.hold?.(at.replace('a.md', 'b.md'))
    await using note = await openNote({ files: { ...real, hold } })
    const another = join(note.path, 'notes/b.md')
    await writeFile(another, base)
    await note.save(`${base}mine\n`)
    await writeFile(another, `${base}late\n`)
    await note.client['notebook.close']({})
    expect(await note.read()).toBe(`${base}mine\n`)
  })

  it('holds nothing of a save that fails', async () => {
    const files = { ...createNodeFilePort(), rename: () => Promise.reject(systemError()) }
    await using note = await openNote({ files, startTimer: manualTimer().startTimer })
    await expect(note.save(`${base}mine\n`)).rejects.toThrow()
    expect((await openFiles(note.path)).filter(name => name.endsWith('a.md'))).toEqual([note.file])
  })

  it('holds nothing of a save over what another program has written in time', async () => {
    await using note = await openNote({ startTimer: manualTimer().startTimer })
    await note.other.write('in time\n')
    await expect(note.save(`${base}mine\n`)).rejects.toThrow()
    expect((await openFiles(note.path)).filter(name => name.endsWith('a.md'))).toEqual([note.file])
  })
})

/** Counts the files that are held. */
function countingFiles(count: { open: number; most: number }): FilePort {
  const real = createNodeFilePort()
  const hold = async (at: string): Promise<HeldFile | undefined> => {
    const file = await real.hold?.(at)
    if (file === undefined) return undefined
    count.open += 1
    count.most = Math.max(count.most, count.open)
    return {
      ...file,
      close: async () => {
        await file.close()
        count.open -= 1
      },
    }
  }
  return { ...real, hold }
}

async function held(real: FilePort, at: string, change: Partial<HeldFile>): Promise<HeldFile | undefined> {
  const file = await real.hold?.(at)
  return file && { ...file, ...change }
}

function systemError(): Error {
  return Object.assign(new Error('EIO'), { code: 'EIO' })
}
