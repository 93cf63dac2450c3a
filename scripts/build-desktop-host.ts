import { join } from 'node:path'
import { build } from 'vite'

/** Builds main and preload of the sources in a folder, without the page, as electron.vite.config.ts does. */

const root = process.argv[2] ?? process.cwd()
const common = { root, configFile: false, logLevel: 'silent' } as const

await build({
  ...common,
  build: {
    ssr: true,
    outDir: join(root, 'out/main'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: { input: { index: join(root, 'src/main/index.ts') }, external: ['electron', 'fsevents'] },
  },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
})
await build({
  ...common,
  build: {
    ssr: true,
    outDir: join(root, 'out/preload'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: { index: join(root, 'src/preload/index.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
})
