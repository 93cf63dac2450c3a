import { isAppError } from '../../shared/contract/app-error'
import type { FolderExport } from '../../shared/domain/export/export-folder'
import {
  changesBack,
  manifestName,
  type FolderManifest,
  type ManifestFile,
} from '../../shared/domain/export/folder-manifest'
import { formatQuestionList } from '../../shared/domain/import/format-question-list'
import type { QuestionList } from '../../shared/domain/question-list'
import { encodeText, hashOf } from '../files/text-file'
import type { ExportRun } from './export-run'
import type { StagedFolder } from './staged-folder'

interface Written {
  /** Paths below the folder. */
  readonly written: readonly string[]
  readonly origins: ReturnType<FolderExport['origins']>
  readonly attachments: ReadonlyMap<string, string>
}

/** Writes what it takes to make the notebook, or the part of it, again of the folder. */
export async function writeManifest(
  { notebook, plan }: ExportRun,
  folder: StagedFolder,
  { written, origins, attachments }: Written,
): Promise<void> {
  const files: ManifestFile[] = []
  for (const path of written) {
    const bytes = await folder.read(path)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { note, question } = origins.get(path) ?? {}
    const original = note === undefined ? undefined : await originalOf(notebook, note)
    files.push({
      path,
      hash: hashOf(bytes),
      note: original === undefined ? null : (note ?? null),
      question: question ?? null,
      changes: original === undefined ? [] : changesBack(text, original),
    })
  }
  const manifest: FolderManifest = {
    answerbookExport: 1,
    title: plan.title,
    lists: await Promise.all(plan.lists.map(list => listText(notebook, list))),
    files,
    attachments: [...attachments].map(([from, path]) => ({ path, from })),
  }
  await folder.write(manifestName, encodeText(`${JSON.stringify(manifest, undefined, 1)}\n`))
}

async function originalOf({ noteStore }: ExportRun['notebook'], path: string): Promise<string | undefined> {
  const file = await noteStore.read(path).catch((error: unknown) => {
    if (isAppError(error, 'notes/not-found')) return undefined
    throw error
  })
  return file?.text
}

/** The list's own text when all of it is exported, else that of the part. */
async function listText(
  { lists, listStore }: ExportRun['notebook'],
  list: QuestionList,
): Promise<{ path: string; text: string }> {
  const stored = lists.find(({ id }) => id === list.id)
  const path = stored?.path ?? `questions/${list.id}.md`
  const isWhole = stored !== undefined && countOf(stored) === countOf(list)
  return { path, text: isWhole ? (await listStore.read(path)).text : formatQuestionList(list) }
}

function countOf({ sections }: QuestionList): number {
  return sections.reduce((sum, { questions }) => sum + questions.length, 0)
}
