import { type OpenEditor, useEditorInfo } from '../../state/editor-info'
import { hasEditor } from '../../state/place'
import { showToast, useLayout, useView } from '../../state/view'
import { isWritable, type CommandContext, type UngroupedCommand } from './command-context'

/** What is done in and to the open note. */
export function editorCommands(context: CommandContext): UngroupedCommand[] {
  const { t, place } = context
  const isOpen = hasEditor(place)
  const isEditable = isOpen && isWritable(context)
  const inEditor = (run: (editor: OpenEditor) => void) => () => {
    const { editor } = useEditorInfo.getState()
    if (editor !== undefined) run(editor)
  }
  const copy = (format: 'markdown' | 'html'): (() => void) =>
    inEditor(editor => {
      editor.copy(format)
      showToast(t('commands.copied'))
    })
  return [
    {
      id: 'editor.find',
      label: t('commands.find'),
      shortcut: 'Mod+F',
      isEnabled: isOpen,
      run: inEditor(editor => editor.openFind(false)),
    },
    {
      id: 'editor.replace',
      label: t('commands.replace'),
      shortcut: 'Mod+Alt+F',
      isEnabled: isEditable,
      run: inEditor(editor => editor.openFind(true)),
    },
    {
      id: 'editor.link',
      label: t('commands.link'),
      shortcut: 'Mod+Shift+K',
      isEnabled: isEditable,
      run: inEditor(editor => editor.openLinkField()),
    },
    {
      id: 'editor.moveBlockUp',
      label: t('commands.moveBlockUp'),
      shortcut: 'Alt+Shift+ArrowUp',
      isEnabled: isEditable,
      run: inEditor(editor => editor.moveBlock('up')),
    },
    {
      id: 'editor.moveBlockDown',
      label: t('commands.moveBlockDown'),
      shortcut: 'Alt+Shift+ArrowDown',
      isEnabled: isEditable,
      run: inEditor(editor => editor.moveBlock('down')),
    },
    {
      id: 'editor.copyMarkdown',
      label: t('commands.copyMarkdown'),
      isEnabled: isOpen,
      run: copy('markdown'),
    },
    { id: 'editor.copyHtml', label: t('commands.copyHtml'), isEnabled: isOpen, run: copy('html') },
    ...editorViewCommands(context),
  ]
}

function editorViewCommands({ t, place }: CommandContext): UngroupedCommand[] {
  const isEnabled = hasEditor(place)
  return [
    {
      id: 'editor.source',
      label: t('commands.viewSource'),
      shortcut: 'Mod+Alt+S',
      isEnabled,
      run: () => toggleView('source'),
    },
    {
      id: 'editor.split',
      label: t('commands.viewSplit'),
      shortcut: 'Mod+Alt+D',
      isEnabled,
      run: () => toggleView('split'),
    },
    {
      id: 'editor.toolbar',
      label: t('commands.toolbar'),
      isEnabled,
      run: () => useLayout.setState({ isToolbarShown: !useLayout.getState().isToolbarShown }),
    },
    {
      id: 'editor.focusMode',
      label: t('commands.focusMode'),
      shortcut: 'Mod+Alt+Z',
      isEnabled: place !== undefined,
      run: () => useView.setState({ isFocusMode: !useView.getState().isFocusMode }),
    },
  ]
}

function toggleView(view: 'source' | 'split'): void {
  useLayout.setState({ noteView: useLayout.getState().noteView === view ? 'rich' : view })
}
