import { z } from 'zod'
import { command, query } from './define'

export const noteSummary = z.object({
  /** Relative to the notebook, with forward slashes: `notes/….md`. */
  path: z.string(),
  title: z.string(),
  answers: z.array(z.string()),
  tags: z.array(z.string()),
  modifiedAt: z.number(),
  /** Why its text can't be shown, if so. */
  problem: z.string().nullable(),
})
export type NoteSummary = z.output<typeof noteSummary>

export const noteContent = z.object({
  ...noteSummary.shape,
  text: z.string(),
  /** SHA-256 of the file's bytes, in hexadecimal. */
  hash: z.string(),
})
export type NoteContent = z.output<typeof noteContent>

/** Where a link leads. */
export const linkTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('note'),
    path: z.string(),
    title: z.string(),
    heading: z.string().nullable(),
  }),
  z.object({ kind: z.literal('question'), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal('list'), id: z.string(), title: z.string() }),
  /** `size` is in bytes; null when there is no such file. */
  z.object({ kind: z.literal('attachment'), path: z.string(), size: z.number().nullable() }),
  z.object({ kind: z.literal('missing'), target: z.string() }),
])
export type LinkTarget = z.output<typeof linkTarget>

/** What a link leads to, to be shown without going there. */
export const linkPreview = z.object({
  target: linkTarget,
  /** The note that `text` is from: the target, or the first answer of a question. */
  notePath: z.string().nullable(),
  /** Markdown: the beginning of the note, or of the section under the heading. */
  text: z.string(),
  /** Whether there is more than `text`. */
  isCut: z.boolean(),
  /** False when the link names a heading that the note doesn't have. */
  hasHeading: z.boolean(),
})
export type LinkPreview = z.output<typeof linkPreview>

export const linkSuggestion = z.object({
  kind: z.enum(['note', 'question', 'attachment']),
  /** The question's id, or the path of the note or file. */
  id: z.string(),
  title: z.string(),
  /** For a question, its place such as `3.4`; for a note or a file, its folder. */
  detail: z.string(),
  /** What goes between the double brackets; null when no wiki link leads to the note, but a Markdown link to its file. */
  insert: z.string().nullable(),
})
export type LinkSuggestion = z.output<typeof linkSuggestion>

export const backlink = z.object({
  /** The note that holds the link. */
  path: z.string(),
  title: z.string(),
  answers: z.array(z.string()),
  /** The line of text around the link. */
  context: z.string(),
})
export type Backlink = z.output<typeof backlink>

/** The journal's draft of the text that is saved. */
const draftId = z.uuid().optional()
const saved = z.object({ path: z.string(), hash: z.string(), savedAt: z.number() })

const renamed = z.object({
  path: z.string(),
  title: z.string(),
  /** How many links were rewritten, and in how many files. */
  links: z.number(),
  files: z.number(),
})

/** A link of a note that leads to another note, or to a question. */
export const graphLink = z.object({
  /** Path of the note that has it. */
  from: z.string(),
  to: z.union([z.object({ path: z.string() }), z.object({ questionId: z.string() })]),
})
export type GraphLink = z.output<typeof graphLink>

export const noteProcedures = {
  /** Every link among notes and questions, each once. */
  'links.graph': query(z.object({}), z.array(graphLink)),
  /** All notes by title, or those of `paths` that there are. */
  'notes.list': query(z.object({ paths: z.array(z.string()).optional() }), z.array(noteSummary)),
  'notes.read': query(z.object({ path: z.string() }), noteContent),
  'notes.save': command(
    z.object({ path: z.string(), text: z.string(), baseHash: z.string(), draftId }),
    saved,
  ),
  /**
   * Saves what the user made of two versions: the file, which still has `baseHash`, and `mine`. A version with lines
   * that `text` doesn't have is kept in the trash.
   */
  'notes.resolveConflict': command(
    z.object({ path: z.string(), text: z.string(), mine: z.string(), baseHash: z.string(), draftId }),
    saved,
  ),
  /** Makes a note; in a folder of `notes/`, which is made too, or in `notes/` itself. */
  'notes.create': command(
    z.object({ title: z.string(), text: z.string().optional(), folder: z.string().optional() }),
    noteContent,
  ),
  'notes.createAnswer': command(z.object({ questionId: z.string(), text: z.string(), draftId }), noteContent),
  'notes.link': command(z.object({ path: z.string(), questionId: z.string() }), noteContent),
  'notes.unlink': command(z.object({ path: z.string(), questionId: z.string() }), noteContent),
  /** Adds a tag to the front matter of a note, or takes it out; nothing else of the file changes. */
  'notes.setTag': command(
    z.object({ path: z.string(), tag: z.string().trim().min(1).max(100), isOn: z.boolean() }),
    noteContent,
  ),
  /**
   * Gives a note another title, and with it another file name, or another path, or both. Every link to it in notes and
   * question lists is rewritten in place. Folders of `newPath` that are not there get names that every system takes, none of
   * them hidden; the answer says where the note is. What asks for the path and title before takes the last renaming back.
   */
  'notes.rename': command(
    z.object({
      path: z.string(),
      newTitle: z.string().trim().min(1).max(500).optional(),
      newPath: z.string().optional(),
    }),
    renamed,
  ),
  'notes.trash': command(z.object({ path: z.string() }), z.object({ trashPath: z.string() })),
  'notes.restore': command(z.object({ path: z.string(), trashPath: z.string() }), noteContent),
  'links.resolve': query(
    z.object({
      /** `wiki`: what stands between double brackets; `markdown`: the destination of a Markdown link. */
      kind: z.enum(['wiki', 'markdown']),
      target: z.string(),
      from: z.string().nullable(),
    }),
    linkTarget,
  ),
  /** `limit`: the most characters of text to give. */
  'links.preview': query(
    z.object({
      kind: z.enum(['wiki', 'markdown']),
      target: z.string(),
      from: z.string().nullable(),
      limit: z.number().int().min(1).max(100_000),
    }),
    linkPreview,
  ),
  /** The headings of the note that a wiki link leads to, in order, as plain text; none when it leads to no note. */
  'links.headings': query(
    z.object({ target: z.string(), from: z.string().nullable() }),
    z.array(z.object({ level: z.number(), text: z.string() })),
  ),
  'links.suggest': query(z.object({ text: z.string(), limit: z.number().max(50) }), z.array(linkSuggestion)),
  'links.backlinks': query(
    z.object({ to: z.union([z.object({ path: z.string() }), z.object({ questionId: z.string() })]) }),
    z.array(backlink),
  ),
  /** Notes that say the title of a note without a link to it, each with the line of the first such place. */
  'links.mentions': query(
    z.object({ path: z.string(), limit: z.number().int().min(1).max(100) }),
    z.array(backlink),
  ),
  /** Makes the first mention of the note `to` in the note `path` a link. */
  'links.linkMention': command(
    z.object({ path: z.string(), to: z.string() }),
    z.object({ hash: z.string() }),
  ),
} as const
