import { expect, test } from 'vitest'
import type { FilePort } from '../../../src/backend/files/file-port'
import { powerCutSuite, runPowerCuts } from './power-cut-suite'

const options = { seed: 1, runs: powerCutSuite.shortRuns, report: () => undefined }

test(
  'nothing is damaged and nothing acknowledged is lost, wherever the power goes',
  { timeout: 60_000 },
  async () => {
    const bars = await powerCutSuite.run(options)
    expect(bars.flatMap(({ name, examples }) => examples.map(example => `${name}: ${example}`))).toEqual([])
    expect(bars.filter(({ runs }) => runs < 9)).toEqual([])
  },
)

test.each<[string, (disk: FilePort) => Partial<FilePort>]>([
  ['the fsync of folders', () => ({ syncFolder: async () => undefined })],
  [
    'the fsync of files',
    disk => ({
      writeNew: async (path, bytes) => {
        await disk.writeNew(`${path}.other`, bytes)
        await disk.copyNew(`${path}.other`, path)
      },
    }),
  ],
  [
    'the temporary file',
    disk => ({
      rename: async (from, to) => {
        const bytes = await disk.read(from)
        if ((await disk.info(to)) !== undefined) await disk.remove(to)
        await disk.writeNew(to, bytes)
        await disk.remove(from)
      },
    }),
  ],
])('the suite notices when %s is left out', { timeout: 60_000 }, async (_what, change) => {
  const bars = await runPowerCuts(
    options,
    disk => Object.assign(Object.create(boundTo(disk)) as FilePort, change(disk)),
    { isOverAtFirst: true },
  )
  expect(bars.filter(({ violations }) => violations > 0).length).toBeGreaterThan(2)
})

/** The methods of a port, which can be called without it. */
function boundTo(port: FilePort): FilePort {
  return new Proxy(port, {
    get: (target, name: keyof FilePort) =>
      (target[name] as ((...args: unknown[]) => unknown) | undefined)?.bind(target),
  })
}
