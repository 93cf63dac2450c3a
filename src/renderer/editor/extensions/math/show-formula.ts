import type { EditorContext } from '../../editor-context'
import { setFormula, type FormulaSource } from './set-formula'

/** Sets a formula in `element`; one that can't be set is shown as its source, with the reason. */
export function showFormula(
  { source, isDisplay }: FormulaSource,
  element: HTMLElement,
  { translate }: EditorContext,
): void {
  const problem = setFormula({ source, isDisplay }, element)
  element.classList.toggle('is-wrong', problem !== undefined)
  if (problem === undefined) return
  const code = document.createElement('code')
  code.textContent = source
  const reason = document.createElement('span')
  reason.className = 'math-problem'
  reason.textContent = translate('editor.math.problem', { text: problem })
  element.replaceChildren(code, ' ', reason)
}
