import type { Editor } from '@tiptap/core'
import { ReactRenderer } from '@tiptap/react'
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion'
import {
  CompletionList,
  type CompletionListProps,
  type CompletionLook,
  completionOptionId,
} from './completion-list'

/** Shows the options of a TipTap suggestion beside the caret; the focus stays in the text. */
export function createCompletionView<Item>(
  look: CompletionLook<Item>,
): ReturnType<NonNullable<SuggestionOptions<Item, Item>['render']>> {
  let renderer: ReactRenderer<unknown, CompletionListProps<Item>> | undefined
  let unmount: (() => void) | undefined
  let completion: SuggestionProps<Item, Item> | undefined
  let active = 0

  return {
    onStart(props) {
      completion = props
      active = 0
      renderer = new ReactRenderer(CompletionList<Item>, { editor: props.editor, props: listProps(props) })
      unmount = props.mount(renderer.element)
      render()
    },
    onUpdate(props) {
      if (props.query !== completion?.query) active = 0
      // While the next answer is awaited the last one stays, so that the list doesn't flicker.
      completion = props.loading && completion !== undefined ? { ...props, items: completion.items } : props
      render()
    },
    onKeyDown: ({ event }) => handleKey(event),
    onExit(props) {
      describe(props.editor, look.id, undefined)
      unmount?.()
      renderer?.destroy()
      completion = undefined
    },
  }

  function handleKey(event: KeyboardEvent): boolean {
    const items = completion?.items ?? []
    if (items.length === 0 || event.isComposing) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = (active + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
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
    describe(completion.editor, look.id, { active, count: completion.items.length })
  }

  function listProps(props: SuggestionProps<Item, Item>): CompletionListProps<Item> {
    return {
      look,
      items: props.items,
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

/** Tells screen readers which option is meant; nothing, when the list is closed. */
function describe(
  { view: { dom } }: Editor,
  listId: string,
  open: { readonly active: number; readonly count: number } | undefined,
): void {
  const option = open === undefined || open.count === 0 ? undefined : completionOptionId(listId, open.active)
  setAttribute(dom, 'aria-autocomplete', open === undefined ? undefined : 'list')
  setAttribute(dom, 'aria-controls', open === undefined ? undefined : listId)
  setAttribute(dom, 'aria-activedescendant', option)
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
