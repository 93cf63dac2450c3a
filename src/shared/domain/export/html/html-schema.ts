import type { Schema } from 'hast-util-sanitize'

/** All that a note can become in an exported page; what is not named here is taken out. */
export const htmlSchema: Schema = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'hr', 'section', 'ul', 'ol', 'li'],
    ...['div', 'details', 'summary'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'br', 'code', 'del', 'em', 'img', 'input', 'mark', 'span', 'strong', 'sub', 'sup'],
  ],
  attributes: {
    a: ['id', 'href', 'title', ['className', 'data-footnote-backref'], 'ariaLabel'],
    code: [['className', /^language-[\w+#.-]+$/, 'math-inline', 'math-display']],
    details: [['className', 'callout', /^is-[a-z]+$/], 'open'],
    div: [['className', 'callout', /^is-[a-z]+$/]],
    h1: ['id'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt', 'title'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    p: [['className', 'callout-title']],
    section: [['className', 'footnotes']],
    span: ['id', ['className', 'callout-name']],
    summary: [['className', 'callout-title']],
    td: ['align'],
    th: ['align'],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  // Ids are given by the export itself, none by a note.
  clobber: [],
  clobberPrefix: '',
  strip: [],
}
