import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { type LoadedMarkdown, loadMarkdown } from '../markdown/load-markdown'
import type { EditOutcome } from './round-trip-result'

const word = 'zq'

/** The problem of an edit after which a comment had to keep a list and what follows it apart. */
export const keptApart = 'a comment was put between two blocks'

/** Types a word somewhere into `loaded`, which was made from `body`, saves it and looks at what else changed. */
export function typeWord(body: string, loaded: LoadedMarkdown, seed: number): EditOutcome | undefined {
  const place = choosePlace(loaded.doc, createRandom(seed))
  if (place === undefined) return undefined
  const edited = EditorState.create({ doc: loaded.doc }).tr.insertText(word, place.position).doc
  const saved = loaded.save(edited)
  const { block, position } = place
  return { block, problem: damage(body, saved, loaded.sliceOf(block)) ?? misreading(saved, edited, position) }
}

interface Place {
  readonly position: number
  readonly block: number
}

function choosePlace(doc: ProseMirrorNode, random: () => number): Place | undefined {
  const blocks = doc.children.flatMap((node, index) => (node.textContent === '' ? [] : [index]))
  const block = blocks[Math.floor(random() * blocks.length)]
  if (block === undefined) return undefined
  const start = doc.resolve(0).posAtIndex(block, 0)
  const texts: { position: number; text: string }[] = []
  doc.nodesBetween(start, start + doc.child(block).nodeSize, (node, position) => {
    if (node.isText) texts.push({ position, text: node.text ?? '' })
  })
  const chosen = texts[Math.floor(random() * texts.length)]
  if (chosen === undefined) return undefined
  return { block, position: chosen.position + offsetIn(chosen.text, random()) }
}

/** An offset that doesn't divide a pair of surrogates, which no caret can. */
function offsetIn(text: string, fraction: number): number {
  const offset = Math.floor(fraction * (text.length + 1))
  return /^[\udc00-\udfff]/.test(text.slice(offset)) ? offset - 1 : offset
}

/** Whether anything before or after the edited slice isn't as it was. */
function damage(body: string, saved: string, [start, end]: readonly [number, number]): string | undefined {
  if (!saved.startsWith(body.slice(0, start))) return 'bytes before the edited block changed'
  if (!saved.endsWith(body.slice(end))) return 'bytes after the edited block changed'
  return saved.length < body.length - (end - start) ? 'bytes around the edited block overlap' : undefined
}

/** Whether what was saved is read as another document. Source may be anything after an edit, but keeps its text. */
function misreading(saved: string, edited: ProseMirrorNode, position: number): string | undefined {
  const { doc } = loadMarkdown(saved, edited.type.schema)
  if (doc.eq(edited)) return undefined
  const { parent } = edited.resolve(position)
  if (parent.type.name === 'rawBlock') return undefined
  if (parent.children.some(isTag) && withoutTags(doc) === withoutTags(edited)) return undefined
  const isKeptApart = doc.childCount > edited.childCount && withoutComments(doc).eq(withoutComments(edited))
  return isKeptApart ? keptApart : `read again as another document: ${firstDifference(edited, doc)}`
}

/** `<sub> </sub>` is source until a word stands in it. */
function isTag({ type, attrs }: ProseMirrorNode): boolean {
  return type.name === 'rawInline' && /^<\/?su[bp]>$/.test(String(attrs['source']))
}

function withoutTags(doc: ProseMirrorNode): string {
  return doc.textBetween(0, doc.content.size, '¶', node => (isTag(node) ? '' : JSON.stringify(node)))
}

function withoutComments(doc: ProseMirrorNode): ProseMirrorNode {
  return doc.copy(Fragment.from(doc.children.filter(block => block.textContent !== '<!-- -->')))
}

function firstDifference(expected: ProseMirrorNode, read: ProseMirrorNode): string {
  const at = expected.content.findDiffStart(read.content)
  const around = (doc: ProseMirrorNode) => {
    const from = Math.max(0, (at ?? 0) - 20)
    return JSON.stringify(doc.textBetween(from, Math.min(doc.content.size, from + 60), '¶', '□'))
  }
  return `${around(expected)} became ${around(read)}`
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
