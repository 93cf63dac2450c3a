import { dirname, isAbsolute, join, resolve } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { appProcedures } from '../../shared/contract/app-procedures'
import type { AnswerbookHandlers } from '../../shared/contract/contract'
import { externalUrl } from '../../shared/domain/external-url'
import type { EventHub } from '../event-hub'
import { withStorageErrors } from '../files/storage-error'
import { isNotebookFolder } from '../notebook/notebook-store'
import type { BackendPorts } from '../ports'
import type { Preferences } from './preferences'

/** The contract's `app.*`, `settings.*` and `places.*`. */
export function createAppHandlers(
  ports: BackendPorts,
  preferences: Preferences,
  events: EventHub,
): Pick<AnswerbookHandlers, keyof typeof appProcedures> {
  const { version, platform, capabilities } = ports
  return {
    'app.handshake': async () => ({ version, platform, capabilities, revision: events.revision }),
    'app.openExternal': async ({ url }) => {
      const safe = externalUrl(url)
      if (safe === undefined) throw new AppError('contract/invalid-input', { name: 'app.openExternal', url })
      await ports.openExternal?.(safe)
      return {}
    },
    'app.setMenu': async (menu, { clientId }) => {
      ports.setMenu?.(clientId, menu)
      return {}
    },
    'app.reportSaved': async ({ isSaved }, { clientId }) => {
      ports.onSaved?.(clientId, isSaved)
      return {}
    },
    'app.printToPdf': async (_input, { clientId }) => ({
      path: (await ports.printToPdf?.(clientId)) ?? null,
    }),
    'settings.get': async () => preferences.settings(),
    'settings.update': async (change, { clientId }) => {
      const next = preferences.updateSettings(change as Partial<typeof next>)
      ports.onSettingsChanged?.(next)
      events.emit('settings.changed', {}, clientId)
      return next
    },
    'places.home': async () => ({ path: ports.documentsFolder }),
    'places.list': async ({ path }) => listFolder(ports, path),
    'places.chooseFolder': async () => ({ path: (await ports.chooseFolder?.()) ?? null }),
    'places.chooseSavePath': async options => ({ path: (await ports.chooseSavePath?.(options)) ?? null }),
    'places.reveal': async ({ path }) => {
      await ports.revealInFolder?.(path)
      return {}
    },
  }
}

async function listFolder(ports: BackendPorts, path: string) {
  if (!isAbsolute(path)) throw new AppError('storage/not-found', { path })
  const folder = resolve(path)
  const entries = await withStorageErrors(folder, () => ports.files.list(folder))
  const names = entries
    .filter(entry => entry.kind === 'folder' && !entry.name.startsWith('.'))
    .map(entry => entry.name)
  const folders = await Promise.all(
    names
      .sort((a, b) => a.localeCompare(b))
      .map(async name => ({
        name,
        path: join(folder, name),
        isNotebook: await isNotebookFolder(ports.files, join(folder, name)),
      })),
  )
  const parent = dirname(folder)
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    isNotebook: await isNotebookFolder(ports.files, folder),
    folders,
  }
}
