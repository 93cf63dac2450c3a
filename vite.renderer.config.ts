import { resolve } from 'node:path'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import type { HtmlTagDescriptor, Plugin, UserConfig } from 'vite'

const root = resolve(import.meta.dirname, 'src/renderer')

/** The page, with one entry for each host. Nothing is inlined: the page policy allows files only. */
export const rendererConfig: UserConfig = {
  root,
  plugins: [react(), babel({ presets: [reactCompilerPreset()] }), linkStartAssets()],
  resolve: {
    alias: {
      'react-style-singleton': resolve(root, 'ui/style-singleton.ts'),
      // What it has for browsers asks their HTML parser what `&amp;` means, which the page policy forbids.
      'decode-named-character-reference': resolve(
        import.meta.dirname,
        'node_modules/decode-named-character-reference/index.js',
      ),
    },
  },
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome140',
    minify: true,
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Nothing that a user who builds it could do anything about.
      checks: { bundlerTimings: false },
      input: { index: resolve(root, 'index.html'), web: resolve(root, 'web.html') },
    },
  },
}

/**
 * Links the style sheets and the typeface of what a start shows first in the documents themselves: by its script alone, the
 * browser would ask for them a round trip later, and the picture of the last window would wait, or be laid out twice. The
 * small entry that shows the picture comes before the first frame, which would be an empty one.
 */
function linkStartAssets(): Plugin {
  return {
    name: 'link-start-assets',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter(file => file.type === 'chunk')
        const start = chunks.find(({ name }) => name === 'start-app')
        const sheets = [...(start?.viteMetadata?.importedCss ?? [])]
        const fonts = Object.keys(bundle ?? {}).filter(path =>
          /inter-latin-wght-normal-.*\.woff2$/.test(path),
        )
        const tags = [
          ...sheets.map(path => linkTo(path, { rel: 'stylesheet' })),
          ...fonts.map(path => linkTo(path, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ]
        return { html: html.replace('<script type="module"', '$& blocking="render"'), tags }
      },
    },
  }
}

function linkTo(path: string, attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true, href: `./${path}` }, injectTo: 'head' }
}
