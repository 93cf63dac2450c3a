import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { nodeFlags } from './scripts/node-flags.ts'

/** Builds the browser host, the command line and the search worker: plain Node programs, dependencies included. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/node',
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        cli: resolve(import.meta.dirname, 'src/cli/index.ts'),
        // By a name of its own too, for specs that have their host in their process.
        server: resolve(import.meta.dirname, 'src/server/index.ts'),
        'search-worker': resolve(import.meta.dirname, 'src/backend/search/search-worker.ts'),
      },
      external: ['bufferutil', 'utf-8-validate', 'fsevents'],
      output: {
        chunkFileNames: '[name]-[hash].js',
        banner: chunk => (chunk.name === 'cli' ? `#!/usr/bin/env -S node ${nodeFlags.join(' ')}` : ''),
      },
    },
  },
  ssr: { noExternal: true, target: 'node' },
})
