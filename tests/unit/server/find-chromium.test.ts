import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium } from '../../../src/server/find-chromium'
import { temporaryFolder } from '../../support/temporary-folder'

it('finds the browser that is named, else the first that is installed', async () => {
  const { path, remove } = await temporaryFolder()
  const make = async (...parts: string[]): Promise<string> => {
    const file = join(path, ...parts)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '')
    return file
  }
  const edge = await make('a', 'microsoft-edge')
  const PATH = [join(path, 'a'), join(path, 'b')].join(process.platform === 'win32' ? ';' : ':')
  expect(findChromium('linux', { PATH })).toBe(edge)
  const chromium = await make('b', 'chromium')
  expect(findChromium('linux', { PATH })).toBe(chromium)
  expect(findChromium('linux', { PATH, ANSWERBOOK_CHROMIUM: edge })).toBe(edge)
  expect(findChromium('linux', { PATH, ANSWERBOOK_CHROMIUM: join(path, 'no') })).toBeUndefined()
  expect(findChromium('linux', {})).toBeUndefined()
  const windows = await make('p', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
  expect(findChromium('win32', { ProgramFiles: join(path, 'q'), 'ProgramFiles(x86)': join(path, 'p') })).toBe(
    windows,
  )
  await remove()
})
