import { math } from 'micromark-extension-math'
import type { Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'

const dollar = 36

/**
 * Micromark's math, but prices are no formulas. As in Pandoc, a formula between single dollar signs neither begins nor
 * ends with white space, and no digit follows it: `$x$` is one, `$5 and $10` is text.
 */
export function proseMath(): Extension {
  const { flow, text } = math()
  const construct = text?.[dollar]
  if (flow === undefined || construct === undefined || Array.isArray(construct)) {
    throw new TypeError('micromark-extension-math has another form')
  }
  return { flow, text: { [dollar]: withProseRules(construct) } }
}

function withProseRules(construct: Construct): Construct {
  const { previous } = construct
  return {
    name: 'proseMathText',
    tokenize: tokenizer(construct),
    ...(previous === undefined ? {} : { previous }),
  }
}

function tokenizer(construct: Construct): Tokenizer {
  return function tokenize(this: TokenizeContext, effects, ok, nok): State {
    return effects.attempt(
      construct,
      code => {
        const token = this.events.at(-1)?.[1]
        const source = token === undefined ? '' : this.sliceSerialize(token)
        return isFormula(source, code) ? ok(code) : nok(code)
      },
      nok,
    )
  }
}

function isFormula(source: string, next: number | null): boolean {
  if (source.startsWith('$$')) return true
  const isBeforeDigit = next !== null && next >= 48 && next <= 57
  return !isBeforeDigit && !/^\$\s|\s\$$/.test(source)
}
