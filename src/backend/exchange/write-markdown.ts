import { basename, dirname, extname, join } from 'node:path'
import { MarkdownPlaceReader, type MarkdownLinkCheck } from '../../shared/domain/export/check-markdown-links'
import type { ExportMetadata } from '../../shared/domain/export/export-metadata'
import { MarkdownExport } from '../../shared/domain/export/export-markdown'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import type { ExportPlan } from '../../shared/domain/export/export-source'
import type { ResolvedLink } from '../../shared/domain/resolve-link'
import { decodePath } from '../../shared/domain/link-keys'
import { withStorageErrors } from '../files/storage-error'
import { copyBeside } from './copy-beside'
import { readerOf, type ExportRun, type WrittenExport } from './export-run'
import { stageFile } from './stage-file'

/** Writes one Markdown file and copies what it embeds to a folder beside it, then checks its links and images. */
export async function writeMarkdown(run: ExportRun): Promise<WrittenExport> {
  const { ports, plan, path, step } = run
  const { hasMetadata, isAnswersOnly } = run.markdown
  const result = new MarkdownExport(plan, {
    read: readerOf(run, isInExport(plan)),
    filesFolder: `${basename(path, extname(path))} files`,
    isAnswersOnly,
    metadata: hasMetadata ? metadataOf(run) : undefined,
  })
  let done = 0
  // Both ways through the texts, and reading them again.
  const onUnit = (): void => step((done += 1), result.units * 3 + 1)
  const lengths: number[] = []
  const pieces = counted(result.pieces(onUnit), lengths)
  return stageFile(ports, path, pieces, async (staged, commit) => {
    const check = await withStorageErrors(staged, () => checkStaged(run, { staged, lengths, onUnit }))
    const copies = await copyBeside(run, dirname(path), result.attachments, commit)
    return {
      written: [path, ...copies.map(file => join(dirname(path), file))],
      ...unresolved(run, result, check),
    }
  })
}

/** Notes how long each piece is. */
async function* counted(pieces: AsyncIterable<string>, lengths: number[]): AsyncGenerator<string> {
  for await (const piece of pieces) {
    lengths.push(piece.length)
    yield piece
  }
}

/** Reads what was written again, in the pieces that it was written in: each begins with a heading. */
async function checkStaged(
  { ports }: ExportRun,
  { staged, lengths, onUnit }: { staged: string; lengths: readonly number[]; onUnit: () => void },
): Promise<MarkdownLinkCheck> {
  const reader = new MarkdownPlaceReader()
  const decoder = new TextDecoder()
  let [text, index] = ['', 0]
  for await (const chunk of await ports.streams.read(staged)) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    for (
      let length = lengths[index];
      length !== undefined && text.length >= length;
      length = lengths[index]
    ) {
      const piece = text.slice(0, length)
      reader.add(index === 0 ? splitFrontMatter(piece).body : piece)
      text = text.slice(length)
      index += 1
      onUnit()
    }
  }
  return reader.check()
}

function unresolved(
  { path }: ExportRun,
  { brokenLinks, missingImages, attachments }: MarkdownExport,
  { missingAnchors, files }: MarkdownLinkCheck,
): Pick<WrittenExport, 'brokenLinks' | 'missingImages'> {
  const known = new Set([
    ...attachments.values(),
    ...missingImages.map(({ target }) => decodePath(target.split('#')[0] ?? '')),
  ])
  const lost = files.filter(file => !known.has(file))
  const told = (target: string): { path: string; target: string } => ({ path: basename(path), target })
  return {
    brokenLinks: [...brokenLinks, ...missingAnchors.map(told)],
    missingImages: [...missingImages, ...lost.map(told)],
  }
}

function metadataOf({ notebook, plan, marksOf, ports }: ExportRun): ExportMetadata {
  return {
    document: {
      title: plan.title,
      notebook: notebook.info.id,
      exported: new Date(ports.now()).toISOString(),
      questions: plan.questions,
      answered: plan.answered,
    },
    ofQuestion: id => {
      const { status, confidence, dueAt } = marksOf(id)
      const notes = plan.answersOf(id)
      return {
        id,
        status,
        confidence: confidence ?? undefined,
        due: dueAt === null ? undefined : new Date(dueAt).toISOString(),
        tags: [...new Set(notes.flatMap(({ tags }) => tags))],
        notes: notes.map(({ path }) => path),
      }
    },
  }
}

/** What the document has already needs no quoting: an embed of it is a link to there. */
function isInExport({ lists, answersOf, otherNotes }: ExportPlan): (resolved: ResolvedLink) => boolean {
  const ids = lists.flatMap(list => list.sections.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const notes = [...otherNotes, ...ids.flatMap(answersOf)]
  const inside = new Set([...ids, ...notes.map(({ path }) => path)])
  return resolved =>
    inside.has(resolved.kind === 'note' ? resolved.path : resolved.kind === 'question' ? resolved.id : '')
}
