import { shift } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'
import { ReactRenderer } from '@tiptap/react'
import type { SuggestionKeyDownProps, SuggestionOptions, SuggestionProps } from '@tiptap/suggestion'
import {
  CompletionList,
  type CompletionListProps,
  type CompletionLook,
  completionOptionId,
} from './completion-list'
import { HeldKeys } from './held-keys'

/** What TipTap places the options with: in a narrow window they stay inside. */
export const insideWindow: NonNullable<SuggestionOptions['floatingUi']> = {
  middleware: [shift({ padding: 8 })],
}

type SuggestionView<Item> = ReturnType<NonNullable<SuggestionOptions<Item, Item>['render']>>

/**
 * Shows the options of a TipTap suggestion beside the caret; the focus stays in the text. Enter and Tab choose from the options for what
 * was typed: until these are there they wait, and so does what is typed behind them.
 */
export class CompletionView<Item> implements SuggestionView<Item> {
  readonly #look: CompletionLook<Item>
  readonly #held = new HeldKeys()
  #renderer: ReactRenderer<unknown, CompletionListProps<Item>> | undefined
  #unmount: (() => void) | undefined
  #completion: SuggestionProps<Item, Item> | undefined
  #active = 0

  constructor(look: CompletionLook<Item>) {
    this.#look = look
  }

  onStart(props: SuggestionProps<Item, Item>): void {
    this.#completion = props
    this.#active = 0
    this.#renderer = new ReactRenderer(CompletionList<Item>, {
      editor: props.editor,
      props: this.#listProps(props),
    })
    this.#unmount = props.mount(this.#renderer.element)
    this.#render()
  }

  onUpdate(props: SuggestionProps<Item, Item>): void {
    const { editor, query, loading: isLoading, items } = props
    const last = this.#completion
    if (query !== last?.query) {
      this.#active = 0
      this.#held.giveUp(editor)
    }
    // While the next answer is awaited the last one stays, so that the list doesn't flicker.
    this.#completion = isLoading && last !== undefined ? { ...props, items: last.items } : props
    if (!isLoading) this.#active = Math.max(0, Math.min(this.#active, items.length - 1))
    this.#render()
    const item = items[this.#active]
    if (!isLoading) this.#held.letGo(editor, item === undefined ? undefined : () => props.command(item))
  }

  onKeyDown({ event }: SuggestionKeyDownProps): boolean {
    if (this.#completion === undefined) return false
    const { editor, items, loading: isLoading, command } = this.#completion
    if (this.#held.isHolding || (isLoading && isChoice(event))) return this.#held.hold(event, editor)
    if (items.length === 0 || event.isComposing) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.#active = (this.#active + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
      this.#render()
      return true
    }
    const item = items[this.#active]
    if (!isChoice(event) || item === undefined) return false
    command(item)
    return true
  }

  onExit({ editor }: SuggestionProps<Item, Item>): void {
    this.#held.giveUp(editor)
    describe(editor, this.#look.id, undefined)
    this.#unmount?.()
    this.#renderer?.destroy()
    this.#completion = undefined
  }

  #render(): void {
    const completion = this.#completion
    if (completion === undefined) return
    this.#renderer?.updateProps(this.#listProps(completion))
    describe(completion.editor, this.#look.id, { active: this.#active, count: completion.items.length })
  }

  #listProps(props: SuggestionProps<Item, Item>): CompletionListProps<Item> {
    return {
      look: this.#look,
      items: props.items,
      active: this.#active,
      isLoading: props.loading,
      onChoose: props.command,
      onPoint: index => {
        this.#active = index
        this.#render()
      },
    }
  }
}

function isChoice({ key, isComposing }: KeyboardEvent): boolean {
  return !isComposing && (key === 'Enter' || key === 'Tab')
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
