/** Less than this nobody sees, in CSS pixels. */
const leastPx = 0.5

let observer: ResizeObserver | undefined

/**
 * Takes away the empty space after the roots of a formula: browsers reserve the width of the widest root sign, whatever the
 * height (MathML Core, "Radicals": the preferred inline size is that of the largest variant). Done whenever a root is laid out, before it is painted.
 */
export function trimRadicals(element: Element): void {
  const radicals = element.querySelectorAll('msqrt, mroot')
  if (radicals.length === 0) return
  observer ??= new ResizeObserver(entries => trim(entries.map(({ target }) => target)))
  for (const radical of radicals) observer.observe(radical)
}

function trim(radicals: readonly Element[]): void {
  // All are measured before the first is changed, so that there is one more layout and not one for each.
  const spaces = radicals.map(spaceAfter)
  for (const [index, radical] of radicals.entries()) {
    const space = spaces[index] ?? 0
    if (radical instanceof MathMLElement) radical.style.marginInlineEnd = space < leastPx ? '' : `${-space}px`
  }
}

/** From the end of what is under the root to the end of the root, in CSS pixels. */
function spaceAfter(radical: Element): number {
  const under = radical.localName === 'mroot' ? radical.firstElementChild : radical.lastElementChild
  if (under === null) return 0
  return radical.getBoundingClientRect().right - under.getBoundingClientRect().right
}
