import { useEffect } from 'react'
import { useBackend } from '../state/backend'
import { matchesShortcut, type Command } from '../state/commands'
import { focusEditor } from '../state/editor-info'
import { useView } from '../state/view'

/** Runs the command whose shortcut is pressed. Escape, where nothing else wants it, goes back to the editor. */
export function useShortcuts(commands: readonly Command[]): void {
  const { platform } = useBackend()
  useEffect(() => {
    const find = (event: KeyboardEvent): Command | undefined =>
      commands.find(({ shortcut }) => shortcut !== undefined && matchesShortcut(event, shortcut, platform))
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const isDialogOpen = useView.getState().dialog !== undefined
      const command = find(event)
      if (command !== undefined) {
        event.preventDefault()
        if (command.isEnabled && !isDialogOpen) command.run()
      } else if (event.key === 'Escape' && !isDialogOpen) focusEditor()
    }
    // The editor keeps every Enter for itself, whatever else is held.
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && find(event) !== undefined) onKeyDown(event)
    }
    window.addEventListener('keydown', onEnter, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onEnter, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [commands, platform])
}
