import type { Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, type Plugin, PluginKey } from '@tiptap/pm/state'
import { ReactRenderer } from '@tiptap/react'
import { Suggestion, type SuggestionOptions, type SuggestionProps } from '@tiptap/suggestion'
import type { LinkSuggestion } from '../../../../shared/contract/note-procedures'
import type { EditorServices } from '../../editor-services'
import {
  linkSuggestionId,
  LinkSuggestions,
  type LinkSuggestionsProps,
  linkSuggestionsId,
} from './link-suggestions'

type Completion = SuggestionProps<LinkSuggestion, LinkSuggestion>

/** Offers questions and notes after `[[` (or `【【`, as Chinese keyboards write it). */
export function createLinkCompletion(editor: Editor, services: EditorServices): Plugin {
  return Suggestion<LinkSuggestion, LinkSuggestion>({
    editor,
    pluginKey: new PluginKey('linkCompletion'),
    char: '[[',
    decorationClass: 'link-query',
    allow: ({ state, range }) => !isInCode(state, range.from),
    command: ({ editor: current, range, props }) => insertLink(current, range, props.insert),
    findSuggestionMatch: ({ $position }) => findQuery($position),
    items: async ({ query }) => [...(await services.suggestLinks(query))],
    render: createCompletionView,
  })
}

function findQuery(
  $position: ResolvedPos,
): ReturnType<NonNullable<SuggestionOptions['findSuggestionMatch']>> {
  const before = $position.nodeBefore?.isText === true ? ($position.nodeBefore.text ?? '') : ''
  const match = /(!?)(?:\[\[|【【)([^[\]【】|\n]*)$/.exec(before)
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

/** Also takes closing brackets that already stand after the caret. */
function insertLink(editor: Editor, range: { from: number; to: number }, inner: string): void {
  const { doc, schema, tr } = editor.state
  const isEmbed = doc.textBetween(range.from, range.from + 1) === '!'
  const end = Math.min(range.to + 2, doc.resolve(range.to).end())
  const closing = /^(?:\]\]|】】)/.test(doc.textBetween(range.to, end, '\n', '\n')) ? 2 : 0
  const link = schema.node('wikiLink', { inner, isEmbed })
  editor.view.dispatch(tr.replaceWith(range.from, range.to + closing, link).scrollIntoView())
  editor.view.focus()
}

function createCompletionView(): ReturnType<NonNullable<SuggestionOptions<LinkSuggestion>['render']>> {
  let renderer: ReactRenderer<unknown, LinkSuggestionsProps> | undefined
  let unmount: (() => void) | undefined
  let completion: Completion | undefined
  let active = 0

  return {
    onStart(props) {
      completion = props
      active = 0
      renderer = new ReactRenderer(LinkSuggestions, { editor: props.editor, props: listProps(props) })
      unmount = props.mount(renderer.element)
      describe(props.editor, { active, count: props.items.length })
    },
    onUpdate(props) {
      if (props.query !== completion?.query) active = 0
      // While the next answer is awaited the last one stays, so that the list doesn't flicker.
      completion = props.loading && completion !== undefined ? { ...props, items: completion.items } : props
      render()
    },
    onKeyDown: ({ event }) => handleKey(event),
    onExit(props) {
      describe(props.editor, undefined)
      unmount?.()
      renderer?.destroy()
      renderer = undefined
      completion = undefined
    },
  }

  function handleKey(event: KeyboardEvent): boolean {
    const items = completion?.items ?? []
    if (items.length === 0 || event.isComposing) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : items.length - 1
      active = (active + step) % items.length
      render()
      return true
    }
    const item = items[active]
    if ((event.key !== 'Enter' && event.key !== 'Tab') || item === undefined) return false
    completion?.command(item)
    return true
  }

  function render(): void {
    if (completion === undefined) return
    renderer?.updateProps(listProps(completion))
    describe(completion.editor, { active, count: completion.items.length })
  }

  function listProps(props: Completion): LinkSuggestionsProps {
    return {
      suggestions: props.items,
      active,
      isLoading: props.loading,
      onChoose: props.command,
      onPoint: index => {
        active = index
        render()
      },
    }
  }
}

/** Tells screen readers which option is meant while the focus stays in the text; nothing, when the list is closed. */
function describe({ view: { dom } }: Editor, open: { active: number; count: number } | undefined): void {
  const hasOption = open !== undefined && open.count > 0
  setAttribute(dom, 'aria-autocomplete', open === undefined ? undefined : 'list')
  setAttribute(dom, 'aria-controls', open === undefined ? undefined : linkSuggestionsId)
  setAttribute(dom, 'aria-activedescendant', hasOption ? linkSuggestionId(open.active) : undefined)
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
