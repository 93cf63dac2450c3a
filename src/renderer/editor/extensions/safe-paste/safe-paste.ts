import { Extension } from '@tiptap/core'
import {
  DOMParser,
  DOMSerializer,
  Fragment,
  type Node as ProseMirrorNode,
  type ParseOptions,
  type ResolvedPos,
  type Schema,
  Slice,
} from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { cellAround } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPasted } from './clean-pasted'
import { copiedPart } from './copied-part'
import { markdownOf } from '../../copy-note'
import type { EditorContext } from '../../editor-context'
import { readMarkdown } from '../../markdown/read-markdown'
import { ownParser } from '../../own-parser'
import { readTabbedCells, tableOf } from '../note-table/pasted-cells'
import { moveAddresses } from './move-addresses'

/**
 * Pasting under a strict page policy. Styles and handlers in pasted HTML would each be reported, and styles would be
 * lost (Google Docs wraps everything in a `<b>` that only a style makes normal): they are renamed before the HTML is
 * parsed, and styles are set again through the CSSOM afterwards. Pasted plain text is read as Markdown, unless it is
 * pasted with Shift. What is copied says which note it is from, so that its addresses are right in another folder.
 */
export function createSafePaste({ services }: EditorContext) {
  const notePath = (): string => services.notePath() ?? unwrittenPath
  return Extension.create({
    name: 'safePaste',
    addProseMirrorPlugins() {
      const { schema } = this.editor
      return [
        new Plugin({
          props: {
            handlePaste: (view, event) => pasteMarkdownSource(view, event),
            transformPastedHTML: withoutActiveAttributes,
            transformCopied: (slice, { state }) => copiedPart(slice, state.selection),
            // Browsers that join or split blocks put copies of what is in them into the page.
            domParser: ownParser(schema),
            clipboardParser: new ClipboardParser(schema, notePath),
            clipboardSerializer: new ClipboardSerializer(schema, notePath),
            clipboardTextSerializer: ({ content }) => markdownOf(content, schema),
            clipboardTextParser: (text, $context, isPlain) =>
              isPlain ? plainSlice(text, schema) : textSlice(text, $context),
          },
        }),
      ]
    },
  })
}

/** Where a note goes that isn't written yet. */
const unwrittenPath = 'notes/new.md'

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

class ClipboardSerializer extends DOMSerializer {
  readonly #notePath: () => string

  constructor(schema: Schema, notePath: () => string) {
    const { nodes, marks } = DOMSerializer.fromSchema(schema)
    super(nodes, marks)
    this.#notePath = notePath
  }

  override serializeFragment(...parameters: Parameters<DOMSerializer['serializeFragment']>) {
    const written = super.serializeFragment(...parameters)
    const [, , target] = parameters
    // Without a target it is all that is copied, else a part of it.
    if (target === undefined) written.firstElementChild?.setAttribute('data-note-path', this.#notePath())
    return written
  }
}

class ClipboardParser extends DOMParser {
  readonly #notePath: () => string
  readonly #ownParser = ownParser(this.schema)

  constructor(schema: Schema, notePath: () => string) {
    super(schema, DOMParser.fromSchema(schema).rules)
    this.#notePath = notePath
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    if (dom instanceof HTMLElement) restoreStyles(dom)
    // So ProseMirror asks for what was copied from an editor.
    if (options?.preserveWhitespace === true) {
      const own = this.#ownParser.parseSlice(dom, options)
      const from = dom instanceof HTMLElement ? dom.querySelector('[data-note-path]') : null
      return moveAddresses(own, from?.getAttribute('data-note-path') ?? this.#notePath(), this.#notePath())
    }
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

function plainSlice(text: string, schema: Schema): Slice {
  const lines = text.split(/(?:\r\n?|\n)+/)
  const paragraphs = lines.map(line => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]))
  return Slice.maxOpen(Fragment.from(paragraphs))
}
