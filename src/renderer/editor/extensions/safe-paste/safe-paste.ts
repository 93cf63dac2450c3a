import { Extension } from '@tiptap/core'
import {
  DOMParser,
  Fragment,
  type Node as ProseMirrorNode,
  type ParseOptions,
  type ResolvedPos,
  Slice,
} from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { cellAround } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPasted } from './clean-pasted'
import { markdownOf } from '../../copy-note'
import { readMarkdown } from '../../markdown/read-markdown'
import { readTabbedCells, tableOf } from '../note-table/pasted-cells'

/**
 * Pasting under a strict page policy. Styles and handlers in pasted HTML would each be reported, and styles would be
 * lost (Google Docs wraps everything in a `<b>` that only a style makes normal): they are renamed before the HTML is
 * parsed, and styles are set again through the CSSOM afterwards. Pasted plain text is read as Markdown, unless it is
 * pasted with Shift.
 */
export const SafePaste = Extension.create({
  name: 'safePaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => pasteMarkdownSource(view, event),
          transformPastedHTML: withoutActiveAttributes,
          clipboardParser: new ClipboardParser(schema, DOMParser.fromSchema(schema).rules),
          clipboardTextSerializer: ({ content }) => markdownOf(content, schema),
          clipboardTextParser: (text, $context, isPlain) =>
            isPlain ? plainSlice(text, schema) : textSlice(text, $context),
        },
      }),
    ]
  },
})

/** VS Code says which language it copies: Markdown is meant as such, not as code that looks like it. */
function pasteMarkdownSource(view: EditorView, { clipboardData }: ClipboardEvent): boolean {
  if (clipboardData === null || view.state.selection.$from.parent.type.spec.code === true) return false
  if (!/"mode":\s*"markdown"/.test(clipboardData.getData('vscode-editor-data'))) return false
  const { schema, tr } = view.state
  const slice = Slice.maxOpen(readMarkdown(clipboardData.getData('text/plain'), schema))
  view.dispatch(tr.replaceSelection(slice).scrollIntoView())
  return true
}

/** HTML whose `style` and `on…` attributes and `<base>` do nothing, without scripts and style sheets. */
export function withoutActiveAttributes(html: string): string {
  // What was copied here has HTML in the values of attributes, such as the source of a raw block.
  return html.includes(' data-pm-slice="') ? withoutOwnStyles(html) : withoutForeignAttributes(html)
}

function withoutOwnStyles(html: string): string {
  return html
    .replace(/<(?=base\b)/gi, '<x-')
    .replace(/<[a-z](?:"[^"]*"|[^"<>])*>/gi, tag =>
      tag.replace(/"[^"]*"|\s(?:style|on[a-z]+)(?==)/gi, part =>
        part.startsWith('"') ? part : ` data-x-${part.trim()}`,
      ),
    )
}

function withoutForeignAttributes(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(?=base\b)/gi, '<x-')
    .replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-x-$2'))
}

class ClipboardParser extends DOMParser {
  /** As it was written: white space in a block's text is what it was in the editor's. */
  readonly #ownParser = new DOMParser(
    this.schema,
    this.rules.map(rule => ({ ...rule, preserveWhitespace: 'full' as const })),
  )

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    if (dom instanceof HTMLElement) restoreStyles(dom)
    // So ProseMirror asks for what was copied from an editor.
    if (options?.preserveWhitespace === true) return this.#ownParser.parseSlice(dom, options)
    if (dom instanceof HTMLElement) cleanPasted(dom)
    const slice = super.parseSlice(dom, options)
    return new Slice(joinLines(slice.content), slice.openStart, slice.openEnd)
  }
}

function restoreStyles(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-x-style]')) {
    element.style.cssText = element.getAttribute('data-x-style') ?? ''
  }
}

/** A line break in HTML source is a space; in the editor's text it would be a line break of the note's source. */
function joinLines(content: Fragment): Fragment {
  return Fragment.from(content.content.map(joinLinesOf))
}

function joinLinesOf(node: ProseMirrorNode): ProseMirrorNode {
  if (node.type.spec.code === true) return node
  if (!node.isText) return node.copy(joinLines(node.content))
  const text = (node.text ?? '').replace(/\s*\n\s*/g, ' ')
  return node.type.schema.text(text, node.marks)
}

/** Rows of cells as a table; one row is one only within a table. Else what the text says as Markdown. */
function textSlice(text: string, $context: ResolvedPos): Slice {
  const { schema } = $context.doc.type
  const cells = readTabbedCells(text)
  if (cells !== undefined && (cells.length > 1 || cellAround($context) !== null)) {
    return new Slice(Fragment.from(tableOf(cells, schema)), 0, 0)
  }
  return Slice.maxOpen(readMarkdown(text, schema))
}

function plainSlice(text: string, schema: ProseMirrorNode['type']['schema']): Slice {
  const lines = text.split(/(?:\r\n?|\n)+/)
  const paragraphs = lines.map(line => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]))
  return Slice.maxOpen(Fragment.from(paragraphs))
}
