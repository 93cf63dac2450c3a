import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import type { MarkdownStyle } from './markdown-style'
import { parseNote } from './parse-note'
import { patchSource } from './patch-source'
import { readBlock } from './read-block'
import { type Escaping, stringifyBlocks } from './stringify-blocks'
import { writeBlock } from './write-block'

/** A block as it was read, with the indentation of its first line; lines end in `\n`. */
export interface OriginalBlock {
  readonly node: ProseMirrorNode
  readonly source: string
  readonly indentation: string
}

/** Writes single blocks so that they are read back as they were. */
export interface BlockWriter {
  /** A block's Markdown with as few escapes as it needs. Text is never lost, whatever its marks. */
  write(node: ProseMirrorNode, style: MarkdownStyle): string
  /** As `write`, but in the words of the block that it was before an edit, which changes only what the edit did. */
  rewrite(node: ProseMirrorNode, style: MarkdownStyle, original: OriginalBlock): string
  /** Whether a block that was read from `source`, written and read again, is the same block. */
  survives(node: ProseMirrorNode, style: MarkdownStyle, source: string): boolean
}

/** Texts of one block that are kept read: its own, and those in other words. */
const mostRead = 4

/** A writer for a document with the given definitions (see `definitionsOf`). */
export function createBlockWriter(schema: Schema, definitions: readonly string[]): BlockWriter {
  // What is written for a block is proved more than once, mostly in the same words.
  const readOne = keepingLast(mostRead, parseOne)
  const context = definitions.length === 0 ? '' : `\n\n${definitions.join('\n\n')}`

  return {
    write: (node, style) => writeOne(node, writableStyle(node, style)),
    rewrite(node, wanted, { node: before, source, indentation }) {
      const style = writableStyle(node, wanted)
      const written = writeOne(node, style)
      const expected = readOne(written)
      for (const escaping of ['light', 'careful'] as const) {
        const [base, next] = [stringify(before, style, escaping), stringify(node, style, escaping)]
        const patched = patchSource(source, base, next)
        if (patched === undefined || expected === undefined) continue
        if (readOne(indentation + patched)?.eq(expected) === true) return indentation + patched
      }
      return indent(written, indentation)
    },
    survives(node, style, source) {
      if (stringify(node, style, 'light') === source) return true
      const careful = stringify(node, style, 'careful')
      return careful === source || (readOne(careful)?.eq(node) ?? false)
    },
  }

  function writableStyle(node: ProseMirrorNode, style: MarkdownStyle): MarkdownStyle {
    return withFences(node, withAsterisks(node, style))
  }

  /** Where a container begins with it, as a footnote, what is only indented may be no code. */
  function withFences(node: ProseMirrorNode, style: MarkdownStyle): MarkdownStyle {
    const codes = style.fences ? [] : codesOf(node)
    if (codes.length === 0) return style
    const read = readOne(stringify(node, style, 'careful'))
    const isSame = read !== undefined && codesOf(read).join('\0') === codes.join('\0')
    return isSame ? style : { ...style, fences: true }
  }

  /** With the indentation that the block had, if it may have one. */
  function indent(text: string, indentation: string): string {
    if (!/^ {1,3}$/.test(indentation)) return text
    const indented = text.replace(/^(?=[^\n])/gm, indentation)
    const node = readOne(text)
    return node !== undefined && readOne(indented)?.eq(node) === true ? indented : text
  }

  function writeOne(node: ProseMirrorNode, style: MarkdownStyle): string {
    const careful = stringify(node, style, 'careful')
    if (node.type.name === 'rawBlock' || careful === '') return careful
    const proof = readOne(careful)
    const light = stringify(node, style, 'light')
    const best = light !== careful && proof !== undefined && readOne(light)?.eq(proof) ? light : careful
    if (proof !== undefined && visibleText(proof) === visibleText(node)) return best
    const plain = stringify(node, style, 'careful', true)
    const readPlain = readOne(plain)
    return readPlain !== undefined && visibleText(readPlain) === visibleText(node) ? plain : best
  }

  function parseOne(markdown: string): ProseMirrorNode | undefined {
    const source = markdown.includes('[') ? markdown + context : markdown
    const [first, ...rest] = parseNote(source).children
    if (first === undefined || rest.length !== (source === markdown ? 0 : definitions.length))
      return undefined
    return readBlock(first, { schema, source })
  }
}

/** A function that keeps the last results of `make`. */
function keepingLast<Result>(count: number, make: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const result = make(text)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= count) kept.delete(oldest)
    kept.set(text, result)
    return result
  }
}

/** Short definitions of every label that `root` defines, so that references to them are read as references. */
export function definitionsOf(root: Root, source: string): string[] {
  const labels = new Map<string, string>()
  visit(root)
  return [...labels].map(([label, destination]) => `[${label}]: ${destination}`)

  function visit(node: Nodes): void {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') addLabel(node)
    if ('children' in node) node.children.forEach(visit)
  }

  function addLabel(node: Definition | FootnoteDefinition): void {
    const label = /^\[((?:\\.|[^\]\\])*)\]:/s.exec(source.slice(...rangeOf(node)))?.[1]
    if (label !== undefined) labels.set(label.replace(/\s+/g, ' '), node.type === 'definition' ? '/' : 'x')
  }
}

function stringify(node: ProseMirrorNode, style: MarkdownStyle, escaping: Escaping, isPlain = false): string {
  const block = writeBlock(node, isPlain)
  return block === undefined ? '' : stringifyBlocks([block], style, escaping)
}

/** Underscores can't stand within a word: there, letters would have to be written as character references. */
function withAsterisks(node: ProseMirrorNode, style: MarkdownStyle): MarkdownStyle {
  if (style.emphasis === '*' && style.strong === '*') return style
  const isForced = stringify(node, style, 'light').includes('&#x')
  return isForced ? { ...style, emphasis: '*', strong: '*' } : style
}

/** The text of each code block in a node. */
function codesOf(node: ProseMirrorNode): string[] {
  if (node.isTextblock) return node.type.name === 'codeBlock' ? [node.textContent] : []
  return node.children.flatMap(codesOf)
}

/** What a reader sees of a node, with all white space alike. */
function visibleText(node: ProseMirrorNode): string {
  return node.textBetween(0, node.content.size, ' ', leafText).replace(/\s+/g, ' ').trim()
}

/** What a reader sees of a node without content. */
export function leafText({ type, attrs }: ProseMirrorNode): string {
  if (type.name === 'wikiLink') return `[[${String(attrs['inner'])}]]`
  if (type.name === 'rawInline') return String(attrs['source'])
  if (type.name === 'inlineMath') return `$${String(attrs['formula'])}$`
  if (type.name === 'footnoteReference') return `[^${String(attrs['label'])}]`
  return type.name === 'image' ? `${String(attrs['alt'])}(${String(attrs['src'])})` : ' '
}
