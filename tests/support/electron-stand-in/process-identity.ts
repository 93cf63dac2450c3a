import { tmpdir } from 'node:os'
import { commandLineSwitch } from './command-line.ts'

/** The versions that the stand-in passes for; those of the types it is checked against. */
export const electronVersion = '45.4.1'
export const chromeVersion = '156.0.0.0'

const additions = { electron: electronVersion, chrome: chromeVersion }
Object.defineProperty(process, 'versions', { value: Object.freeze({ ...process.versions, ...additions }) })
Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process, 'resourcesPath', {
  value: commandLineSwitch('resources-path') ?? tmpdir(),
})
