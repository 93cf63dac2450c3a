import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol } from 'electron'

/** A small app that the stand-in's own specs run in: one window on `probe://page/`, and a preload that pokes about. */
const html =
  '<!doctype html><title>probe</title><link rel="icon" href="data:,"><h1>Probe</h1><input id="field">'

protocol.registerSchemesAsPrivileged([{ scheme: 'probe', privileges: { standard: true, secure: true } }])
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  ipcMain.handle('echo', (_event, value: unknown) => value)
  ipcMain.handle('frame', ({ senderFrame }) => ({ url: senderFrame?.url, origin: senderFrame?.origin }))
  ipcMain.handle('fail', () => {
    throw Object.assign(new TypeError('too much'), { code: 'E1' })
  })
  ipcMain.handle('function', () => ({ call: () => 1 }))
  void app.whenReady().then(() => {
    protocol.handle('probe', () => new Response(html, { headers: { 'Content-Type': 'text/html' } }))
    const preload = join(import.meta.dirname, 'preload.cjs')
    const window = new BrowserWindow({ width: 900, height: 700, webPreferences: { preload, sandbox: true } })
    void window.loadURL('probe://page/')
  })
}
