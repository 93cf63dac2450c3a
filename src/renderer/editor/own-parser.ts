import { DOMParser, type Schema } from '@tiptap/pm/model'

/**
 * Reads what the editor itself wrote, in the page or for the clipboard: white space in a block's text is what it was, and
 * what only decorates a block (`data-decoration`) is none of its text.
 */
export function ownParser(schema: Schema): DOMParser {
  const { rules } = DOMParser.fromSchema(schema)
  return new DOMParser(schema, [
    { tag: '[data-decoration], .ProseMirror-trailingBreak', ignore: true },
    ...rules.map(rule => ({ ...rule, preserveWhitespace: 'full' as const })),
  ])
}
