// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- no types can be imported for what the build makes of a file
/// <reference path="./vite-assets.d.ts" />
import katexStyle from 'katex/dist/katex.min.css?raw'
import type { KatexAssets } from '../../shared/domain/export/html/formulas'

const fonts = import.meta.glob('/node_modules/katex/dist/fonts/*.woff2', {
  eager: true,
  query: '?inline',
  import: 'default',
})

/** What formulas on a page are set with; to be loaded only when it is needed. */
export const katexAssets: KatexAssets = {
  css: katexStyle,
  fonts: new Map(
    Object.entries(fonts).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
  ),
}
