import { procedures, type AnswerbookHandlers } from '../shared/contract/contract'
import type { EventFrame } from '../shared/contract/wire'
import { AttachmentService } from './attachments/attachment-service'
import { createAttachmentHandlers } from './attachments/attachment-handlers'
import { createBackupHandlers } from './backups/backup-handlers'
import { BackupSchedule } from './backups/backup-schedule'
import { BackupService } from './backups/backup-service'
import { checkNotebook } from './check/check-notebook'
import { createDispatcher, type Dispatch } from './create-dispatcher'
import { EventHub } from './event-hub'
import { createExchangeHandlers } from './exchange/exchange-handlers'
import { ExportService } from './exchange/export-service'
import { NoteImportService } from './exchange/note-import-service'
import { createHistoryHandlers } from './history/history-handlers'
import { createJournalHandlers } from './journal/journal-handlers'
import { JournalService } from './journal/journal-service'
import { NotebookService } from './notebook/notebook-service'
import { ConflictService } from './notes/conflict-service'
import { LinkService } from './notes/link-service'
import { MentionService } from './notes/mention-service'
import { createNoteHandlers } from './notes/note-handlers'
import { NoteService } from './notes/note-service'
import { RenameService } from './notes/rename-service'
import type { BackendPorts } from './ports'
import { ReplaceService } from './replace/replace-service'
import { createSearchHandlers } from './search/search-handlers'
import { ImportService } from './questions/import-service'
import { EditionService } from './questions/edition-service'
import { ListChanges } from './questions/list-changes'
import { createListEditHandlers } from './questions/list-edit-handlers'
import { ListEditService } from './questions/list-edit-service'
import { createQuestionHandlers } from './questions/question-handlers'
import { QuestionService } from './questions/question-service'
import { createAppHandlers } from './settings/app-handlers'
import { Preferences } from './settings/preferences'
import { PlanService } from './study/plan-service'
import { ReviewService } from './study/review-service'
import { createStudyHandlers } from './study/study-handlers'
import { StudyLog } from './study/study-log'
import { StudyMerges } from './study/study-merges'
import { StudyService } from './study/study-service'
import { createTrashHandlers } from './trash/trash-handlers'
import { TrashService } from './trash/trash-service'

export interface Backend {
  readonly dispatch: Dispatch
  readonly onEvent: (listener: (frame: EventFrame) => void) => () => void
  /** Absolute path of the open notebook, for the host's attachment route. */
  readonly notebookFolder: () => string | undefined
  /** Waits for writes under way and ends workers and watchers. */
  readonly dispose: () => Promise<void>
}

/** Puts the backend together on what a host supplies. */
export function createBackend(
  ports: BackendPorts,
  { validateOutputs }: { validateOutputs: boolean },
): Backend {
  const events = new EventHub()
  const preferences = new Preferences(ports)
  ports.onSettingsChanged?.(preferences.settings())
  const notebooks = new NotebookService(ports, events, preferences)
  const backups = new BackupService(notebooks, ports, events)
  const schedule = new BackupSchedule(backups, ports.startTimer)
  events.subscribe(({ event }) => event === 'notebook.changed' && schedule.restart())
  const handlers = createHandlers({ ports, events, preferences, notebooks, backups })
  return {
    dispatch: createDispatcher(procedures, handlers, {
      validateOutputs,
      onBug: (name, error) => ports.log('error', `${name} failed`, error),
    }),
    onEvent: listener => events.subscribe(listener),
    notebookFolder: () => notebooks.info?.path,
    dispose: async () => {
      schedule.dispose()
      await backups.dispose()
      await notebooks.dispose()
    },
  }
}

interface Parts {
  readonly ports: BackendPorts
  readonly events: EventHub
  readonly preferences: Preferences
  readonly notebooks: NotebookService
  readonly backups: BackupService
}

function createHandlers({ ports, events, preferences, notebooks, backups }: Parts): AnswerbookHandlers {
  const studyLog = new StudyLog(notebooks, ports)
  const study = new StudyService(notebooks, studyLog, ports)
  const plans = new PlanService(studyLog, study)
  const reviews = new ReviewService(notebooks, { log: studyLog, study, plans }, ports)
  const notes = new NoteService(notebooks, ports)
  const conflicts = new ConflictService(notebooks, notes)
  const journal = new JournalService(notebooks, ports)
  const links = new LinkService(notebooks)
  const merges = new StudyMerges(studyLog, study)
  const changes = new ListChanges(notebooks, notes, merges, ports)
  const replaces = new ReplaceService(notebooks, notes, ports)
  return {
    ...createAppHandlers(ports, preferences, events),
    ...createListHandlers({ notebooks, study, notes, merges, changes }),
    ...createNoteHandlers(notes, links, {
      study,
      journal,
      renames: new RenameService(notebooks, ports, journal),
      mentions: new MentionService(notebooks, links, notes),
    }),
    ...createJournalHandlers(journal),
    ...createHistoryHandlers(notebooks, notes),
    ...createBackupHandlers(backups),
    ...createTrashHandlers(new TrashService(notebooks, notes, changes)),
    ...createAttachmentHandlers(new AttachmentService(notebooks, ports)),
    'replace.preview': async query => replaces.preview(query),
    'replace.apply': async ({ query, files }, { clientId }) => replaces.apply(query, files, clientId),
    'replace.undo': async ({ undoId }, { clientId }) => replaces.undo(undoId, clientId),
    'notebook.current': async () => notebooks.info,
    'notebook.recent': async () => notebooks.recent(),
    'notebook.create': async ({ path, title, list }, { clientId }) =>
      notebooks.create(path, { title, list }, clientId),
    'notebook.open': async ({ path }, { clientId }) => notebooks.open(path, clientId),
    'notebook.close': async (_input, { clientId }) => {
      await notebooks.close(clientId)
      return {}
    },
    'check.run': async ({ path }) => checkNotebook(ports, path),
    'conflicts.list': async () => conflicts.list(),
    'conflicts.mergeCopy': async (input, { clientId }) => conflicts.mergeCopy(input, clientId),
    'notebook.vanished': async () => [...notebooks.notebook.vanished.values()],
    'notebook.lookAgain': async () => notebooks.vanished.lookAgain(),
    'notebook.acceptVanished': async () => {
      await notebooks.vanished.accept()
      return {}
    },
    'notebook.forget': async ({ path }) => notebooks.forget(path),
    ...createSearchHandlers(notebooks, study),
    ...createStudyHandlers({ log: studyLog, study, plans, reviews }, notebooks),
    ...createExchangeHandlers({
      exports: new ExportService(notebooks, study, ports, events),
      noteImports: new NoteImportService(notebooks, ports, events),
    }),
  }
}

function createListHandlers({
  notebooks,
  study,
  notes,
  merges,
  changes,
}: {
  readonly notebooks: NotebookService
  readonly study: StudyService
  readonly notes: NoteService
  readonly merges: StudyMerges
  readonly changes: ListChanges
}) {
  return {
    ...createQuestionHandlers(
      new QuestionService(notebooks, study),
      study,
      new ImportService(notebooks, notes, changes),
    ),
    ...createListEditHandlers({
      changes,
      edits: new ListEditService(notebooks, notes, merges, changes),
      editions: new EditionService(notebooks, notes, changes),
    }),
  }
}
