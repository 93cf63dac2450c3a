import { app, dialog, type BrowserWindow } from 'electron'
import { nativeWords } from './native-words'
import { sendToWindow } from './send-to-window'

/** How long a page may take to save before the user is asked. */
const patienceMs = 5000

interface Request {
  readonly answer: Promise<boolean>
  readonly settle: (isSaved: boolean) => void
}

/** Save requests that wait for their page, by the id of its contents. */
const requests = new Map<number, Request>()
/** Pages that have said that they listen; any other has nothing to save yet. */
const listening = new Set<number>()
let isQuitting = false

/** Asks the page to save before the window closes, and the user when it can't. */
export function watchCloseRequests(window: BrowserWindow): void {
  const { id } = window.webContents
  let isClosing = false
  window.on('close', event => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void mayClose(window).then(isAllowed => {
      isClosing = false
      if (!isAllowed) isQuitting = false
      else if (!window.isDestroyed()) window.destroy()
      if (isAllowed && isQuitting) app.quit()
    })
  })
  window.webContents.on('render-process-gone', () => forgetPage(id))
  window.on('closed', () => forgetPage(id))
}

/** A close that is part of quitting goes on with it once the text is saved. */
export function watchQuitting(): void {
  app.on('before-quit', () => {
    isQuitting = true
  })
}

/** Asks a page to save what isn't saved; false when it says no, or nothing in time. */
export function savePage(window: BrowserWindow): Promise<boolean> {
  const { id } = window.webContents
  if (!listening.has(id)) return Promise.resolve(true)
  const pending = requests.get(id)
  if (pending !== undefined) return pending.answer
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => settle(false), patienceMs)
  const settle = (isSaved: boolean): void => {
    clearTimeout(timer)
    requests.delete(id)
    resolve(isSaved)
  }
  requests.set(id, { answer: promise, settle })
  sendToWindow(window, 'app.saveRequested', {})
  return promise
}

/** The page hears save requests from now on. */
export function pageListens(contentsId: number): void {
  listening.add(contentsId)
}

/** The page's answer, by the id of its contents. */
export function reportSaved(contentsId: number, isSaved: boolean): void {
  requests.get(contentsId)?.settle(isSaved)
}

/** A page that is gone has nothing left to save. */
function forgetPage(contentsId: number): void {
  listening.delete(contentsId)
  requests.get(contentsId)?.settle(true)
}

async function mayClose(window: BrowserWindow): Promise<boolean> {
  return (await savePage(window)) || window.isDestroyed() || askToDiscard(window)
}

async function askToDiscard(window: BrowserWindow): Promise<boolean> {
  const words = nativeWords()
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.notSaved,
    detail: words.notSavedDetail,
    buttons: [words.goBack, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
