import { app } from './app.ts'
import type { PageOwner } from './chromium/chromium-page.ts'
import { recordCall } from './call-record.ts'
import type { ContentsState } from './contents-state.ts'
import { contextMenuParams } from './context-menu-params.ts'
import { answerInvoke, receiveSent } from './ipc-main.ts'
import { Menu } from './menu.ts'
import type { PageMessage } from './page-world/page-messages.ts'
import { applyPermissions, type PermissionHandlers } from './permissions.ts'
import { preventableEvent } from './preventable-event.ts'
import { fromChromiumUrl } from './scheme-url.ts'
import { permissionHandlersOf } from './session.ts'
import type { WebContents } from './web-contents.ts'
import { createWebFrame } from './web-frame.ts'
import { focusedWindow } from './window-list.ts'

/** Turns what happens in a page into Electron's events, and asks the app what may happen. */
export function createPageOwner(contents: WebContents, state: ContentsState): PageOwner {
  const handlers = (): PermissionHandlers => permissionHandlersOf(state.session)
  const allow = (url: string): void => applyPermissions(asElectron(contents), url, handlers())
  state.session.on('stand-in:permissions-changed', () => state.url === '' || allow(state.url))
  return {
    onMessage: (message, frame) => receive(contents, state, { message, frame }),
    onConsole: (level, message) => contents.emit('console-message', preventableEvent({ level, message })),
    onDomReady: () => contents.emit('dom-ready', preventableEvent({})),
    onLoaded: () => {
      state.isLoading = false
      contents.emit('did-finish-load', preventableEvent({}))
      contents.emit('did-stop-loading', preventableEvent({}))
    },
    onNavigated: (url, isInPage) => {
      state.url = url
      if (isInPage) contents.emit('did-navigate-in-page', preventableEvent({}), url, true)
      else contents.emit('did-navigate', preventableEvent({}), url, 200, 'OK')
    },
    onTitle: title => {
      if (title === state.title) return
      state.title = title
      contents.emit('page-title-updated', preventableEvent({}), title, true)
    },
    onCrashed: () => {
      state.isCrashed = true
      const details = { reason: 'crashed', exitCode: 5 }
      contents.emit('render-process-gone', preventableEvent({}), details)
      app.emit('render-process-gone', preventableEvent({}), contents, details)
    },
    onDestroyed: () => contents.emit('stand-in:page-destroyed'),
    onWindowOpen: request => openWindow(contents, state, request),
    mayNavigate: (url, frame) => mayNavigate(contents, state, { url, frame }),
    beforeDocument: allow,
    mayUnload: () => {
      const event = preventableEvent({})
      contents.emit('will-prevent-unload', event)
      return event.defaultPrevented
    },
  }
}

type Frame = Parameters<PageOwner['onMessage']>[1]

function mayNavigate(
  contents: WebContents,
  { page }: ContentsState,
  to: { url: string; frame: Frame },
): boolean {
  if (page === undefined) return false
  const { url, frame } = to
  const isMainFrame = frame.parentId === undefined
  const details = { url, isSameDocument: false, isMainFrame, frame: createWebFrame(page.frames, frame) }
  const anyFrame = preventableEvent({ ...details, initiator: details.frame })
  contents.emit('will-frame-navigate', anyFrame)
  if (anyFrame.defaultPrevented) return false
  if (!isMainFrame) return true
  const event = preventableEvent({ ...details, initiator: details.frame })
  contents.emit('will-navigate', event, url, false, true, 1, 1)
  return !event.defaultPrevented
}

function openWindow(
  contents: WebContents,
  { openHandler }: ContentsState,
  { url, frameName, features }: { url: string; frameName: string; features: string },
): void {
  const decision = openHandler?.({
    url: fromChromiumUrl(url),
    frameName,
    features,
    disposition: features === '' ? 'foreground-tab' : 'new-window',
    referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
  })
  recordCall('window.open', [url, decision?.action ?? 'allow'])
  if (decision?.action !== 'deny')
    throw new Error("the stand-in has no windows that a page opens: answer { action: 'deny' }")
}

function receive(
  contents: WebContents,
  state: ContentsState,
  { message, frame }: { message: PageMessage; frame: Frame },
): void {
  const { page } = state
  if (page === undefined) return
  switch (message.kind) {
    case 'invoke': {
      const event = ipcEvent(contents, createWebFrame(page.frames, frame))
      void answerInvoke(message.channel, event as Electron.IpcMainInvokeEvent, message.args).then(answer =>
        'result' in answer
          ? page.tell({ kind: 'reply', id: message.id, result: answer.result }, frame.id)
          : page.tell({ kind: 'failure', id: message.id, message: answer.failure }, frame.id),
      )
      return
    }
    case 'send': {
      const event = ipcEvent(contents, createWebFrame(page.frames, frame))
      return receiveSent(message.channel, event as unknown as Electron.IpcMainEvent, message.args)
    }
    case 'open':
      return openWindow(contents, state, message)
    case 'preload-error': {
      const error = Object.assign(new Error(message.message), { stack: message.stack })
      console.error(`Unable to load preload script: ${state.preferences.preload}`, error)
      contents.emit('preload-error', preventableEvent({}), state.preferences.preload, error)
      return
    }
    case 'key':
      return receiveKey(contents, message)
    case 'context-menu':
      contents.emit(
        'context-menu',
        preventableEvent({}),
        contextMenuParams(page.frames, frame, message.target),
      )
      return
    case 'zoom':
      contents.emit('zoom-changed', preventableEvent({}), message.direction)
      return
  }
}

/** The page has had the key already: `before-input-event` can keep it from the menu, not from the page. */
function receiveKey(
  contents: WebContents,
  { input, isHandled }: Extract<PageMessage, { kind: 'key' }>,
): void {
  const event = preventableEvent({})
  contents.emit('before-input-event', event, input)
  if (event.defaultPrevented || isHandled || input.type !== 'keyDown') return
  const window = (focusedWindow() ?? undefined) as Electron.BaseWindow | undefined
  Menu.getApplicationMenu()
    ?.itemForKeys(input)
    ?.click({ triggeredByAccelerator: true }, window, asElectron(contents))
}

function ipcEvent(sender: WebContents, senderFrame: Electron.WebFrameMain): object {
  const { processId, routingId: frameId } = senderFrame
  return preventableEvent({ type: 'frame', sender, senderFrame, processId, frameId, ports: [] })
}

function asElectron(contents: WebContents): Electron.WebContents {
  return contents as unknown as Electron.WebContents
}
