import fc from 'fast-check'

const nasty = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'a',
      'word',
      'b c',
      '中文',
      '。',
      '：',
      'é',
      '😀',
      '7',
      'x_y_z',
      'http://e.com/a_b',
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '_',
        '**',
        '`',
        '``',
        '~',
        '~~',
        '|',
        '\\',
        '<',
        '>',
        '&',
        '&amp;',
        '#',
        '# ',
        '- ',
        '+ ',
        '1. ',
        '1) ',
      ],
      ...[
        '[',
        ']',
        '[[',
        ']]',
        '![',
        '](',
        '(',
        ')',
        '!',
        '$',
        '$$',
        ':',
        '=',
        '===',
        '---',
        '```',
        '<b>',
        '<!--',
        '-->',
      ],
      ...[
        '[x]',
        '[ ] ',
        '[^1]',
        '[^1]: ',
        '[a]: b',
        '&#32;',
        'www.a.b',
        'a@b.c',
        '"',
        "'",
        '{',
        '}',
        '%',
        '^',
        '  ',
        '\t',
      ],
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(' ', ' ', '\n', '\u00a0', '　') },
)
const text = fc.array(nasty, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
const marks = fc
  .subarray(['bold', 'italic', 'strike', 'highlight', 'subscript', 'superscript', 'code', 'link'])
  .map(names =>
    names.map(type => (type === 'link' ? { type, attrs: { href: 'u(r)l <x', title: null } } : { type })),
  )
const inline = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('text'), text, marks }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('hardBreak'), marks }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('wikiLink'),
      attrs: fc.constantFrom({ inner: 'a|b', isEmbed: false }, { inner: 'x.png', isEmbed: true }),
      marks,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('image'),
      attrs: fc.record({
        src: fc.constantFrom('a b.png', 'x(1).png', '<'),
        alt: text.map(oneLine),
        title: fc.constant('t"'),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'rawInline', attrs: { source: '<kbd>' } }) },
)
const content = fc.array(inline, { maxLength: 5 })
const paragraph = content.map(nodes => ({ type: 'paragraph', content: nodes }))
const heading = fc.record({
  type: fc.constant('heading'),
  attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
  content,
})
const codeBlock = fc.record({
  type: fc.constant('codeBlock'),
  attrs: fc.record({ language: fc.constantFrom(null, 'ts', 'a`b', 'c d') }),
  content: fc.array(
    text.map(value => ({ type: 'text', text: value })),
    { maxLength: 1 },
  ),
})
const cell = (type: string) =>
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map(nodes => ({ type, content: nodes }))
const table = fc
  .tuple(
    fc.array(cell('tableHeader'), { minLength: 2, maxLength: 2 }),
    fc.array(cell('tableCell'), { minLength: 2, maxLength: 2 }),
  )
  .map(rows => ({ type: 'table', content: rows.map(cells => ({ type: 'tableRow', content: cells })) }))
const tied = fc.letrec<{ block: object }>(tie => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  const list = (type: string, item: string) =>
    fc
      .array(
        blocks.map(nodes => ({ type: item, content: nodes })),
        { minLength: 1, maxLength: 3 },
      )
      .map(items => ({ type, content: items }))
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      heading,
      codeBlock,
      table,
      fc.constant({ type: 'horizontalRule' }),
      list('bulletList', 'listItem'),
      list('orderedList', 'listItem'),
      list('taskList', 'taskItem'),
      blocks.map(nodes => ({ type: 'blockquote', content: nodes })),
    ),
  }
})

/** Text blocks as JSON, with whatever text and marks a user could put into them. */
export const textBlocks = fc.oneof(paragraph, heading, codeBlock, table)

/** Blocks of any kind as JSON, lists and quotes in each other. */
export const blocks = tied.block

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
