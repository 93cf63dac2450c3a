import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HardeningTexts } from './hardening-rules.ts'

/** Reads what the hardening rules look at: the bundles below `out`, and the packager's configuration. */
export async function readHardeningTexts(
  out: string,
  builderPath = 'electron-builder.yml',
): Promise<HardeningTexts> {
  const mainFolder = join(out, 'main')
  const names = (await readdir(mainFolder)).filter(name => name.endsWith('.js')).sort()
  const bundles = await Promise.all(names.map(name => readFile(join(mainFolder, name), 'utf8')))
  return {
    main: bundles.join('\n'),
    preload: await readFile(join(out, 'preload/index.cjs'), 'utf8'),
    page: await readFile(join(out, 'renderer/index.html'), 'utf8'),
    builder: await readFile(builderPath, 'utf8'),
  }
}
