import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** How the source looks: the page's colours, its code font, the measure of the rich text. */
export const sourceTheme = EditorView.theme({
  '&': { blockSize: '100%', color: 'var(--color-ink)', backgroundColor: 'var(--color-paper)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-code)',
    fontSize: 'calc(var(--size-reading) * 0.88)',
    lineHeight: '1.65',
  },
  '.cm-content': {
    boxSizing: 'border-box',
    inlineSize: '100%',
    maxInlineSize: 'calc(var(--measure-px, 680px) + 2 * var(--space-8))',
    marginInline: 'auto',
    padding: 'var(--space-5) var(--space-8) 30vh',
    caretColor: 'var(--color-accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-selectionBackground, ::selection': { backgroundColor: 'var(--color-selection)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-accent-soft)' },
  '.cm-searchMatch': { backgroundColor: 'var(--color-mark)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--color-focus)' },
  '.cm-panels': {
    backgroundColor: 'var(--color-paper)',
    color: 'var(--color-ink-2)',
    borderBlockEnd: '1px solid var(--color-line)',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-panel.cm-search': { padding: 'var(--space-2) var(--space-6)', fontSize: 'var(--size-ui)' },
  '.cm-panel.cm-search label': { fontSize: 'inherit' },
  '.cm-panel input.cm-textfield, .cm-panel button.cm-button': {
    padding: '3px var(--space-2)',
    border: '1px solid var(--color-line-strong)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--color-raised)',
    color: 'var(--color-ink)',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    verticalAlign: 'middle',
  },
  '.cm-panel.cm-search [name=close]': {
    color: 'inherit',
    fontSize: '16px',
    insetInlineEnd: 'var(--space-6)',
  },
})

/** Markdown's marks recede, what they mark stands out. */
export const sourceHighlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--color-accent)' },
  { tag: [tags.monospace, tags.string], color: 'var(--color-good)' },
  { tag: [tags.keyword, tags.typeName, tags.tagName], color: 'var(--color-accent)' },
  { tag: [tags.number, tags.attributeName], color: 'var(--color-careful)' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.meta, tags.quote],
    color: 'var(--color-ink-3)',
  },
])
