import {
  clipboard,
  Menu,
  shell,
  type BrowserWindow,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
} from 'electron'
import { externalUrl } from '../shared/domain/external-url'
import { nativeWords } from './native-words'

/** The menu of the right mouse button: spelling suggestions, the clipboard, links. */
export function showContextMenu(window: BrowserWindow, params: ContextMenuParams): void {
  const template = contextMenuTemplate(window, params)
  if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
}

function contextMenuTemplate(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  return [spellingItems(window, params), linkItems(params), editItems(params)]
    .filter(group => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]))
}

function spellingItems(
  { webContents }: BrowserWindow,
  { misspelledWord, dictionarySuggestions }: ContextMenuParams,
): MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const suggestions = dictionarySuggestions.map(word => ({
    label: word,
    click: () => webContents.replaceMisspelling(word),
  }))
  const words = nativeWords()
  const none = { label: words.noSuggestion, enabled: false }
  return [
    ...(suggestions.length > 0 ? suggestions : [none]),
    {
      label: words.addToDictionary(misspelledWord),
      click: () => void webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
    },
  ]
}

function linkItems({ linkURL }: ContextMenuParams): MenuItemConstructorOptions[] {
  const url = externalUrl(linkURL)
  if (url === undefined) return []
  const words = nativeWords()
  return [
    { label: words.openLink(url.slice(0, 60)), click: () => void shell.openExternal(url) },
    { label: words.copyLink, click: () => void clipboard.writeText(url) },
  ]
}

function editItems({
  isEditable,
  editFlags,
  selectionText,
}: ContextMenuParams): MenuItemConstructorOptions[] {
  const words = nativeWords()
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', label: words.copy }]
  return [
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: words.pasteAsText, enabled: editFlags.canPaste },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ]
}
