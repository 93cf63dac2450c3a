// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePlace, type Place } from '../../../../src/renderer/state/place'
import { focusEditor } from '../../../../src/renderer/state/editor-info'
import { keepTyping, takeTyped } from '../../../../src/renderer/state/typed-ahead'
import { letterOfMark, withoutMarks } from '../../../../src/renderer/state/typed-key'

const question = { kind: 'question', id: 'llm-01-01' } as const
const note = { kind: 'note', path: 'notes/a.md' } as const
const review = { kind: 'study', page: 'review' } as const

const at = (place: Place | undefined): void => usePlace.setState({ place })

/** Whether a key came to what has the focus. */
function press(key: string, target: Element = document.body, modifiers: KeyboardEventInit = {}): boolean {
  let hasCome = false
  const listen = (): void => void (hasCome = true)
  target.addEventListener('keydown', listen)
  const init = { key, bubbles: true, cancelable: true, composed: true, ...modifiers }
  target.dispatchEvent(new KeyboardEvent('keydown', init))
  target.removeEventListener('keydown', listen)
  return hasCome
}

beforeEach(() => at(question))
afterEach(() => {
  takeTyped()
  document.body.replaceChildren()
})

it('keeps what is typed until the editor takes it', () => {
  keepTyping()
  expect([press('a'), press(' '), press('b')]).toEqual([false, false, false])
  expect(takeTyped()).toBe('a b')
  expect(press('c')).toBe(true)
})

it('keeps marks that are begun and ended too, and leaves other commands alone', () => {
  keepTyping()
  const withCtrl = (key: string): boolean => press(key, document.body, { ctrlKey: true })
  expect([withCtrl('b'), press('a'), withCtrl('b'), withCtrl('k'), press('c')]).toEqual([
    false,
    false,
    false,
    true,
    false,
  ])
  const typed = takeTyped()
  expect([...typed].map(letterOfMark)).toEqual(['b', undefined, 'b', undefined])
  expect(withoutMarks(typed)).toBe('ac')
})

it('keeps it for a note that is made on a page without an editor', () => {
  at(review)
  keepTyping()
  expect(press('a')).toBe(false)
  at(note)
  expect(press('b')).toBe(false)
  expect(takeTyped()).toBe('ab')
})

it('leaves keys to a page that was opened meanwhile (Space showed no answer in a review)', () => {
  keepTyping()
  at(review)
  expect(press(' ')).toBe(true)
  at(question)
  expect(press('a')).toBe(true)
  expect(takeTyped()).toBe('')
})

it('leaves keys alone where no editor is to come (Escape in a review took the grade that followed)', () => {
  at(review)
  focusEditor()
  expect(press('3')).toBe(true)
})

it('leaves keys to fields and dialogs', () => {
  for (const html of ['field', 'dialog']) {
    const element = document.createElement(html === 'field' ? 'input' : 'div')
    if (html === 'dialog') element.setAttribute('role', 'dialog')
    document.body.append(element)
    keepTyping()
    expect(press('a', element)).toBe(true)
  }
})

it('keeps what is typed into the editor that is being left, and gives it back when nothing takes it', () => {
  vi.useFakeTimers()
  const editor = document.body.appendChild(document.createElement('textarea'))
  const other = document.body.appendChild(document.createElement('textarea'))
  let late = ''
  keepTyping({ left: editor, onLate: () => (late = takeTyped()) })
  expect([press('a', editor), press('b', editor)]).toEqual([false, false])
  vi.advanceTimersByTime(3000)
  expect([late, press('c', editor)]).toEqual(['ab', true])
  keepTyping({ left: editor })
  expect([press('a', editor), press('b', other), press('c', editor)]).toEqual([false, true, true])
  vi.useRealTimers()
})
