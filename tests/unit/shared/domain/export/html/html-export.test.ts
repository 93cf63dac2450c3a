// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { katexAssets } from '../../../../../../src/backend/exchange/katex-assets'
import en from '../../../../../../src/renderer/locales/en.json'
import zh from '../../../../../../src/renderer/locales/zh.json'
import { exportWords } from '../../../../../../src/shared/domain/export/export-words'
import { PrintExport } from '../../../../../../src/shared/domain/export/html/print-export'
import { readerOf, sourceOf, twoQuestions } from '../export-fixture'
import { hostileNotes, hostileTitles, noteText } from '../hostile-texts'
import { articlesIn, pageOf } from './html-fixture'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`
const answered = async (body: string) =>
  articlesIn(
    (await pageOf({ notes: { 'notes/a.md': answer(body) }, files: ['attachments/i.png'] })).html,
  )[0]?.replace(/^.*What is a gate\?<\/h3>\n/s, '')

/** All that could run, load or lead somewhere in a page. */
function dangersIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('*')].flatMap(element => {
    const isForeign = /^(?:script|iframe|object|embed|form|base|link|svg:script)$/i.test(element.tagName)
    const attributes = [...element.attributes].filter(
      ({ name, value }) =>
        name.startsWith('on') ||
        name === 'srcdoc' ||
        (/^(?:href|src)$/.test(name) && !/^(?:#|https?:\/\/|mailto:|data:image\/|[^:/\\]+$)/i.test(value)),
    )
    return [
      ...(isForeign ? [element.outerHTML] : []),
      ...attributes.map(({ name, value }) => `${name}=${value}`),
    ]
  })
}

describe('HtmlExport', () => {
  it('links a file that is embedded and no image (told that an image is missing)', async () => {
    const { html, result } = await pageOf({
      notes: { 'notes/a.md': answer('![[x.pdf]] ![](../attachments/x.pdf)\n') },
      files: ['attachments/x.pdf'],
    })
    const link = '<a href="Book%20files/x.pdf">x.pdf</a>'
    expect(articlesIn(html)[0]).toContain(`<p>${link} ${link}</p>`)
    expect([result.missingImages, [...result.attachments]]).toEqual([
      [],
      [['attachments/x.pdf', 'Book files/x.pdf']],
    ])
  })

  it('writes contents, sections, questions with answers, and other notes', async () => {
    const { html } = await pageOf({
      lists: { 'g.md': '## Gates\n\n- What? ^q-1\n  > Hint: two\n- Why? ^q-2\n' },
      notes: { 'notes/a.md': answer('An *answer*.\n'), 'notes/Free.md': '# Free\n\nA ==free== note.\n' },
    })
    expect(html).toContain('<li dir="auto" class="done"><a href="#q-1">1.1 What?</a></li>')
    expect(html).toContain('<li dir="auto" class="open"><a href="#q-2">1.2 Why?</a></li>')
    expect(html).toContain('<h2 id="g-section-1" dir="auto">1 Gates</h2>')
    expect(articlesIn(html)).toEqual([
      '<h3 id="q-1">1.1 What?</h3>\n<blockquote>\n<p>Hint: two</p>\n</blockquote>\n<p>An <em>answer</em>.</p>',
      '<h3 id="q-2">1.2 Why?</h3>',
      '<h3 id="note-free">Free</h3>\n<p>A <mark>free</mark> note.</p>',
    ])
  })

  it.each([
    ['[a](javascript:alert(1))', '<p><a>a</a></p>'],
    ['[a](//host/x) [b](\\\\host\\x)', '<p><a>a</a> b</p>'],
    ['<b>x</b>', '<p>&#x3C;b>x&#x3C;/b></p>'],
    ['H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
    ['x<SUP onclick="a()">*n*<sub>1</sub></SUP>', '<p>x<sup><em>n</em><sub>1</sub></sup></p>'],
    ['a<br onclick=a()>\nb<br/>c', '<p>a<br>\nb<br>\nc</p>'],
    ['| a<br>b |\n| - |', /<th>a<br>\nb<\/th>/],
    ['<sub>*a</sub>b*', '<p>&#x3C;sub><em>a&#x3C;/sub>b</em></p>'],
    ['*a<sub>b*c</sub>', '<p><em>a&#x3C;sub>b</em>c&#x3C;/sub></p>'],
    ['<sub>a<sup>b</sub>c</sup>', '<p><sub>a&#x3C;sup>b</sub>c&#x3C;/sup></p>'],
    ['<subject>a</subject></br>', '<p>&#x3C;subject>a&#x3C;/subject>&#x3C;/br></p>'],
    ['a<!-- <script> -->b', '<p>ab</p>'],
    ['<!-- a\n\nb -->\n\nc', '<p>c</p>'],
    ['<div>\n<!-- a -->\nb</div>', '<pre><code>&#x3C;div>\n\nb&#x3C;/div></code></pre>'],
    ['<br>', '<p><br>\n</p>'],
    ['- <br/><br/>', /<li><br>\n<br>/],
    ['<script>\nx\n</script>', '<pre><code>&#x3C;script>\nx\n&#x3C;/script></code></pre>'],
    ['![i](../attachments/i.png)', '<p><img src="data:image/png;base64,AA==" alt="i"></p>'],
    ['![i|150](../attachments/i.png)', '<p><img src="data:image/png;base64,AA==" alt="i" width="150"></p>'],
    [
      '![[i.png|20x30]] ![[i.png|b|40]]',
      '<p><img src="data:image/png;base64,AA==" alt="i.png" width="20" height="30"> <img src="data:image/png;base64,AA==" alt="b" width="40"></p>',
    ],
    ['![i|150](https://a.org/i.png)', '<p><a href="https://a.org/i.png" rel="noreferrer">i</a></p>'],
    ['![i](https://a.org/i.png)', '<p><a href="https://a.org/i.png" rel="noreferrer">i</a></p>'],
    ['![i](no.png)', '<p><span>i</span></p>'],
    ['- [x] done', /<input type="checkbox" checked disabled>/],
    ['| a |\n| -: |\n| b |', /<td align="right">b<\/td>/],
    ['```js\nlet a\n```', /<span class="hljs-keyword">let<\/span>/],
    ['```none"><i>\n<i>\n```', /&#x3C;i>\n<\/code>/],
    ['שלום', '<p dir="auto">שלום</p>'],
    ['$\\bad{$', '<p><code class="wrong">\\bad{</code></p>'],
    ['$x$', /<p><span class="katex">/],
    ['a $$x$$', /<p>a <span class="katex-display">/],
    ['- a\n- [x]', /<li>a<\/li>\n<li class="task-list-item"><input type="checkbox" checked disabled><\/li>/],
  ])('writes %j', async (body, expected) => {
    const html = await answered(body)
    if (typeof expected === 'string') expect(html).toBe(expected)
    else expect(html).toMatch(expected)
  })

  it.each([
    ['> [!NOTE]\n> a', '<div class="callout is-note"><p class="callout-title">…Note</p>\n<p>a</p>\n</div>'],
    [
      '> [!quote]- F *x*\n>\n> a\n> b',
      '<details class="callout is-quote"><summary class="callout-title">…F <em>x</em></summary>\n<p>a\nb</p>\n</details>',
    ],
    [
      '> [!tip]+\n>> [!bug]\n>> a',
      '<details class="callout is-tip" open><summary class="callout-title">…Tip</summary>\n<div class="callout is-bug"><p class="callout-title">…Bug</p>\n<p>a</p>\n</div>\n</details>',
    ],
    [
      '> [!recipe] Cake\\\n> a',
      '<div class="callout is-unknown"><p class="callout-title">…<span class="callout-name">Recipe</span> Cake</p>\n<p>a</p>\n</div>',
    ],
    ['> [!NOTE', '<blockquote>\n<p>[!NOTE</p>\n</blockquote>'],
  ])('makes boxes of callouts: %j', async (body, expected) => {
    expect((await answered(body))?.replace(/<svg [^>]*><path d="[^"<>]*"\/><\/svg>/g, '…')).toBe(expected)
  })

  it('leaves no callout folded in what is printed', async () => {
    const fixture = { notes: { 'notes/a.md': answer('> [!quote]- F\n> hidden') } }
    const printed = new PrintExport(sourceOf(fixture), {
      read: readerOf(fixture),
      embed: async () => undefined,
      katex: katexAssets,
      policy: '',
      longestPart: 1_000_000,
      counts: { questions: 2, answered: 1, notes: 0 },
      producedAt: new Date(0),
    })
    let html = ''
    for await (const part of printed.parts(() => undefined)) html += part
    expect(html).toMatch(/<div class="callout is-quote"><p class="callout-title">.*F<\/p>\n<p>hidden<\/p>/)
  })

  it('names callouts as the editor does', () => {
    expect(exportWords.en.callouts).toEqual(en.editor.callout.type)
    expect(exportWords.zh.callouts).toEqual(zh.editor.callout.type)
  })

  it('leads links to questions, lists, notes, headings and footnotes', async () => {
    const text = 'A[^1] [[Free#中文 “x”]] [[#Top]] [[gates]] [[q]] [[gates#^q-2]]\n\n# Top\n\n[^1]: F\n'
    const { html, lost } = await pageOf({
      notes: {
        'notes/a.md': answer(text),
        'notes/b.md': answer(text, 'q-2'),
        'notes/Free.md': '# Free\n\n## 中文 “x”',
      },
    })
    expect(lost).toEqual([])
    expect(html).toContain('<a href="#note-free.%E4%B8%AD%E6%96%87-x">')
    expect(html).toContain('<a href="#q-1.top">')
    expect(html).toContain('<a href="#gates-section-1">')
    expect(html).toContain('<a href="#q-1.note.fn-1" id="q-1.note.fnref-1">1</a>')
    expect(html).toContain('<li id="q-2.note.fn-1">')
  })

  it('embeds only the fonts that its formulas need', async () => {
    const fontsOf = async (body: string) =>
      [
        ...(await pageOf({ notes: { 'notes/a.md': body } })).html.matchAll(
          /font-family:"?(KaTeX_\w+)"?;[^}]*src:url\(data/g,
        ),
      ]
        .map(([, family]) => family)
        .join(' ')
    expect(await fontsOf('Text of $5.')).toBe('')
    expect(await fontsOf('$x$')).toBe('KaTeX_Main KaTeX_Math')
    expect(await fontsOf('$\\mathbb{R}\\mathbf{x}\\sum$')).toBe('KaTeX_AMS KaTeX_Main KaTeX_Main KaTeX_Size1')
  })

  it('tells files that are no images', async () => {
    const { result } = await pageOf({
      notes: { 'notes/a.md': '![a](../attachments/a.svg) [b](../attachments/b.pdf)' },
      files: ['attachments/a.svg', 'attachments/b.pdf'],
    })
    expect(result.missingImages).toEqual([{ path: 'notes/a.md', target: 'attachments/a.svg' }])
    expect([...result.attachments]).toContainEqual(['attachments/b.pdf', 'Book files/b.pdf'])
  })

  it('runs and loads nothing, whatever titles and notes say', async () => {
    const list = hostileTitles.map((title, index) => `- ${title.replace(/\s/g, ' ')} ^q-${index}\n`).join('')
    const notes = Object.fromEntries(
      hostileNotes.map((text, index) => [`notes/${index}.md`, answer(text, `q-${index}`)]),
    )
    const titled = Object.fromEntries(
      hostileTitles.map((title, index) => [
        `notes/t${index}.md`,
        `---\ntitle: ${JSON.stringify(title)}\n---\nx`,
      ]),
    )
    for (const title of hostileTitles) {
      const { html, lost } = await pageOf({
        title,
        lists: { 'a.md': `## ${title.replace(/\s/g, ' ')}\n\n${list}` },
        notes: { ...notes, ...titled },
      })
      expect(dangersIn(html)).toEqual([])
      expect(lost).toEqual([])
    }
  })

  it('has a place for every link in it, and every id once', async () => {
    await fc.assert(
      fc.asyncProperty(
        noteText,
        noteText,
        noteText,
        fc.string({ maxLength: 10 }),
        async (a, b, question, title) => {
          const { html, lost } = await pageOf({
            title,
            lists: { 'gates.md': `${twoQuestions}- ${question.replace(/\s+/g, ' ')} ^q-3\n` },
            notes: { 'notes/A.md': answer(a, 'q-1', 'q-3'), 'notes/b.md': b },
          })
          expect(lost).toEqual([])
          const ids = [...html.matchAll(/<\w+(?: [a-z-]+="[^"]*")*? id="([^"]*)"/g)].map(([, id]) => id)
          expect(ids).toEqual([...new Set(ids)])
        },
      ),
      { numRuns: 200 },
    )
  })
})
