/** The types of callouts that have a look of their own: Obsidian's. */
export const calloutTypes = [
  'note',
  'abstract',
  'info',
  'todo',
  'tip',
  'success',
  'question',
  'warning',
  'failure',
  'danger',
  'bug',
  'example',
  'quote',
] as const

export type CalloutType = (typeof calloutTypes)[number]

/** Other names for them, GitHub's among them. */
const aliases: Readonly<Record<string, CalloutType>> = {
  summary: 'abstract',
  tldr: 'abstract',
  hint: 'tip',
  important: 'tip',
  check: 'success',
  done: 'success',
  help: 'question',
  faq: 'question',
  caution: 'warning',
  attention: 'warning',
  fail: 'failure',
  missing: 'failure',
  error: 'danger',
  cite: 'quote',
}

/** The type that a name between `[!` and `]` stands for; `undefined` for one that nobody knows. */
export function calloutTypeOf(name: string): CalloutType | undefined {
  const lowered = name.toLowerCase()
  return (
    calloutTypes.find(type => type === lowered) ??
    (Object.hasOwn(aliases, lowered) ? aliases[lowered] : undefined)
  )
}

/** What a quote begins with that is a callout: `[!name]`, perhaps a fold mark, and a space. */
export const calloutMarker = /^\[!([^\][\s]+)\]([+-]?)[ \t]?/

/** Whether a callout can be folded, and is at first. */
export type CalloutFold = 'none' | 'open' | 'folded'

/** The fold that the mark after a callout's name stands for. */
export function calloutFoldOf(mark: string | undefined): CalloutFold {
  return mark === '+' ? 'open' : mark === '-' ? 'folded' : 'none'
}
