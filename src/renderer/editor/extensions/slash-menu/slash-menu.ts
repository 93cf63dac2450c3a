import { type Editor, Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, PluginKey } from '@tiptap/pm/state'
import { Suggestion, type SuggestionOptions } from '@tiptap/suggestion'
import { blockActions } from '../../actions/block-actions'
import type { EditorAction } from '../../actions/editor-action'
import { insertActions } from '../../actions/insert-actions'
import type { CompletionLook } from '../../completion/completion-list'
import { CompletionView, insideWindow } from '../../completion/completion-view'
import type { EditorContext } from '../../editor-context'
import { readableShortcut } from '../../readable-shortcut'
import { matchActions } from './match-actions'

/** Offers blocks and things to insert after `/` at the beginning of a word. */
export function createSlashMenu({ translate }: EditorContext) {
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<EditorAction, EditorAction>({
          editor: this.editor,
          pluginKey: new PluginKey('slashMenu'),
          char: '/',
          decorationClass: 'slash-query',
          allow: ({ state, range }) => isWritingText(state, range.from),
          findSuggestionMatch: ({ $position }) => findQuery($position),
          items: ({ query, editor }) =>
            matchActions(actionsAt(editor, query), query, action => [
              translate(`editor.action.${action.id}`),
              translate(`editor.slash.words.${action.id}`),
            ]),
          command: ({ editor, range, props }) => {
            editor.view.dispatch(editor.state.tr.delete(range.from, range.to))
            props.run(editor)
          },
          floatingUi: insideWindow,
          render: () => new CompletionView(look),
        }),
      ]
    },
  })
}

/** Each action with what one types for it in Markdown, else with its shortcut. */
const look: CompletionLook<EditorAction> = {
  id: 'slash-menu',
  className: 'slash-menu',
  label: t => t('editor.slash.label'),
  none: t => t('editor.slash.none'),
  show: ({ id, icon, markdown, shortcut }, t) => ({
    key: id,
    icon,
    label: t(`editor.action.${id}`),
    detail: markdown ?? (shortcut === undefined ? '' : readableShortcut(shortcut)),
  }),
}

function findQuery(
  $position: ResolvedPos,
): ReturnType<NonNullable<SuggestionOptions['findSuggestionMatch']>> {
  const before = $position.nodeBefore?.isText === true ? ($position.nodeBefore.text ?? '') : ''
  const match = /(^|\s)\/([\p{L}\p{N}]{0,20})$/u.exec(before)
  if (match === null) return null
  const query = match[2] ?? ''
  return { range: { from: $position.pos - query.length - 1, to: $position.pos }, query, text: `/${query}` }
}

function isWritingText(state: EditorState, position: number): boolean {
  const $position = state.doc.resolve(position)
  return $position.parent.type.spec.code !== true && !$position.marks().some(mark => mark.type.spec.code)
}

/** A table's cell holds lines of text and no other blocks; among words a formula in the line comes before one by itself. */
function actionsAt(editor: Editor, query: string): EditorAction[] {
  const isInTable = editor.isActive('table')
  const isAmongWords = editor.state.selection.$from.parent.content.size > query.length + 1
  const all = [...blockActions, ...insertActions]
  const inLine = all.filter(({ id }) => isAmongWords && id === 'inlineMath')
  const actions = all
    .filter(action => !inLine.includes(action))
    .flatMap(action => (action.id === 'mathBlock' ? [...inLine, action] : [action]))
  return actions.filter(
    action =>
      action.isEnabled?.(editor) !== false &&
      (!isInTable || action.id === 'wikiLink' || action.id === 'inlineMath' || action.id === 'image'),
  )
}
