import { katexAssets } from '../../../../../../src/backend/exchange/katex-assets'
import { HtmlExport } from '../../../../../../src/shared/domain/export/html/html-export'
import { HtmlReferences } from '../../../../../../src/shared/domain/export/html/html-references'
import { decodePath } from '../../../../../../src/shared/domain/link-keys'
import { readerOf, sourceOf, type ExportFixture } from '../export-fixture'

export interface WrittenPage {
  readonly html: string
  readonly result: HtmlExport
  /** Destinations that lead to no place of the page. */
  readonly lost: readonly string[]
}

/** Exports a notebook that is in memory to one page; every file whose name ends in `.png` is an image. */
export async function pageOf(fixture: ExportFixture): Promise<WrittenPage> {
  const result = new HtmlExport(sourceOf(fixture), {
    read: readerOf(fixture),
    embed: async path => (path.endsWith('.png') ? 'data:image/png;base64,AA==' : undefined),
    filesFolder: 'Book files',
    katex: katexAssets,
    policy: "default-src 'none'",
  })
  let html = ''
  for await (const piece of result.pieces()) html += piece
  return { html, result, lost: lostIn(html) }
}

function lostIn(html: string): string[] {
  const { ids, targets } = referencesIn(html)
  return [...targets].filter(target => {
    const id = target.slice(1)
    return target.startsWith('#') && !ids.has(id) && !ids.has(decodePath(id))
  })
}

/** A page as it comes from a file, a few characters at a time. */
export function referencesIn(html: string): HtmlReferences {
  const references = new HtmlReferences()
  for (let at = 0; at < html.length; at += 997) references.add(html.slice(at, at + 997))
  return references
}

/** What stands in the page's articles. */
export function articlesIn(html: string): string[] {
  return [...html.matchAll(/<article>\n([\s\S]*?)\n<\/article>/g)].map(([, content = '']) => content)
}
