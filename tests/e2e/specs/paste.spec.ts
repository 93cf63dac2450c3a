import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const encoder = 'What do the encoder and the decoder'

/** Pastes these flavours into the text box that has the focus. */
async function paste(page: Page, flavours: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(given => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, flavours)
}

async function bodyOfOnlyNote(notebook: string): Promise<string> {
  const [name = ''] = await readdir(join(notebook, 'notes'))
  const text = await readFile(join(notebook, 'notes', name), 'utf8')
  return text.replace(/^---\n[^]*?\n---\n/, '')
}

const cases: readonly (readonly [from: string, html: string, markdown: string])[] = [
  [
    'Word',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h2>Attention<o:p></o:p></h2>
<p class=MsoNormal>It <b>weighs</b> what
it reads.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Queries<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>one for each token<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Keys<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Scores<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Sums<o:p></o:p></p>
<p class=MsoNormal>&nbsp;</p><p class=MsoNormal>End.</p><!--EndFragment--></body></html>`,
    '## Attention\n\nIt **weighs** what it reads.\n\n- Queries\n  - one for each token\n- Keys\n\n1. Scores\n2. Sums\n\nEnd.\n',
  ],
  [
    'Google Docs',
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Plain, </span><span style="font-weight:700">bold</span><span style="font-style:italic"> slanted</span><span> x</span><span style="font-size:0.6em;vertical-align:super">2</span><span>, H</span><span style="font-size:0.6em;vertical-align:sub">2</span><span>O</span></p><ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li dir="ltr"><p dir="ltr"><span>inside</span></p></li></ul><li dir="ltr"><p dir="ltr"><span>two</span></p></li></ul></b><br class="Apple-interchange-newline">`,
    'Plain, **bold** *slanted* x<sup>2</sup>, H<sub>2</sub>O\n\n- one\n  - inside\n- two\n',
  ],
  [
    'a chat',
    `<div class="markdown prose"><h3>Scaling</h3><p>Divide by <span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><msqrt><mi>d</mi></msqrt><annotation encoding="application/x-tex">\\sqrt{d_k}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">√d</span></span>:</p><pre class="overflow-visible!"><div class="contain-inline-size"><div class="flex">python</div><div class="sticky"><button>Copy code</button></div><div dir="ltr"><code class="whitespace-pre! language-python"><span class="hljs-keyword">def</span> f(x):
    <span class="hljs-keyword">return</span> x</code></div></div></pre><ol><li><p>First</p></li><li><p>Second</p></li></ol><button>Regenerate</button></div>`,
    '### Scaling\n\nDivide by $\\sqrt{d_k}$:\n\n```python\ndef f(x):\n    return x\n```\n\n1. First\n2. Second\n',
  ],
  [
    'a web page',
    `<article><h2 id="x">Parts <a class="anchor" href="#x" aria-hidden="true">¶</a></h2><script>window.ran = true</script><p onclick="window.ran = true">See <a href="https://example.com/a">the paper</a><sup>2</sup> and <mark>this</mark>.</p><ul class="contains-task-list"><li><input type="checkbox" checked disabled> read</li><li><input type="checkbox" disabled> write</li></ul><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td colspan="2">wide</td></tr><tr><td>1</td><td>2<br>3</td></tr><tr><td><ul><li>one</li><li><p>two</p><p><b>three</b></p></li></ul></td><td><div>a</div>b<pre>c\nd</pre></td></tr></tbody></table><blockquote><p>Quoted.</p></blockquote><hr><p>Done.</p></article>`,
    '## Parts\n\nSee [the paper](https://example.com/a)<sup>2</sup> and ==this==.\n\n- [x] read\n- [ ] write\n\n| a | b |\n| --- | --- |\n| wide | |\n| 1 | 2<br>3 |\n| one<br>two<br>**three** | a<br>b<br>`c`<br>`d` |\n\n> Quoted.\n\n---\n\nDone.\n',
  ],
  [
    'a code editor',
    `<meta charset='utf-8'><div style="color: #ccc;font-family: Menlo, Monaco, 'Courier New', monospace;font-size: 12px;white-space: pre;"><div><span style="color: #569cd6;">const</span><span> a </span><span>= 1</span></div><br><div><span>  b()</span></div></div>`,
    '```\nconst a = 1\n\n  b()\n```\n',
  ],
]

for (const [from, html, markdown] of cases) {
  test(`what is pasted from ${from} keeps its structure`, async ({ workspace, page, notebook }) => {
    await workspace.openQuestion(encoder)
    await paste(page, { 'text/html': html, 'text/plain': 'plain' })
    await workspace.waitUntilSaved()
    expect(await bodyOfOnlyNote(notebook)).toBe(markdown)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })
}

test('Markdown that a code editor copies is read as Markdown', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  const text = '## Title\n\n- a **b**\n- `c`'
  await paste(page, {
    'text/plain': text,
    'text/html': `<div style="font-family: Consolas; white-space: pre"><div>## Title</div></div>`,
    'vscode-editor-data': '{"version":1,"mode":"markdown"}',
  })
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('## Title\n\n- a **b**\n- `c`\n')
})

test('signs in what is pasted are Markdown in plain text alone', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  await paste(page, { 'text/plain': '\\_private\\_ and **b**, ' })
  await paste(page, { 'text/html': '<p>6 * 7 * 8, the __init__ method, _private_, ~~a~~ and `b`</p>' })
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe(
    '\\_private\\_ and **b**,6 \\* 7 \\* 8, the \\_\\_init\\_\\_ method, \\_private\\_, \\~\\~a\\~\\~ and \\`b\\`\n',
  )
})

test('what is copied here is Markdown elsewhere, and the same here again', async ({
  workspace,
  page,
  notebook,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await workspace.openQuestion(encoder)
  const text =
    '## Title\n\nSome ==marked== text, $a_b$ and [[llm#^llm-01-02|a question]].\n\n> [!tip] Hint\n> one\n> two\n\nline a\nline `b  c` <kbd style="color: red">K</kbd>\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |'
  await paste(page, { 'text/plain': text })
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  await page.keyboard.press('Control+x')
  await expect(workspace.answer).toHaveText('')
  await page.keyboard.press('Control+v')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe(`${text}\n`)
})
