/** Between a function and what it is of, and before it: TeX's thin space. */
const thinSpaceEm = 1 / 6
const functionApplication = '\u2061'
const signs: ReadonlySet<string> = new Set(['+', '−', '-', '±', '∓', '¬'])
const closing: ReadonlySet<string> = new Set([
  ')',
  ']',
  '}',
  '⟩',
  '⌋',
  '⌉',
  '!',
  '%',
  '′',
  '∣',
  '|',
  '∥',
  '…',
  '⋯',
  '∞',
])
const opening: ReadonlySet<string> = new Set(['(', '[', '{', '⟨', '⌊', '⌈'])
const scripted: ReadonlySet<string> = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover'])

/**
 * Sets the spaces of a formula as TeX does, where MathML's own rules give others: around functions, at signs that have nothing
 * on their left, and none between the parts of an index or an exponent. Source: chapter 18 of The TeXbook (the table of spaces);
 * MathML Core, "Operator dictionary".
 */
export function setMathSpacing(element: Element): void {
  for (const operator of element.querySelectorAll('mo')) {
    if (operator.textContent === functionApplication) spaceFunction(operator)
    else if (isSign(operator)) setSpaces(operator, 'prefix')
    else if (isInScript(operator)) setSpaces(operator)
  }
}

function spaceFunction(application: Element): void {
  const { first, last } = wholeFunction(application)
  const before = first.previousElementSibling
  if (before !== null && isQuantity(before)) first.before(thinSpace(first))
  const argument = last.nextElementSibling
  if (argument !== null && isArgument(argument)) last.after(thinSpace(last))
}

/** From the name of a function to the sign that it is applied; both in one where it has an index, an exponent or a limit. */
function wholeFunction(application: Element): { readonly first: Element; readonly last: Element } {
  const base = application.parentElement
  const whole = base?.parentElement
  const isScripted =
    base?.localName === 'mrow' && whole?.firstElementChild === base && scripted.has(whole.localName)
  return isScripted
    ? { first: whole, last: whole }
    : { first: application.previousElementSibling ?? application, last: application }
}

/** Whether an operator is a sign: there is nothing on its left that it could add to or take from. */
function isSign(operator: Element): boolean {
  if (!signs.has(operator.textContent)) return false
  let left = operator.previousElementSibling
  while (left?.localName === 'mspace') left = left.previousElementSibling
  if (left === null) return operator.previousElementSibling !== null || isInScript(operator)
  return left.localName === 'mo' && !closing.has(left.textContent)
}

/** What ends a product: a function after it is set off. */
function isQuantity(element: Element): boolean {
  if (element.localName === 'mspace') return false
  return element.localName !== 'mo' || closing.has(element.textContent)
}

function isArgument(element: Element): boolean {
  if (element.localName === 'mspace' || element.localName === 'mo') return false
  const first = element.localName === 'mrow' ? element.firstElementChild : null
  return first?.localName !== 'mo' || !opening.has(first.textContent)
}

/** Whether it stands in an index, an exponent or a limit. */
function isInScript(element: Element): boolean {
  for (let inner = element; inner.parentElement !== null; inner = inner.parentElement) {
    const { parentElement } = inner
    if (parentElement.localName === 'math') return false
    if (scripted.has(parentElement.localName) && parentElement.firstElementChild !== inner) return true
  }
  return false
}

function setSpaces(operator: Element, form?: 'prefix'): void {
  if (form !== undefined) operator.setAttribute('form', form)
  operator.setAttribute('lspace', '0em')
  operator.setAttribute('rspace', '0em')
}

function thinSpace({ namespaceURI, ownerDocument }: Element): Element {
  const space = ownerDocument.createElementNS(namespaceURI, 'mspace')
  space.setAttribute('width', `${thinSpaceEm.toFixed(4)}em`)
  return space
}
