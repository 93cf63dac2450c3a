import { basename, dirname, extname, join } from 'node:path'
import { checkMarkdownLinks } from '../../shared/domain/export/check-markdown-links'
import type { ExportMetadata } from '../../shared/domain/export/export-metadata'
import { exportMarkdown } from '../../shared/domain/export/export-markdown'
import type { ExportNote, ExportSource } from '../../shared/domain/export/export-source'
import { splitFrontMatter } from '../../shared/domain/front-matter'
import { decodePath } from '../../shared/domain/link-keys'
import { mapConcurrently } from '../files/map-concurrently'
import { encodeText } from '../files/text-file'
import { writeDurably } from '../files/write-durably'
import { copyBeside } from './copy-beside'
import { readNoteText, type ExportRun, type WrittenExport } from './export-run'

/** Writes one Markdown file and copies what it embeds to a folder beside it, then checks its links and images. */
export async function writeMarkdown(run: ExportRun): Promise<WrittenExport> {
  const { ports, path } = run
  const filesFolder = `${basename(path, extname(path))} files`
  const { hasMetadata, isAnswersOnly } = run.markdown
  const result = exportMarkdown(await readSource(run), {
    include: 'all',
    filesFolder,
    isAnswersOnly,
    metadata: hasMetadata ? metadataOf(run) : undefined,
  })
  const written = await copyBeside(run, dirname(path), result.attachments, () =>
    writeDurably(ports.files, path, encodeText(result.markdown)),
  )
  const check = checkMarkdownLinks(splitFrontMatter(result.markdown).body)
  const known = new Set([
    ...result.attachments.values(),
    ...result.missingImages.map(({ target }) => decodePath(target.split('#')[0] ?? '')),
  ])
  return {
    written: [path, ...written.map(file => join(dirname(path), file))],
    brokenLinks: [
      ...result.brokenLinks,
      ...check.missingAnchors.map(target => ({ path: basename(path), target })),
    ],
    missingImages: [
      ...result.missingImages,
      ...check.files.filter(file => !known.has(file)).map(target => ({ path: basename(path), target })),
    ],
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

async function readSource({ notebook, plan, step }: ExportRun): Promise<ExportSource> {
  const ids = plan.lists.flatMap(list =>
    list.sections.flatMap(section => section.questions.map(({ id }) => id)),
  )
  const notes = new Set([...ids.flatMap(id => plan.answersOf(id)), ...plan.otherNotes])
  const texts = new Map<string, ExportNote>()
  await mapConcurrently([...notes], 32, async ({ path, title }) => {
    texts.set(path, { path, title, body: (await readNoteText(notebook, path)).body })
    step(texts.size, notes.size)
  })
  return {
    ...plan,
    answersOf: id => plan.answersOf(id).flatMap(({ path }) => texts.get(path) ?? []),
    otherNotes: plan.otherNotes.flatMap(({ path }) => texts.get(path) ?? []),
  }
}
