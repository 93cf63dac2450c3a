import { createHash } from 'node:crypto'
import { formulaStyles, type KatexAssets } from '../../shared/domain/export/html/formulas'
import { pageStyle } from '../../shared/domain/export/html/page-style'

/**
 * The policy of a page that stands alone: style sheets that are known by their hashes, fonts and images within the page, no
 * script, nothing from elsewhere.
 */
export function lonePagePolicy(assets: KatexAssets, moreStyles: readonly string[] = []): string {
  return policy({
    styles: [pageStyle, ...moreStyles, ...formulaStyles(assets)].map(sourceOf).join(' '),
    images: 'data:',
    script: undefined,
  })
}

/**
 * The policy of a page of a site: style sheets and images of the site, also where it is opened from files, and no script but
 * the one that is given.
 */
export function sitePagePolicy(script?: string): string {
  return policy({ styles: "'self' file:", images: "'self' file:", script })
}

/** KaTeX sets sizes with the styles of single elements; notes can't bring any. */
function policy(sources: {
  readonly styles: string
  readonly images: string
  readonly script: string | undefined
}): string {
  const { styles, images, script } = sources
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src ${sourceOf(script)}`]),
    'font-src data:',
    `img-src ${images}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
