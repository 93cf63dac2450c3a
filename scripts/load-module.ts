import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { isStale } from './is-stale.ts'

const root = join(import.meta.dirname, '..')

/**
 * A module, bundled for Node into out/scripts when it is older than `src` or than the files beside it.
 *
 * @param input path of the module from the root of the project.
 */
export async function loadModule<T>(input: string, name: string): Promise<T> {
  return (await import(pathToFileURL(await bundleModule(input, name)).href)) as T
}

/** As `loadModule`, without loading it. @returns the path of the bundle. */
export async function bundleModule(input: string, name: string): Promise<string> {
  process.chdir(root)
  const outDir = join(root, 'out/scripts', name)
  const output = join(outDir, `${name}.js`)
  if (await isStale(output, [dirname(input)])) await bundle(input, name, outDir)
  return output
}

async function bundle(input: string, name: string, outDir: string): Promise<void> {
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
        input: { [name]: join(root, input) },
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { target: 'node' },
  })
}
