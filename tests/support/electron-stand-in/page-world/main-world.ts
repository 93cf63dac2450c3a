import type { Bridge } from './bridge-between-worlds.ts'

/**
 * The page's own world, before its first script: it takes what the preload exposes, and its `window.open` asks the
 * app. Its text runs in the page.
 */
export function prepareMainWorld(bridge: Bridge): void {
  bridge.answer('expose', ({ key, api }) => {
    if (Object.hasOwn(window, key as string))
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(window, key as string, { value: bridge.unpack(api, true), enumerable: true })
  })
  window.open = (url = '', target = '', features = '') => {
    const { href } = new URL(url === '' ? 'about:blank' : url, document.baseURI)
    bridge.ask('open', { url: href, frameName: target, features })
    return null
  }
}
