import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { RoundTripModule } from '../src/renderer/editor/round-trip/round-trip-result.ts'
import { isStale } from './is-stale.ts'

const root = join(import.meta.dirname, '..')
const outDir = join(root, 'out/scripts')
const output = join(outDir, 'round-trip.js')

/** The editor's code for Node, built anew when it is older than its sources. */
export async function loadRoundTrip(): Promise<RoundTripModule> {
  process.chdir(root)
  if (await isStale(output)) await bundle()
  return (await import(pathToFileURL(output).href)) as RoundTripModule
}

async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { 'round-trip': join(root, 'src/renderer/editor/round-trip/round-trip.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { target: 'node' },
  })
}
