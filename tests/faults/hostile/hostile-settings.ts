import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from '../../support/serve'
import { temporaryFolder } from '../../support/temporary-folder'
import { watchPage } from './canaries'
import { countOffences, type HostileWorld } from './hostile-world'

const perStart = 12

/** Starts hosts whose settings are made of payloads, and looks at their first screen. */
export async function startWithSettings(world: HostileWorld): Promise<void> {
  for (let from = 0; from < world.payloads.length; from += perStart) {
    const texts = world.payloads.slice(from, from + perStart).map(({ text }) => text)
    const [first = ''] = texts
    await using settings = await temporaryFolder()
    const content = {
      settings: { theme: first, textSizePx: first },
      recentNotebooks: texts.map(text => ({ path: `/${text}`, title: text, openedAt: 1 })),
      deviceId: first,
    }
    await writeFile(join(settings.path, 'config.json'), JSON.stringify(content))
    const server = await startServer({ settingsFolder: settings.path })
    const page = await world.browser.newPage()
    try {
      const watch = await watchPage(page)
      await page.goto(server.url)
      await page.getByText(first.trim().slice(0, 10)).first().waitFor()
      await watch.check(`settings ${JSON.stringify(texts)}`)
      countOffences(world, watch, texts.length)
    } finally {
      await page.close()
      await server.stop()
    }
  }
}
