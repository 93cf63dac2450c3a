import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AppErrorCode } from '../../../shared/contract/app-error'
import { externalUrl } from '../../../shared/domain/external-url'
import { decodePath } from '../../../shared/domain/link-keys'
import { joinPath } from '../../../shared/domain/resolve-link'
import { parseWikiLink } from '../../../shared/domain/wiki-link'
import type { EditorServices, FollowedLink } from '../../editor/editor-services'
import { errorCodeOf, useBackend, type BackendAccess } from '../../state/backend'
import { openLinkTarget } from '../../state/follow-link'
import type { NoteSession } from '../../state/note-session'
import { focusEditor, leaveEditor, stayInEditor } from '../../state/editor-info'
import { fileUrl } from '../../state/file-urls'
import { goTo, usePlace } from '../../state/place'
import { listsQuery, notebookQuery } from '../../state/queries'
import { showToast } from '../../state/view'
import { openAttachment } from './open-attachment'
import { storeFile } from './store-file'
import { useTranslation } from '../../ui/use-translation'

/** What the editor of a session needs from the notebook: links to suggest and to follow, images to show. */
export function useEditorServices(session: NoteSession): EditorServices {
  const access = useBackend()
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useMemo(
    () =>
      servicesFor(() => session.path, {
        access,
        session,
        queries,
        // Asked when it matters: a notebook is opened anew under the same page.
        canCreateNotes: () => queries.getQueryData(notebookQuery(access.client).queryKey)?.readOnly === null,
        words: {
          notFound: target => t('link.notFound', { target }),
          created: title => t('link.created', { title }),
          undo: t('action.undo'),
          closeImage: t('editor.image.close'),
          createFailed: code =>
            t('link.createFailed', { reason: t(`errors.${code.replace('/', '.')}` as 'errors.internal') }),
          fileMissing: path => t('editor.file.missing', { path }),
          fileFailed: (name, code) =>
            t('editor.file.failed', {
              name: name === '' ? t('editor.image.unnamed') : name,
              reason: t(`errors.${code.replace('/', '.')}` as 'errors.internal'),
            }),
        },
      }),
    [access, queries, session, t],
  )
}

interface Words {
  readonly notFound: (target: string) => string
  readonly created: (title: string) => string
  readonly undo: string
  readonly closeImage: string
  readonly createFailed: (code: AppErrorCode) => string
  readonly fileMissing: (path: string) => string
  readonly fileFailed: (name: string, code: AppErrorCode) => string
}

interface World {
  readonly access: BackendAccess
  readonly session: NoteSession
  readonly queries: QueryClient
  readonly canCreateNotes: () => boolean
  readonly words: Words
}

/** For the note at a path: that of the session, or one that is shown within it. */
function servicesFor(notePath: () => string | undefined, world: World): EditorServices {
  const { access, session, canCreateNotes, words } = world
  const { client } = access
  const from = (): string | null => notePath() ?? null
  return {
    suggestLinks: text => client['links.suggest']({ text, limit: 12 }),
    headingsOf: target => client['links.headings']({ target, from: from() }),
    canCreateNotes,
    createNote: target =>
      void client['notes.create'](newNoteFor(target)).catch((error: unknown) =>
        showToast(words.createFailed(errorCodeOf(error))),
      ),
    resolveLink: target => client['links.resolve']({ kind: 'wiki', target, from: from() }),
    previewLink: ({ kind, target }, limit) =>
      client['links.preview']({ kind: kind === 'wiki' ? 'wiki' : 'markdown', target, from: from(), limit }),
    followLink: link => void follow(link, { from: from(), world }),
    notePath,
    inNote: path => servicesFor(() => path, world),
    onNotesChanged: listener => access.on('notes.changed', ({ paths }) => listener(paths)),
    onFilesChanged: listener => access.on('attachments.changed', ({ paths }) => listener(paths)),
    addFile: async file => {
      try {
        return await storeFile(file, client, session)
      } catch (error) {
        showToast(words.fileFailed(file.name, errorCodeOf(error)))
        return undefined
      }
    },
    imageUrl: src => imageUrl(src, notePath() ?? 'notes/new.md'),
  }
}

interface WantedNote {
  readonly title: string
  readonly folder?: string
}

async function follow(
  link: FollowedLink,
  origin: { readonly from: string | null; readonly world: World },
): Promise<void> {
  const url = link.kind === 'url' ? externalUrl(link.target) : undefined
  if (url !== undefined) return void window.open(url, '_blank', 'noopener,noreferrer')
  leaveEditor()
  const isLed = await leadTo(link, origin).catch((error: unknown) => {
    stayInEditor()
    throw error
  })
  if (!isLed) stayInEditor()
}

/** Follows a link within the notebook. Resolves to whether it leads to another place. */
async function leadTo(
  { kind, target }: FollowedLink,
  { from, world }: { readonly from: string | null; readonly world: World },
): Promise<boolean> {
  const { canCreateNotes, words } = world
  const { client } = world.access
  const resolved = await client['links.resolve']({
    kind: kind === 'wiki' ? 'wiki' : 'markdown',
    target,
    from,
  })
  if (openLinkTarget(resolved, firstQuestionOf(world))) return true
  const name = kind === 'wiki' ? parseWikiLink(target).target : ''
  if (resolved.kind === 'attachment') await openAttachment(resolved, client, words)
  else if (resolved.kind !== 'missing' || name === '' || !canCreateNotes())
    showToast(words.notFound(name || target))
  else return makeAndOpen(newNoteFor(name), world)
  return false
}

/** A list is opened at its first question. */
function firstQuestionOf({ queries, access }: World): (listId: string) => string | undefined {
  return listId =>
    queries
      .getQueryData(listsQuery(access.client).queryKey)
      ?.find(({ id }) => id === listId)
      ?.sections.flatMap(({ questions }) => questions)[0]?.id
}

/** As `openNewNote`. Resolves to whether that could be done. */
async function makeAndOpen(wanted: WantedNote, world: World): Promise<boolean> {
  try {
    await openNewNote(wanted, world)
    return true
  } catch (error) {
    showToast(world.words.createFailed(errorCodeOf(error)))
    return false
  }
}

/** Makes the note that a link is missing, and goes there; undo takes it away again. */
async function openNewNote(
  wanted: WantedNote,
  { access: { client, sessions }, words }: World,
): Promise<void> {
  const { place } = usePlace.getState()
  const { path, title } = await client['notes.create'](wanted)
  const takeBack = async (): Promise<void> => {
    await sessions.ofPath(path)?.flush()
    await client['notes.trash']({ path })
    sessions.forget(path)
    if (place !== undefined) goTo(place)
  }
  goTo({ kind: 'note', path })
  focusEditor({ whenOpen: true })
  showToast(words.created(title), {
    label: words.undo,
    run: () => void takeBack().catch((error: unknown) => showToast(words.createFailed(errorCodeOf(error)))),
  })
}

/** The note that would be found under a link's target: `folder/title`. */
function newNoteFor(target: string): WantedNote {
  const slash = target.lastIndexOf('/')
  const title = target.slice(slash + 1)
  return slash < 0 || title.trim() === '' ? { title: target } : { title, folder: target.slice(0, slash) }
}

/** Images come from the notebook's attachments; remote ones are not loaded. */
function imageUrl(src: string, notePath: string): string | undefined {
  if (/^data:image\/(?:png|jpeg|gif|webp|avif);/i.test(src)) return src
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return undefined
  const decoded = decodePath(src)
  const path = joinPath(notePath, decoded.startsWith('attachments/') ? `/${decoded}` : decoded)
  if (path === undefined || !path.startsWith('attachments/')) return undefined
  return fileUrl(path)
}
