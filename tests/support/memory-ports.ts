import { resolve } from 'node:path'
import { createNodeFilePort } from '../../src/backend/files/node-file-port'
import { createNodeFileStreams } from '../../src/backend/files/node-file-streams'
import type { BackendPorts, SettingsStorePort } from '../../src/backend/ports'
import { startInProcessSearchWorker } from './in-process-search-worker'

/** 2026-01-02T03:04:05.000Z */
export const fixedNow = Date.UTC(2026, 0, 2, 3, 4, 5)

/** Ports over the real file system, with all else in memory: a fixed clock, counted ids, settings, search. */
export function memoryPorts(change: Partial<BackendPorts> = {}): BackendPorts {
  let ids = 0
  return {
    files: createNodeFilePort(),
    streams: createNodeFileStreams(),
    settings: memorySettings(),
    now: () => fixedNow,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    log: () => undefined,
    version: '0.0.0-test',
    platform: 'linux',
    capabilities: { nativeDialogs: false, revealInFolder: false, nativeMenu: false, printToPdf: false },
    builtInListsFolder: resolve(import.meta.dirname, '../../resources/question-lists'),
    documentsFolder: '/documents',
    dataFolder: '/data',
    startSearchWorker: startInProcessSearchWorker,
    ...change,
  } as BackendPorts
}

/** A settings store that lasts as long as the test. Values are kept as the JSON that a file would have. */
export function memorySettings(): SettingsStorePort {
  const values = new Map<string, string>()
  return {
    get: key => JSON.parse(values.get(key) ?? 'null') ?? undefined,
    set: (key, value) => void values.set(key, JSON.stringify(value)),
  }
}
