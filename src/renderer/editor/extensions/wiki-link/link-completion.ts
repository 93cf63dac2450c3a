import type { Editor, Range } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, type Plugin, PluginKey } from '@tiptap/pm/state'
import { Suggestion, type SuggestionOptions } from '@tiptap/suggestion'
import { encodeDestination, relativePath } from '../../../../shared/domain/link-destination'
import type { CompletionLook } from '../../completion/completion-list'
import { CompletionView, insideWindow } from '../../completion/completion-view'
import type { EditorServices } from '../../editor-services'
import { type LinkOption, linkOptions } from './link-options'

/** Offers questions, notes and their headings after `[[` (or `【【`, as Chinese keyboards write it). */
export function createLinkCompletion(editor: Editor, services: EditorServices): Plugin {
  return Suggestion<LinkOption, LinkOption>({
    editor,
    pluginKey: new PluginKey('linkCompletion'),
    char: '[[',
    // Else a space brings back what Escape put away.
    allowSpaces: true,
    decorationClass: 'link-query',
    allow: ({ state, range }) => !isInCode(state, range.from),
    command: ({ editor: current, range, props }) => {
      if (props.insert === null) insertMarkdownLink(current, range, props, services)
      else insertLink(current, range, props.insert)
      if (props.kind === 'create') services.createNote(props.title)
    },
    findSuggestionMatch: ({ $position }) => findQuery($position),
    items: ({ query }) => linkOptions(query, services),
    floatingUi: insideWindow,
    render: () => new CompletionView(look),
  })
}

const look: CompletionLook<LinkOption> = {
  id: 'link-suggestions',
  className: 'link-suggestions',
  label: t => t('editor.suggestions.label'),
  none: (t, isLoading) => t(isLoading ? 'editor.suggestions.loading' : 'editor.suggestions.none'),
  show: ({ kind, id, title, detail }, t) => ({
    key: `${kind} ${id}`,
    label: kind === 'create' ? t('editor.suggestions.create', { title }) : title,
    detail,
  }),
}

function findQuery(
  $position: ResolvedPos,
): ReturnType<NonNullable<SuggestionOptions['findSuggestionMatch']>> {
  const before = $position.nodeBefore?.isText === true ? ($position.nodeBefore.text ?? '') : ''
  const match = /(!?)(?:\[\[|【【)([^[\]【】\n]*)$/.exec(before)
  if (match === null) return null
  return {
    range: { from: $position.pos - match[0].length, to: $position.pos },
    query: match[2] ?? '',
    text: match[0],
  }
}

function isInCode(state: EditorState, position: number): boolean {
  const $position = state.doc.resolve(position)
  const isCodeMark = $position.marks().some(mark => mark.type.spec.code === true)
  return isCodeMark || $position.parent.type.spec.code === true
}

function insertLink(editor: Editor, range: Range, inner: string): void {
  const { doc, schema, tr } = editor.state
  const isEmbed = doc.textBetween(range.from, range.from + 1) === '!'
  const link = schema.node('wikiLink', { inner, isEmbed })
  editor.view.dispatch(tr.replaceWith(range.from, endOf(doc, range), link).scrollIntoView())
  editor.view.focus()
}

/** A link to a note by the path of its file, relative to the note that gets it. */
function insertMarkdownLink(
  editor: Editor,
  range: Range,
  { id: path, title }: LinkOption,
  services: EditorServices,
): void {
  const { doc, schema, tr } = editor.state
  const href = encodeDestination(relativePath(services.notePath() ?? 'notes/new.md', path))
  const link = schema.mark('link', { href })
  const text = schema.text(title, link.addToSet(doc.resolve(range.to).marks()))
  tr.replaceWith(range.from, endOf(doc, range), text).removeStoredMark(link)
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}

/** Takes with it closing brackets that already stand after the caret. */
function endOf(doc: Node, { to }: Range): number {
  const end = Math.min(to + 2, doc.resolve(to).end())
  return /^(?:\]\]|】】)/.test(doc.textBetween(to, end, '\n', '\n')) ? to + 2 : to
}
