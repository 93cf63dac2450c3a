import { dialog, type BrowserWindow } from 'electron'
import { nativeWords } from './native-words'

const mostReloads = 3
const withinMs = 60_000

/** Loads the page again after a crash, a few times; asks what to do with one that hangs. The page takes its text from the journal. */
export function recoverPage(window: BrowserWindow): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes.push(Date.now())
    const recent = crashes.filter(at => at > Date.now() - withinMs)
    if (recent.length <= mostReloads) window.webContents.reload()
    else
      void offerReload(window, nativeWords().crashed, nativeWords().crashedDetail(reason)).then(
        isWanted => isWanted && window.webContents.reload(),
      )
  })
  let isAsking = false
  window.on('unresponsive', () => {
    if (isAsking) return
    isAsking = true
    void offerReload(window, nativeWords().hangs, nativeWords().hangsDetail).then(isWanted => {
      isAsking = false
      // The end of the process loads the page again, as any crash does.
      if (isWanted) window.webContents.forcefullyCrashRenderer()
    })
  })
}

async function offerReload(window: BrowserWindow, message: string, detail: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [nativeWords().wait, nativeWords().loadAgain],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1 && !window.isDestroyed()
}
