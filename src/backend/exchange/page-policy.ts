import { createHash } from 'node:crypto'
import { formulaStyles, type KatexAssets } from '../../shared/domain/export/html/formulas'
import { pageStyle } from '../../shared/domain/export/html/page-style'

/**
 * The policy of an exported page: styles and a script that are known by their hashes, fonts and images within the page, and
 * nothing from elsewhere. KaTeX sets sizes with the styles of single elements; notes can't bring any.
 *
 * @param options `images`: where images may come from besides.
 */
export function pagePolicy(
  assets: KatexAssets,
  { images = '', script }: { readonly images?: string; readonly script?: string } = {},
): string {
  const styles = [pageStyle, ...formulaStyles(assets)].map(sourceOf).join(' ')
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src ${sourceOf(script)}`]),
    'font-src data:',
    `img-src data:${images === '' ? '' : ` ${images}`}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
