import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, session } from 'electron'
import { AppError } from '../shared/contract/app-error'

/** Pages that are printed have a session of their own, in memory. */
const partition = 'print'

/**
 * Prints a page in a window that is never shown, without scripts and without any network.
 *
 * @throws AppError `export/print-failed`, also when it is aborted; Node's system errors.
 */
export async function printPage(htmlPath: string, pdfPath: string, signal: AbortSignal): Promise<void> {
  blockNetwork()
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  })
  const end = (): void => window.destroy()
  signal.addEventListener('abort', end)
  try {
    await window.loadURL(pathToFileURL(htmlPath).href)
    const pdf = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    })
    await writeFile(pdfPath, pdf)
  } catch (error) {
    throw new AppError('export/print-failed', { detail: error instanceof Error ? error.message : '' }, error)
  } finally {
    signal.removeEventListener('abort', end)
    if (!window.isDestroyed()) window.destroy()
  }
}

/** The page itself is a file, and what it shows is in it. */
function blockNetwork(): void {
  session.fromPartition(partition).webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !/^(?:file|data):/i.test(url) })
  })
}
