import { ArchiveRestore, ChevronRight, FilePlus2 } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { foldersOf, noteRows, type NoteRow } from '../../app/note/note-rows'
import { afterPaint } from '../../state/after-paint'
import { useBackend } from '../../state/backend'
import { focusEditor, goToWrite } from '../../state/editor-info'
import { newNote } from '../../state/new-note'
import { expectPlace, goTo, usePlace } from '../../state/place'
import { useNotes } from '../../state/queries'
import { useRowPx } from '../../state/row-height'
import { openDialog, useLayout } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { linesAround, moveInTree } from '../../ui/move-in-tree'
import { rowId } from '../../ui/row-id'
import { scrollToRow } from '../../ui/scroll-to-row'
import treeStyles from '../../ui/tree.module.css'
import { TypedPrefix } from '../../ui/typed-prefix'
import { useRowVirtualizer } from '../../ui/use-row-virtualizer'
import styles from './note-list.module.css'
import { useTranslation } from '../../ui/use-translation'

/** All notes by title, in their folders; those that answer nothing are found here. */
export function NoteList({ isEditable }: { readonly isEditable: boolean }) {
  const { t } = useTranslation()
  const access = useBackend()
  const [filter, setFilter] = useState('')
  const all = useNotes().data
  const openFolders = useLayout(layout => layout.openFolders)
  const rows = useMemo(
    () => noteRows(all ?? [], { filter, open: new Set(openFolders) }),
    [all, filter, openFolders],
  )
  const create = async (): Promise<void> => {
    await newNote(access, filter.trim())
    setFilter('')
  }
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <input
          className={styles.input}
          value={filter}
          placeholder={t('noteList.filter')}
          aria-label={t('noteList.filterLabel')}
          onChange={event => setFilter(event.target.value)}
        />
        <IconButton label={t('trash.command')} onClick={() => openDialog('trash')}>
          <ArchiveRestore size={15} />
        </IconButton>
        {isEditable && (
          <IconButton label={t('note.new')} onClick={() => void create()}>
            <FilePlus2 size={15} />
          </IconButton>
        )}
      </div>
      {all !== undefined && rows.length === 0 && (
        <p className={styles.empty}>{all.length === 0 ? t('noteList.empty') : t('noteList.noMatch')}</p>
      )}
      <NoteTree rows={rows} />
    </div>
  )
}

function NoteTree({ rows }: { readonly rows: readonly NoteRow[] }) {
  // The virtualizer is changed in place, which the compiler must not cache.
  'use no memo'
  const { t } = useTranslation()
  const place = usePlace(state => state.marked)
  const openPath = place?.kind === 'note' ? place.path : undefined
  const [chosen, setChosen] = useState<{ readonly key: string; readonly openPath: string | undefined }>()
  // What keys went to is active until another note is open.
  const activeKey = chosen !== undefined && chosen.openPath === openPath ? chosen.key : openPath
  const setActiveKey = (key: string): void => setChosen({ key, openPath })
  const active = Math.max(
    0,
    rows.findIndex(row => row.key === activeKey),
  )
  const hasFolders = rows.some(row => row.kind === 'folder')
  const scroller = useRef<HTMLDivElement>(null)
  const [typed] = useState(() => new TypedPrefix())
  const rowPx = useRowPx()
  const virtual = useRowVirtualizer(rows.length, scroller, rowPx)
  useEffect(() => {
    if (openPath === undefined) return
    for (const folder of foldersOf(openPath)) setOpen(folder, true)
  }, [openPath])
  const openIndex = rows.findIndex(row => row.key === openPath)
  const isListed = openIndex >= 0
  const reveal = useEffectEvent(() => {
    scrollToRow(scroller.current, openIndex * rowPx, { rowPx, align: 'center' })
    // An arrow key would go there.
    afterPaint(() => {
      for (const line of linesAround(rows, openIndex))
        if (line.kind === 'note') expectPlace({ kind: 'note', path: line.key })
    })
  })
  useEffect(() => {
    // Not whenever rows change: opening a folder must not move what is in view.
    if (openPath !== undefined && isListed) reveal()
  }, [openPath, isListed])
  const press = (row: NoteRow): void => {
    setActiveKey(row.key)
    if (row.kind === 'folder') setOpen(row.key, !row.isOpen)
    else openNote(row.key)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moveInTree(rows, active, event, { labelOf, typed })
    if (move === undefined) return
    event.preventDefault()
    if (move.kind === 'fold') return setOpen(move.key, !move.isFolded)
    if (move.kind === 'edit') return focusEditor()
    const row = rows[move.index]
    if (row === undefined) return
    setActiveKey(row.key)
    if (row.kind === 'note') goTo({ kind: 'note', path: row.key })
    scrollToRow(scroller.current, move.index * rowPx, { rowPx, align: 'nearest' })
  }
  return (
    <div
      ref={scroller}
      className={treeStyles.scroller}
      role="tree"
      aria-label={t('noteList.label')}
      tabIndex={0}
      aria-activedescendant={rows[active] === undefined ? undefined : rowId('note-row', rows[active].key)}
      onKeyDown={onKeyDown}
    >
      <div className={treeStyles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <NoteLine
              key={row.key}
              row={row}
              indentPx={indentPx(row, hasFolders)}
              topPx={start}
              isOpenNote={row.key === openPath}
              isActive={index === active}
              onPress={() => press(row)}
            />
          )
        })}
      </div>
    </div>
  )
}

function NoteLine({
  row,
  indentPx: paddingInlineStart,
  topPx,
  isOpenNote,
  isActive,
  onPress,
}: {
  readonly row: NoteRow
  readonly indentPx: number
  readonly topPx: number
  readonly isOpenNote: boolean
  readonly isActive: boolean
  readonly onPress: () => void
}) {
  const { t } = useTranslation()
  const isFolder = row.kind === 'folder'
  return (
    <div
      id={rowId('note-row', row.key)}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isOpenNote}
      aria-expanded={isFolder ? row.isOpen : undefined}
      data-active={isActive}
      className={`${treeStyles.row} ${styles.line} ${isFolder ? styles.folder : ''}`}
      style={{ top: topPx, paddingInlineStart }}
      title={row.key}
      onPointerDown={() => row.kind === 'note' && expectPlace({ kind: 'note', path: row.key })}
      onClick={onPress}
    >
      {isFolder && <ChevronRight size={14} className={treeStyles.arrow} />}
      <span className={treeStyles.text}>{isFolder ? row.name : row.note.title}</span>
      {!isFolder && row.fileName !== undefined && <span className={styles.fileName}>{row.fileName}</span>}
      {isFolder && (
        <span className={treeStyles.count} aria-label={t('noteList.count', { count: row.count })}>
          {row.count}
        </span>
      )}
    </div>
  )
}

const stepPx = 14
const arrowPx = 18
const deepestShown = 8

/** Titles of notes stand under the names of the folders beside them, with the arrows before both. */
function indentPx({ kind, level }: NoteRow, hasFolders: boolean): number {
  const base = 6 + Math.min(level - 1, deepestShown) * stepPx
  return kind === 'note' ? base + (hasFolders ? arrowPx : 4) : base
}

function labelOf(row: NoteRow): string {
  return row.kind === 'folder' ? row.name : row.note.title
}

function openNote(path: string): void {
  goToWrite({ kind: 'note', path })
}

function setOpen(folder: string, isOpen: boolean): void {
  const { openFolders } = useLayout.getState()
  if (openFolders.includes(folder) === isOpen) return
  useLayout.setState({
    openFolders: isOpen ? [...openFolders, folder] : openFolders.filter(other => other !== folder),
  })
}
