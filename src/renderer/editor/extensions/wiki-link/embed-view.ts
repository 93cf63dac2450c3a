import type { LinkPreview, LinkTarget } from '../../../../shared/contract/note-procedures'
import { withoutTitle } from '../../../../shared/domain/markdown/excerpt'
import type { EditorContext } from '../../editor-context'
import { fileFacts } from '../../file-facts'

const longestText = 20_000
const deepest = 2

/** Whether an embed at this depth is shown as a card; deeper ones are mere links. */
export function showsEmbeds({ around }: EditorContext): boolean {
  return around.length < deepest
}

/** Fills `dom` with a card that shows what `![[target]]` leads to. Returns what ends it. */
export function showEmbed(dom: HTMLElement, target: string, context: EditorContext): () => void {
  const { services } = context
  let takeAway: (() => void) | undefined
  let isGone = false
  let shownPath: string | null = null
  void load()
  const stopListening = services.onNotesChanged(paths => {
    if (shownPath === null || paths.includes(shownPath)) void load()
  })
  const stopListeningToFiles = services.onFilesChanged(() => shownPath === null && void load())
  return () => {
    isGone = true
    stopListening()
    stopListeningToFiles()
    takeAway?.()
  }

  async function load(): Promise<void> {
    const preview = await services.previewLink({ kind: 'wiki', target }, longestText).catch(() => undefined)
    if (isGone || preview === undefined) return
    takeAway?.()
    shownPath = preview.notePath
    takeAway = fillCard(dom, target, { preview, context })
  }
}

interface Filling {
  readonly preview: LinkPreview
  readonly context: EditorContext
}

function fillCard(dom: HTMLElement, target: string, { preview, context }: Filling): (() => void) | undefined {
  const { services, translate } = context
  if (preview.target.kind === 'attachment')
    return fillFileCard(dom, target, { file: preview.target, context })
  const title = titleOf(preview)
  dom.classList.toggle('is-missing', title === undefined)
  if (title === undefined) {
    const words = message(translate('editor.embed.missing', { target }))
    if (!services.canCreateNotes()) {
      dom.replaceChildren(words)
      return undefined
    }
    const create = button('embed-open', translate('editor.embed.create'), () =>
      services.followLink({ kind: 'wiki', target }),
    )
    dom.replaceChildren(words, create)
    return undefined
  }
  const open = button('embed-title', title, () => services.followLink({ kind: 'wiki', target }))
  open.title = translate('editor.embed.open', { title })
  const body = span('embed-body')
  dom.replaceChildren(open, body)
  return fillBody(body, title, { preview, context })
}

interface FileFilling {
  readonly file: LinkTarget & { kind: 'attachment' }
  readonly context: EditorContext
}

/** What there is to say of a file that isn't shown: its name, its kind, its size. */
function fillFileCard(dom: HTMLElement, target: string, { file, context }: FileFilling): undefined {
  const { services, translate } = context
  const { path, size } = file
  dom.classList.toggle('is-missing', size === null)
  if (size === null) {
    dom.replaceChildren(message(translate('editor.file.missing', { path })))
    return
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const open = button('embed-title', name, () => services.followLink({ kind: 'wiki', target }))
  open.title = translate('editor.embed.open', { title: name })
  const body = span('embed-body')
  body.append(message(fileFacts(path, size)))
  dom.replaceChildren(open, body)
}

function fillBody(body: HTMLElement, title: string, { preview, context }: Filling): (() => void) | undefined {
  const { around, services, translate, showNote } = context
  const { notePath, text, hasHeading, target } = preview
  if (notePath !== null && [...around, services.notePath()].includes(notePath)) {
    body.append(message(translate('editor.embed.cycle', { title })))
    return undefined
  }
  if (notePath === null || text.trim() === '') {
    const isQuestion = target.kind === 'question' && notePath === null
    body.append(message(translate(isQuestion ? 'editor.embed.unanswered' : 'editor.embed.empty')))
    return undefined
  }
  if (!hasHeading) body.append(message(translate('editor.embed.noHeading')))
  // A box that scrolls must be reachable by keyboard.
  body.tabIndex = 0
  const mount = span('embed-text')
  body.append(mount)
  const ownTitle = target.kind === 'note' ? (target.heading ?? target.title) : title
  return showNote(mount, { path: notePath, body: withoutTitle(text, ownTitle) })
}

function titleOf({ target }: LinkPreview): string | undefined {
  switch (target.kind) {
    case 'note':
      return target.heading === null ? target.title : `${target.title} › ${target.heading}`
    case 'question':
    case 'list':
      return target.title
    case 'attachment':
      return target.path.slice(target.path.lastIndexOf('/') + 1)
    case 'missing':
      return undefined
  }
}

function button(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = className
  element.textContent = label
  element.addEventListener('click', onPress)
  return element
}

function message(text: string): HTMLElement {
  const element = span('embed-message')
  element.textContent = text
  return element
}

function span(className: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  return element
}
