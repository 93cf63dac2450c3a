import { useVirtualizer } from '@tanstack/react-virtual'
import { ArchiveRestore, FilePlus2 } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'
import { goTo, usePlace } from '../../state/place'
import { useNotes } from '../../state/queries'
import { useRowPx } from '../../state/row-height'
import { openDialog } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import styles from './note-list.module.css'

/** All notes by title; those that answer nothing are found here. */
export function NoteList({ isEditable }: { readonly isEditable: boolean }) {
  // The virtualizer is changed in place, which the compiler must not cache.
  'use no memo'
  const { t } = useTranslation()
  const { client } = useBackend()
  const [filter, setFilter] = useState('')
  const place = usePlace(state => state.place)
  const openPath = place?.kind === 'note' ? place.path : undefined
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  const all = useNotes().data
  const notes = (all ?? []).filter(note =>
    words.every(word => `${note.title} ${note.path}`.toLowerCase().includes(word)),
  )
  const scroller = useRef<HTMLUListElement>(null)
  const rowPx = useRowPx()
  const virtual = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [virtual, rowPx])
  const open = (path: string): void => {
    focusEditor({ whenOpen: true })
    goTo({ kind: 'note', path })
  }
  const create = async (): Promise<void> => {
    const note = await client['notes.create']({ title: filter.trim() })
    setFilter('')
    open(note.path)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = notes.findIndex(note => note.path === openPath)
    const next = notes[Math.max(0, Math.min(notes.length - 1, index + step))]
    if (next !== undefined) goTo({ kind: 'note', path: next.path })
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
      {all !== undefined && notes.length === 0 && (
        <p className={styles.empty}>{all.length === 0 ? t('noteList.empty') : t('noteList.noMatch')}</p>
      )}
      <ul
        ref={scroller}
        className={styles.scroller}
        aria-label={t('noteList.label')}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <li className={styles.space} style={{ height: virtual.getTotalSize() }} role="presentation" />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const note = notes[index]
          return note === undefined ? null : (
            <li key={note.path} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button"
                tabIndex={-1}
                className={styles.note}
                aria-current={note.path === openPath}
                title={note.path}
                onClick={() => open(note.path)}
              >
                {note.title}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
