import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { DeskNote, DeskSetting, NoteDesk } from './note-desk'

interface NoteTextProps {
  readonly desk: NoteDesk
  readonly note: DeskNote
  readonly setting: DeskSetting
}

/** The rich text of a note, on its desk, and what TipTap shows over it. */
export function NoteText({ desk, note, setting }: NoteTextProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.append(desk.element)
  }, [desk])
  useLayoutEffect(() => desk.show(note, setting), [desk, note, setting])
  useLayoutEffect(() => () => desk.putAway(), [desk])
  const popups = useSyncExternalStore(desk.popups.subscribe, desk.popups.getSnapshot)
  return (
    <>
      <div className="note-content" ref={place} />
      {Object.values(popups)}
    </>
  )
}
