import type { EditorContext } from '../../editor-context'
import { floatBeside } from '../../float-beside'
import { codeTokens } from './lazy-code-tokens'

/** Names that people type, and the language that has another name here. */
const aliases: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  html: 'xml',
  js: 'javascript',
  jsx: 'javascript',
  md: 'markdown',
  'objective-c': 'objectivec',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
}

let count = 0

/** A field for the language of a code block that offers those it knows; any other word is taken as well. */
export class LanguageField {
  readonly field = document.createElement('input')
  readonly #onChoose: (language: string | null) => void
  readonly #onLeave: () => void
  readonly #list = document.createElement('div')
  readonly #listId = `code-languages-${(count += 1)}`
  #options: readonly string[] = []
  #active = -1
  #close: (() => void) | undefined
  #value = ''

  constructor(
    { translate }: EditorContext,
    { onChoose, onLeave }: { onChoose: (language: string | null) => void; onLeave: () => void },
  ) {
    this.#onChoose = onChoose
    this.#onLeave = onLeave
    const { field } = this
    field.className = 'code-language'
    field.contentEditable = 'false'
    field.spellcheck = false
    field.autocomplete = 'off'
    field.role = 'combobox'
    field.ariaAutoComplete = 'list'
    field.ariaExpanded = 'false'
    field.ariaLabel = translate('editor.codeBlock.language')
    field.placeholder = translate('editor.codeBlock.language')
    field.setAttribute('aria-controls', this.#listId)
    this.#list.className = 'option-list code-languages'
    this.#list.role = 'listbox'
    this.#list.id = this.#listId
    this.#list.ariaLabel = translate('editor.codeBlock.languages')
    field.addEventListener('focus', () => field.select())
    field.addEventListener('click', () => this.#open(true))
    field.addEventListener('input', () => this.#open(false))
    field.addEventListener('keydown', event => this.#handleKey(event))
    field.addEventListener('blur', () => this.#leave())
  }

  show(language: unknown, isEditable: boolean): void {
    this.#value = typeof language === 'string' ? language : ''
    if (document.activeElement !== this.field) this.field.value = this.#value
    this.field.readOnly = !isEditable
    this.field.hidden = !isEditable && this.#value === ''
  }

  destroy(): void {
    this.#closeList()
  }

  #open(offersAll: boolean): void {
    if (this.field.readOnly) return
    const languages = codeTokens.now?.languages ?? []
    const typed = offersAll ? '' : this.field.value.trim().toLowerCase()
    const wanted = aliases[typed] ?? typed
    this.#options = [
      ...languages.filter(name => name.startsWith(wanted)),
      ...languages.filter(name => !name.startsWith(wanted) && name.includes(wanted)),
    ]
    this.#active = typed === '' ? this.#options.indexOf(this.#value) : 0
    this.#list.replaceChildren(...this.#options.map((name, index) => this.#option(name, index)))
    if (this.#options.length === 0) return this.#closeList()
    if (this.#close === undefined) {
      this.field.closest('.note-page')?.append(this.#list)
      this.#close = floatBeside(this.field, this.#list)
      this.field.ariaExpanded = 'true'
    }
    this.#mark()
  }

  #option(name: string, index: number): HTMLElement {
    const option = document.createElement('div')
    option.className = 'option'
    option.role = 'option'
    option.id = `${this.#listId}-${index}`
    option.textContent = name
    option.addEventListener('mousedown', event => event.preventDefault())
    option.addEventListener('click', () => this.#choose(name))
    return option
  }

  #mark(): void {
    for (const [index, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(index === this.#active)
      if (index === this.#active) option.scrollIntoView({ block: 'nearest' })
    }
    if (this.#active < 0) this.field.removeAttribute('aria-activedescendant')
    else this.field.setAttribute('aria-activedescendant', `${this.#listId}-${this.#active}`)
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.#close === undefined) return this.#open(true)
      const step = event.key === 'ArrowDown' ? 1 : this.#options.length - 1
      this.#active = (Math.max(this.#active, step === 1 ? -1 : 0) + step) % this.#options.length
      this.#mark()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const isOpen = this.#close !== undefined
      this.#choose((isOpen ? this.#options[this.#active] : undefined) ?? this.field.value)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.field.value = this.#value
      this.#closeList()
      this.#onLeave()
    }
  }

  #choose(name: string): void {
    this.field.value = name
    this.#closeList()
    this.#take()
    this.#onLeave()
  }

  #leave(): void {
    this.#closeList()
    this.#take()
  }

  #take(): void {
    const next = this.field.value.trim().replace(/\s+/g, '-')
    if (next === this.#value) return
    this.#value = next
    this.#onChoose(next === '' ? null : next)
  }

  #closeList(): void {
    this.#close?.()
    this.#close = undefined
    this.#list.remove()
    this.field.ariaExpanded = 'false'
    this.field.removeAttribute('aria-activedescendant')
  }
}
