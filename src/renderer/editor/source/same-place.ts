import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/**
 * The position of `doc` that a position of `other` stands for, which says the same in another shape: it is beside the
 * same sign, which is a character other than white space, an image or the like.
 */
export function samePlace(other: ProseMirrorNode, position: number, doc: ProseMirrorNode): number {
  const before = signsIn(other).filter(at => at < position)
  const isBehind = before.at(-1) === position - 1
  const signs = signsIn(doc)
  const sign = signs[isBehind ? before.length - 1 : before.length] ?? doc.content.size
  return isBehind ? sign + 1 : sign
}

/** Where each sign of a document begins. */
function signsIn(doc: ProseMirrorNode): number[] {
  const signs: number[] = []
  doc.descendants((node, position) => {
    if (node.isText) for (const { index } of (node.text ?? '').matchAll(/\S/g)) signs.push(position + index)
    else if (node.isLeaf && node.type.name !== 'hardBreak') signs.push(position)
  })
  return signs
}
