import { useEffect, useRef } from 'react'
import { useBackend } from '../state/backend'
import type { Command } from '../state/commands'
import { goTo } from '../state/place'
import { useTranslation } from '../ui/use-translation'

/** Gives the commands to a native menu where there is one, and follows what the host asks of this window. */
export function useNativeHost(commands: readonly Command[]): void {
  const { client, capabilities, on, sessions } = useBackend()
  const { i18n } = useTranslation()
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en'
  const newest = useRef(commands)
  useEffect(() => {
    newest.current = commands
  }, [commands])
  const menu = capabilities.nativeMenu && commands.length > 0 ? JSON.stringify(commands.map(toMenuItem)) : ''
  useEffect(() => {
    if (menu !== '') void client['app.setMenu']({ commands: JSON.parse(menu) as [], language })
  }, [client, menu, language])
  useEffect(() => {
    const ends = [
      on('app.commandChosen', ({ id }) => {
        const command = newest.current.find(candidate => candidate.id === id)
        if (command?.isEnabled === true) command.run()
      }),
      on('app.saveRequested', () => {
        void sessions.flushAll().then(() => client['app.reportSaved']({ isSaved: !sessions.hasUnsaved }))
      }),
      on('app.placeRequested', place => goTo(place)),
    ]
    return () => ends.forEach(end => end())
  }, [client, on, sessions])
}

function toMenuItem({ id, label, group, shortcut, isEnabled, isChecked }: Command) {
  return { id, label, group, shortcut: shortcut ?? null, isEnabled, isChecked: isChecked ?? null }
}
