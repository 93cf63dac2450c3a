import type { EditorAction } from '../../actions/editor-action'

/** The actions for what was typed, best first; `wordsOf` gives an action's label and then its other words. */
export function matchActions(
  actions: readonly EditorAction[],
  query: string,
  wordsOf: (action: EditorAction) => readonly [label: string, others: string],
): EditorAction[] {
  const typed = query.toLowerCase()
  return actions
    .map(action => ({ action, score: scoreOf(typed, ...wordsOf(action)) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ action }) => action)
}

function scoreOf(typed: string, label: string, others: string): number {
  if (typed === '') return 1
  const name = label.toLowerCase()
  const compact = name.replaceAll(' ', '')
  if (name.startsWith(typed) || compact.startsWith(typed)) return 4
  if (name.split(' ').some(word => word.startsWith(typed))) return 3
  if (others.split(' ').some(word => word.startsWith(typed))) return 2
  return compact.includes(typed) ? 1 : 0
}
