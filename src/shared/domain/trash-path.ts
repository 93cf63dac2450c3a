import { fileTitle } from './file-title'

/** The folder of a notebook that notes are moved to before they are deleted for good. */
export const trashFolder = '.answerbook/trash'

/** What the path of a file in the trash says of it. */
export interface TrashOrigin {
  /** Where the note or the question list was. */
  readonly from: string
  /** Epoch milliseconds; undefined when the path doesn't say it. */
  readonly trashedAt: number | undefined
}

/** The folder in the trash for what is moved there at a moment: below it a note keeps its path. */
export function trashFolderAt(at: number): string {
  return `${trashFolder}/${new Date(at).toISOString().replace(/[:.]/g, '-')}`
}

/**
 * Where a file of the trash came from, and when. Early versions put notes directly into the trash under their title,
 * with the moment before it.
 */
export function originOf(trashPath: string): TrashOrigin {
  const inTrash = trashPath.slice(trashFolder.length + 1)
  const [, date, hours, minutes, seconds, milliseconds, rest = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-\d+)?[ /](.+)$/.exec(inTrash) ?? []
  const time = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  const trashedAt = Number.isNaN(time) ? undefined : time
  const from = /^(?:notes|questions)\//.test(rest) ? rest : `notes/${fileTitle(rest || inTrash)}.md`
  return { from, trashedAt }
}
