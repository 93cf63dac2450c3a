import type { Editor } from '@tiptap/core'
import { withTypedKey } from '../../state/typed-key'
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
    if (isModifier(key)) return false
    const text = key === 'Tab' ? `${this.#text}\t` : withTypedKey(this.#text, event)
    if (text !== undefined) this.#text = text
    else if (event.isComposing || key === 'Escape' || [...key].length === 1) {
      this.giveUp(editor)
      return false
    }
    return true
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
