// @vitest-environment jsdom
import katex from 'katex'
import { expect, it } from 'vitest'
import { setMathSpacing } from '../../../../src/renderer/editor/extensions/math/math-spacing'

/** A formula's text after its spaces were set: `_` for a thin space, operators without spaces in angle brackets. */
function spaced(source: string): string {
  const place = document.createElement('div')
  katex.render(source, place, { output: 'mathml' })
  setMathSpacing(place)
  place.querySelector('annotation')?.remove()
  for (const space of place.querySelectorAll('mspace[width="0.1667em"]')) space.textContent = '_'
  for (const operator of place.querySelectorAll('mo[lspace="0em"][rspace="0em"]'))
    operator.textContent = `<${operator.textContent}>`
  return place.textContent.replaceAll('\u2061', '')
}

it.each([
  ['a function and what it is of', '\\log q', 'log_q'],
  ['a function with brackets', '\\log(q)', 'log(q)'],
  ['a function with brackets that grow', '\\exp\\left(q\\right)', 'exp(q)'],
  ['a function after a factor', 'x\\log y', 'x_log_y'],
  ['two functions', '\\log\\sin x', 'log_sin_x'],
  ['a function after a relation', 'y = \\max x', 'y=max_x'],
  ['a function with an index', '\\max_x f', 'maxx_f'],
  ['a function with an exponent', 'a\\log^2 x', 'a_log2_x'],
  ['a function after brackets', '(a)\\log b', '(a)_log_b'],
])('sets off %s', (_, source, text) => {
  expect(spaced(source)).toBe(text)
})

it.each([
  ['after a relation', 'a = -b', 'a=<−>b'],
  ['after a bracket', '(-b)', '(<−>b)'],
  ['after a comma', 'f(a, -b)', 'f(a,<−>b)'],
  ['after space only', '\\quad -b', '<−>b'],
])('knows a sign: %s', (_, source, text) => {
  expect(spaced(source).trim()).toBe(text)
})

it.each([
  ['between two letters', 'a - b', 'a−b'],
  ['after a closing bracket', '(a) - b', '(a)−b'],
  ['after a factorial', 'n! - 1', 'n!−1'],
])('leaves the space of an operator %s', (_, source, text) => {
  expect(spaced(source)).toBe(text)
})

it.each([
  ['an index', 'x_{i+1}', 'xi<+>1'],
  ['an exponent', 'e^{-x}', 'e<−>x'],
  ['a limit', '\\sum_{i=1}^n i', '∑i<=>1ni'],
  ['both', 'x_{a-b}^{c+d}', 'xa<−>bc<+>d'],
])('has no spaces in %s', (_, source, text) => {
  expect(spaced(source)).toBe(text)
})
