import { app, dialog, type BrowserWindow } from 'electron'
import { sendToWindow } from './send-to-window'

/** How long a page may take to save before the user is asked. */
const patienceMs = 5000

const waiting = new Map<number, (isSaved: boolean) => void>()
let isQuitting = false

/** Asks the page to save before the window closes, and the user when it can't. */
export function watchCloseRequests(window: BrowserWindow): void {
  let mayClose = false
  window.on('close', event => {
    if (mayClose) return
    event.preventDefault()
    void savePage(window).then(async isSaved => {
      if (window.isDestroyed()) return
      if (!isSaved && !(await askToDiscard(window))) {
        isQuitting = false
        return
      }
      mayClose = true
      window.destroy()
      if (isQuitting) app.quit()
    })
  })
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
  return new Promise(resolve => {
    const timer = setTimeout(() => settle(false), patienceMs)
    const settle = (isSaved: boolean): void => {
      clearTimeout(timer)
      waiting.delete(id)
      resolve(isSaved)
    }
    waiting.get(id)?.(false)
    waiting.set(id, settle)
    if (window.webContents.isCrashed()) settle(true)
    else sendToWindow(window, 'app.saveRequested', {})
  })
}

/** The page's answer, by the id of its contents. */
export function reportSaved(contentsId: number, isSaved: boolean): void {
  waiting.get(contentsId)?.(isSaved)
}

async function askToDiscard(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some of your text is not saved',
    detail: 'Answerbook could not save everything that you wrote. If you close it now, that text is lost.',
    buttons: ['Go back to it', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
