import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DesktopApp } from '../desktop-app'
import { expect, test } from '../fixtures'

const mainBundle =
  process.env['ANSWERBOOK_MAIN'] ?? resolve(import.meta.dirname, '../../../../out/main/index.js')
const launches = Number(process.env['ANSWERBOOK_BENCH'] ?? 1)

/** Milliseconds from the start of the process to each mark of the main bundle. */
function marksOf(app: DesktopApp): Promise<Record<string, number>> {
  return app.evaluate(() =>
    Object.fromEntries(
      performance
        .getEntriesByType('mark')
        .filter(mark => mark.name.startsWith('answerbook.'))
        .map(mark => [mark.name.slice('answerbook.'.length), mark.startTime]),
    ),
  )
}

test('the window is asked for before the backend is even loaded', async ({ desktop, folder }) => {
  const costs: { modules: number; window: number; backend: number }[] = []
  for (let launch = 0; launch < launches; launch += 1) {
    const app = await desktop.launch({ profile: join(folder, `profile-${launch}`) })
    await app.firstWindow()
    await expect.poll(async () => Object.keys(await marksOf(app))).toContain('backend-loaded')
    const marks = await marksOf(app)
    const at = (name: string): number => marks[name] ?? NaN
    expect(at('main-started')).toBeLessThan(at('ready'))
    expect(at('ready')).toBeLessThan(at('window-requested'))
    expect(at('window-requested')).toBeLessThan(at('backend-loaded'))
    costs.push({
      modules: at('main-started'),
      window: at('window-requested') - at('ready'),
      backend: at('backend-loaded') - at('window-requested'),
    })
    await app.close()
  }
  const median = (key: keyof (typeof costs)[number]): string =>
    (costs.map(cost => cost[key]).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? NaN).toFixed(1)
  console.log(
    `main start, median of ${launches}: ${median('modules')} ms to its first line, ${median('window')} ms from ready to the window request, ${median('backend')} ms more until the backend is loaded`,
  )
})

test('what main loads before its window is small', async () => {
  const sizes = await staticSizes(mainBundle)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  console.log(
    `main bundle before the window: ${[...sizes].map(([name, size]) => `${name} ${size} B`).join(', ')}`,
  )
  expect(total).toBeLessThan(64 * 1024)
})

/** The size of a bundle and of all that it imports at once; `import()` does not count. */
async function staticSizes(entry: string, sizes = new Map<string, number>()): Promise<Map<string, number>> {
  const name = entry.slice(dirname(entry).length + 1)
  if (sizes.has(name)) return sizes
  sizes.set(name, (await stat(entry)).size)
  const source = await readFile(entry, 'utf8')
  for (const match of source.matchAll(/^import\s[^'"]*["'](\.\/[^'"]+)["']/gm)) {
    await staticSizes(join(dirname(entry), match[1] ?? ''), sizes)
  }
  return sizes
}
