import { dirname, join } from 'node:path'
import { z } from 'zod'
import { vanishedNote, type VanishedNote } from '../../shared/contract/notebook-procedures'
import { isMassDeletion } from '../../shared/domain/is-mass-deletion'
import { makeFolderDurably } from '../files/make-folder-durably'
import { encodeText, readTextFile } from '../files/text-file'
import { writeDurably } from '../files/write-durably'
import type { OpenNotebook } from './open-notebook'

const census = z.array(vanishedNote)

/**
 * Compares the notes of a notebook with those that it had when it was closed; when so many are gone that they may not have
 * been deleted, the notebook is read-only from the start. Without the file of last time there is nothing to compare.
 */
export async function findVanishedSinceClosed(notebook: OpenNotebook): Promise<void> {
  const known = await readCensus(notebook)
  const gone = known.filter(({ path }) => notebook.notes.get(path) === undefined)
  // Notes that are elsewhere now are as many new ones.
  const lost = known.length - notebook.notes.size
  if (!isMassDeletion(Math.min(lost, gone.length), known.length)) return
  for (const note of gone) notebook.vanished.set(note.path, note)
}

/** Writes down which notes there are, unless some have vanished. @throws AppError `storage/…`. */
export async function storeCensus(notebook: OpenNotebook): Promise<void> {
  if (notebook.info.readOnly !== null) return
  const notes = [...notebook.notes.all()].map(({ path, title }) => ({ path, title }))
  const path = pathOf(notebook)
  await makeFolderDurably(notebook.files, dirname(path))
  await writeDurably(notebook.files, path, encodeText(JSON.stringify(notes)))
}

async function readCensus(notebook: OpenNotebook): Promise<VanishedNote[]> {
  try {
    const { text } = await readTextFile(notebook.files, pathOf(notebook))
    return census.parse(JSON.parse(text))
  } catch {
    // There is none, or it is damaged: it is only a cache.
    return []
  }
}

function pathOf({ info }: OpenNotebook): string {
  return join(info.path, '.answerbook', 'cache', 'notes.json')
}
