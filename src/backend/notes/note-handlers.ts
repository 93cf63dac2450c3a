import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { noteProcedures } from '../../shared/contract/note-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import type { JournalService } from '../journal/journal-service'
import type { StudyService } from '../study/study-service'
import type { LinkService } from './link-service'
import type { MentionService } from './mention-service'
import type { RenameService } from './rename-service'
import type { NoteService } from './note-service'

/** The contract's `notes.*` and `links.*`. */
export function createNoteHandlers(
  notes: NoteService,
  links: LinkService,
  {
    study,
    journal,
    renames,
    mentions,
  }: {
    readonly study: StudyService
    readonly journal: JournalService
    readonly renames: RenameService
    readonly mentions: MentionService
  },
): Pick<AnswerbookHandlers, keyof typeof noteProcedures> {
  return {
    'notes.list': async ({ paths }) => notes.list(paths),
    'notes.read': async ({ path }) => notes.read(path),
    'notes.save': async ({ draftId, ...input }, { clientId }) => {
      const draft = draftId === undefined ? undefined : await journal.startSave(draftId)
      const saved = await notes.save(input, clientId, draft?.beforeWrite)
      draft?.saved({ ...saved, body: splitFrontMatter(input.text).body })
      return saved
    },
    'notes.resolveConflict': async ({ draftId, ...input }, { clientId }) => {
      const saved = await notes.resolveConflict(input, clientId)
      if (draftId !== undefined) await journal.drop(draftId)
      return saved
    },
    'notes.create': async (input, { clientId }) => notes.create(input, clientId),
    'notes.createAnswer': async ({ draftId, ...input }, { clientId }) => {
      const draft = draftId === undefined ? undefined : await journal.startSave(draftId)
      const content = await notes.createAnswer(input, clientId, draft?.beforeWrite)
      draft?.saved({ ...content, body: input.text })
      await study.startDraft(input.questionId, clientId)
      return content
    },
    'notes.link': async (input, { clientId }) => notes.link(input, clientId),
    'notes.unlink': async (input, { clientId }) => notes.unlink(input, clientId),
    'notes.setTag': async (input, { clientId }) => notes.setTag(input, clientId),
    'notes.rename': async (input, { clientId }) => renames.rename(input, clientId),
    'notes.trash': async ({ path }, { clientId }) => notes.trash(path, clientId),
    'notes.restore': async (input, { clientId }) => notes.restore(input, clientId),
    'links.resolve': async input => links.resolve(input),
    'links.preview': async input => links.preview(input),
    'links.headings': async ({ target, from }) => links.headings(target, from),
    'links.suggest': async ({ text, limit }) => links.suggest(text, limit),
    'links.graph': async () => links.graph(),
    'links.backlinks': async ({ to }) => links.backlinks(to),
    'links.mentions': async ({ path, limit }) => mentions.mentions(path, limit),
    'links.linkMention': async ({ path, to }, { clientId }) => mentions.link(path, to, clientId),
  }
}
