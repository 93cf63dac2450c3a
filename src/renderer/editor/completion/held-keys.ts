import type { Editor } from '@tiptap/core'
import { typeText } from '../type-text'

/** A key that waits for the options it chooses from, and what is typed behind it. */
export class HeldKeys {
  /** As `typeText` takes it. */
  #text = ''

  get isHolding(): boolean {
    return this.#text !== ''
  }

  /** Whether the key is held, and nobody else is to act on it. */
  hold(event: KeyboardEvent, editor: Editor): boolean {
    const { key } = event
    const isCommand =
      event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))
    const isTyped = [...key].length === 1
    if (event.isComposing || key === 'Escape' || (isTyped && isCommand)) {
      this.giveUp(editor)
      return false
    }
    if (isTyped) this.#text += key
    else if (key === 'Enter') this.#text += '\n'
    else if (key === 'Tab') this.#text += '\t'
    else if (key === 'Backspace') this.#text = [...this.#text].slice(0, -1).join('')
    return !isModifier(key)
  }

  /** The options are there: chooses, or does what the key does without one, and then what was typed behind it. */
  letGo(editor: Editor, choose: (() => void) | undefined): void {
    const text = this.#take()
    if (text === '') return
    choose?.()
    typeText(editor, choose === undefined ? text : text.slice(1))
  }

  /** The key that waits has nothing to choose from any more; what was typed behind it stays. */
  giveUp(editor: Editor): void {
    const behind = this.#take().slice(1)
    // The text may be changing just now.
    if (behind !== '') queueMicrotask(() => !editor.isDestroyed && typeText(editor, behind))
  }

  #take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}

function isModifier(key: string): boolean {
  return /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(key)
}
