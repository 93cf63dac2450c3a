import { StateField, type EditorState, type Text } from '@codemirror/state'

const anyEnding = /\r\n|\r|\n/g

/** How each line of the source ends, but for the last: CodeMirror itself forgets it. New lines end as most do. */
export function lineEndingsField(source: string): StateField<readonly string[]> {
  const first = source.match(anyEnding) ?? []
  const usual = mostFrequent(first)
  return StateField.define<readonly string[]>({
    create: () => first,
    update(endings, { changes, startState }) {
      const kept: string[] = []
      let next = 0
      let hasChanged = false
      changes.iterChanges((...[from, to, , , inserted]) => {
        const firstLine = startState.doc.lineAt(from).number
        const lastLine = startState.doc.lineAt(to).number
        if (firstLine === lastLine && inserted.lines === 1) return
        hasChanged = true
        kept.push(...endings.slice(next, firstLine - 1))
        for (let added = 1; added < inserted.lines; added += 1) kept.push(usual)
        next = lastLine - 1
      })
      return hasChanged ? [...kept, ...endings.slice(next)] : endings
    },
  })
}

/** The source with its own line endings. */
export function sourceOf(state: EditorState, field: StateField<readonly string[]>): string {
  return joinLines(state.doc, state.field(field))
}

/** An offset of CodeMirror's text as one of the source, whose line endings may be longer. */
export function toSourceOffset(
  state: EditorState,
  field: StateField<readonly string[]>,
  offset: number,
): number {
  const before = state.doc.lineAt(offset).number - 1
  return state
    .field(field)
    .slice(0, before)
    .reduce((sum, ending) => sum + ending.length - 1, offset)
}

/** The other way round. */
export function fromSourceOffset(
  state: EditorState,
  field: StateField<readonly string[]>,
  offset: number,
): number {
  const endings = state.field(field)
  let position = 0
  let rest = offset
  for (const [index, ending] of endings.entries()) {
    const length = state.doc.line(index + 1).length
    if (rest <= length) break
    position += length + 1
    rest -= length + ending.length
  }
  return Math.max(0, Math.min(state.doc.length, position + Math.max(0, rest)))
}

function joinLines(text: Text, endings: readonly string[]): string {
  const parts: string[] = []
  let index = 0
  for (const line of text.iterLines()) {
    if (index > 0) parts.push(endings[index - 1] ?? '\n')
    parts.push(line)
    index += 1
  }
  return parts.join('')
}

function mostFrequent(endings: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? '\n'
}
