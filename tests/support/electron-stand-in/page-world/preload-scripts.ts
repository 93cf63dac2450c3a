import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createStructuredCloneCodec } from '../structured-clone-codec.ts'
import { createBridge } from './bridge-between-worlds.ts'
import { createIsolatedWorld } from './isolated-world.ts'
import { prepareMainWorld } from './main-world.ts'
import type { IsolatedWorldOptions } from './page-messages.ts'
import { reportUserInput } from './user-input.ts'

/** The isolated world has Electron's name for it; the page's scripts can't reach into it. */
export const isolatedWorldName = 'Electron Isolated Context'
export const bindingName = '__electronStandInSend'
export const receiverName = '__electronStandInReceive'

/** Scripts for every new document of a window, in the order in which they must be added. */
export interface PreloadScripts {
  readonly mainWorld: string
  readonly isolatedWorld: string
}

/** Makes the scripts for these preferences. A preload file that can't be read throws. */
export function createPreloadScripts(preferences: Electron.WebPreferences): PreloadScripts {
  const eventName = JSON.stringify(`electron-stand-in ${randomUUID()}`)
  const frames = preferences.nodeIntegrationInSubFrames === true ? 'true' : 'self === top'
  const guard = `if (${frames} && location.protocol !== 'about:')`
  const preload = preferences.preload === undefined ? '' : readFileSync(preferences.preload, 'utf8')
  const options: Omit<IsolatedWorldOptions, 'isMainFrame'> = {
    bindingName,
    receiverName,
    arguments: [process.execPath, ...(preferences.additionalArguments ?? [])],
    platform: process.platform,
    architecture: process.arch,
    versions: process.versions,
  }
  return {
    mainWorld: `${guard} (${prepareMainWorld})((${createBridge})(${eventName}, 'main'))`,
    isolatedWorld: `${guard} {
      const world = (${createIsolatedWorld})(
        (${createBridge})(${eventName}, 'isolated'),
        (${createStructuredCloneCodec})(),
        { ...${JSON.stringify(options)}, isMainFrame: self === top },
      );
      (${reportUserInput})(world.send);
      const module = { exports: {} };
      try {
        (function (require, module, exports, process, global) {${preload}
        })(world.require, module, module.exports, world.process, globalThis);
      } catch (error) {
        world.send({ kind: 'preload-error', message: error?.message ?? String(error), stack: error?.stack ?? '' });
      }
    }\n//# sourceURL=preload.js`,
  }
}
