// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { katexAssets } from '../../../../../../src/backend/exchange/katex-assets'
import { checkFolderLinks } from '../../../../../../src/shared/domain/export/check-folder-links'
import { SiteExport } from '../../../../../../src/shared/domain/export/html/site-export'
import { siteSearchScript } from '../../../../../../src/shared/domain/export/html/site-search-script'
import { decodePath } from '../../../../../../src/shared/domain/link-keys'
import { readerOf, sourceOf, twoQuestions, type ExportFixture } from '../export-fixture'
import { hostileTitles, noteText } from '../hostile-texts'
import { articlesIn, referencesIn } from './html-fixture'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`

async function siteOf(fixture: ExportFixture) {
  const result = new SiteExport(sourceOf(fixture), {
    read: readerOf(fixture),
    isImage: async path => path.endsWith('.png'),
    katex: katexAssets,
    policy: 'usual',
    firstPolicy: 'first',
  })
  const pages = new Map<string, string>()
  const sheets = new Map<string, string>()
  for await (const { path, text } of result.files()) (path.endsWith('.css') ? sheets : pages).set(path, text)
  const read = [...pages].map(([path, html]) => {
    const { ids, targets } = referencesIn(html)
    return { path, anchors: new Set([...ids].flatMap(id => [id, decodePath(id)])), targets: [...targets] }
  })
  const broken = checkFolderLinks(
    read,
    new Set([...result.attachments.values(), ...sheets.keys()]),
    new Set(),
  )
  return { result, pages, sheets, broken }
}

/** Runs the script of a site's first page. @returns what a search gives. */
function searchIn(html: string): (query: string) => string[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  document.replaceChildren(document.adoptNode(page.documentElement))
  new Function(siteSearchScript)()
  return query => {
    const box = document.querySelector<HTMLInputElement>('#search')
    if (box === null) throw new TypeError('no search')
    box.value = query
    box.dispatchEvent(new Event('input'))
    return [...document.querySelectorAll('#results a')].map(link => link.textContent)
  }
}

describe('SiteExport', () => {
  it('writes a page for each question and note, with a way to the next and back', async () => {
    const { pages, broken, result } = await siteOf({
      notes: {
        'notes/a.md': answer('![i](../attachments/i.png) [[Free#Deep]]'),
        'notes/Free.md': '# Free\n\n## Deep\n\n[[gates#^q-1]]',
      },
      files: ['attachments/i.png'],
    })
    expect(broken).toEqual([])
    expect([...pages.keys()]).toEqual([
      '01 Gates/index.html',
      'Other notes/index.html',
      '01 Gates/01.01 What is a gate.html',
      '01 Gates/01.02 Why.html',
      'Other notes/Free.html',
      'index.html',
    ])
    const page = pages.get('01 Gates/01.01 What is a gate.html') ?? ''
    expect(articlesIn(page)).toEqual([
      '<h1 id="q-1">1.1 What is a gate?</h1>\n<p><img src="../attachments/i.png" alt="i"> <a href="../Other%20notes/Free.html#note.deep">Free</a></p>',
    ])
    expect(page).toContain('<a href="../index.html">Book</a> › <a href="index.html">1 Gates</a>')
    expect(page).toContain('<span></span><span><a href="01.02%20Why.html">1.2 Why? →</a></span>')
    expect(page).toContain('content="usual"')
    expect(pages.get('index.html')).toContain('content="first"')
    expect([...result.attachments]).toEqual([['attachments/i.png', 'attachments/i.png']])
  })

  it('has one style sheet with the fonts of all formulas, for the pages that have some', async () => {
    const { pages, sheets } = await siteOf({
      notes: { 'notes/a.md': answer('$x$'), 'notes/b.md': answer('$\\mathbb{R}$', 'q-2') },
    })
    expect([...sheets.keys()]).toEqual(['assets/page.css', 'assets/formulas.css'])
    const fonts =
      sheets.get('assets/formulas.css')?.match(/font-family:"?KaTeX_\w+"?;[^}]*src:url\(data/g) ?? []
    expect(fonts.map(font => /KaTeX_\w+/.exec(font)?.[0])).toEqual(['KaTeX_AMS', 'KaTeX_Main', 'KaTeX_Math'])
    const withFormulas = [...pages].filter(([, html]) => html.includes('../assets/formulas.css'))
    expect(withFormulas.map(([path]) => path)).toEqual([
      '01 Gates/01.01 What is a gate.html',
      '01 Gates/01.02 Why.html',
    ])
    expect((await siteOf({})).sheets.has('assets/formulas.css')).toBe(false)
  })

  it('finds all words and beginnings of words, in every script, the best page first', async () => {
    const { pages } = await siteOf({
      notes: {
        'notes/a.md': answer('Gates open the Café. <!-- secret -->注意力机制 constructor __proto__'),
        'notes/Open gates.md': '# Open gates\n\nA gate that opens. 机器',
        'notes/</script><b>.md': '# </script><b>\n\nأهلا بالعالم',
      },
    })
    const search = searchIn(pages.get('index.html') ?? '')
    expect(search('')).toEqual([])
    expect(search('open gat')).toEqual(['Open gates', '1.1 What is a gate?'])
    expect(search('CAFÉ')).toEqual(['1.1 What is a gate?'])
    expect(search('注意力')).toEqual(['1.1 What is a gate?'])
    expect(search('机')).toEqual(['1.1 What is a gate?', 'Open gates'])
    expect(search('意机')).toEqual([])
    expect(search('__proto__ constructor')).toEqual(['1.1 What is a gate?'])
    expect(search('بالعالم')).toEqual(['</script><b>'])
    expect(search('secret')).toEqual([])
    expect(search('nowhere')).toEqual([])
  })

  it('has a page and a place for every link in it, whatever titles and notes say', async () => {
    const list = hostileTitles
      .map((title, index) => `- ${title.replace(/\s/g, ' ')} ^q-${index + 10}\n`)
      .join('')
    await fc.assert(
      fc.asyncProperty(noteText, noteText, fc.constantFrom(...hostileTitles), async (a, b, title) => {
        const { broken, pages } = await siteOf({
          title,
          lists: {
            'gates.md': `${twoQuestions}${list}`,
            'b.md': `## ${title.replace(/\s/g, ' ')}\n\n- Q ^b-1\n`,
          },
          notes: { 'notes/A.md': answer(a, 'q-1', 'q-10'), 'notes/b.md': b },
        })
        expect(broken).toEqual([])
        for (const [path, html] of pages) {
          expect(path).toMatch(/^(?!.*(?:^|\/)\.)[^\\:*?"<>|]+\.html$/)
          const page = new DOMParser().parseFromString(html, 'text/html')
          expect(page.querySelectorAll('script, iframe, object, [onerror]').length).toBe(
            path === 'index.html' ? 2 : 0,
          )
        }
      }),
      { numRuns: 30 },
    )
  })
})
