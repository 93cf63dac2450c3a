import { InputRule, type Range } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/**
 * Whether an input rule may take this range: what is code already is no fence of anything, nor is a fence in a link that
 * doesn't hold the other one.
 */
export function isOpenText(doc: ProseMirrorNode, { from, to }: Range): boolean {
  const [first, last] = [from, to - 1].map(at =>
    doc.nodeAt(at)?.marks.find(mark => mark.type.name === 'link'),
  )
  const isInOneLink = first === last || (first !== undefined && last?.eq(first) === true)
  let hasCode = false
  doc.nodesBetween(from, to, ({ marks }) => {
    hasCode ||= marks.some(mark => mark.type.spec.code === true)
  })
  return isInOneLink && !hasCode
}

/** The rule, where it may take what it matches. */
export function inOpenText(rule: InputRule): InputRule {
  return new InputRule({
    find: rule.find,
    handler: props => (isOpenText(props.state.doc, props.range) ? rule.handler(props) : null),
  })
}
