import type { EditorContext } from '../../editor-context'
import { formulaCode } from './lazy-formulas'
import type { FormulaSource, SetFormula } from './set-formula'

/** What elements wait for the code to show; another formula may come before it. */
const awaited = new WeakMap<HTMLElement, FormulaSource>()

/** Sets a formula in `element`; one that can't be set is shown as its source, with the reason. */
export function showFormula(formula: FormulaSource, element: HTMLElement, context: EditorContext): void {
  awaited.delete(element)
  if (formulaCode.now !== undefined) return show(formula, element, context, formulaCode.now)
  awaited.set(element, formula)
  showSource(formula, element)
  const showAwaited = (set: SetFormula): void => {
    if (awaited.get(element) !== formula) return
    awaited.delete(element)
    show(formula, element, context, set)
  }
  // Without the code the source can be read as well.
  formulaCode.load().then(showAwaited, () => undefined)
}

function show(
  formula: FormulaSource,
  element: HTMLElement,
  { translate }: EditorContext,
  setFormula: SetFormula,
): void {
  const problem = setFormula(formula, element)
  element.classList.toggle('is-wrong', problem !== undefined)
  if (problem === undefined) return
  const reason = document.createElement('span')
  reason.className = 'math-problem'
  reason.textContent = translate('editor.math.problem', { text: problem })
  showSource(formula, element)
  element.append(' ', reason)
}

function showSource({ source }: FormulaSource, element: HTMLElement): void {
  const code = document.createElement('code')
  code.textContent = source
  element.replaceChildren(code)
}
