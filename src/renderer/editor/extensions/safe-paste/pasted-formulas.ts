/** Formulas that KaTeX, MathJax or MathML show, as the TeX that they were made of. */
export function unwrapFormulas(root: HTMLElement): void {
  for (const formula of root.querySelectorAll<HTMLElement>('.katex-display, .katex, mjx-container, math')) {
    if (!root.contains(formula)) continue
    const tex = texOf(formula)
    if (tex === undefined) continue
    const isDisplay =
      formula.matches('.katex-display, mjx-container[display=true], math[display=block]') ||
      formula.querySelector('math[display=block]') !== null
    formula.replaceWith(isDisplay ? blockOf(tex, formula) : inlineOf(tex, formula))
  }
}

function texOf(formula: HTMLElement): string | undefined {
  const annotation = formula.querySelector('annotation[encoding="application/x-tex"]')
  const tex = annotation?.textContent ?? formula.getAttribute('alttext') ?? formula.dataset['tex']
  return tex === undefined || tex === null || tex.trim() === '' ? undefined : tex.trim()
}

function inlineOf(tex: string, { ownerDocument }: HTMLElement): HTMLElement {
  const element = ownerDocument.createElement('span')
  element.dataset['formula'] = tex.replace(/\s*\n\s*/g, ' ')
  element.textContent = tex
  return element
}

function blockOf(tex: string, { ownerDocument }: HTMLElement): HTMLElement {
  const element = ownerDocument.createElement('pre')
  element.dataset['mathBlock'] = ''
  const code = ownerDocument.createElement('code')
  code.textContent = tex
  element.append(code)
  return element
}
