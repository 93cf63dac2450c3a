import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './choice-list.module.css'

/** An entry; `details` are lines below its title, each with something at its end if wanted. */
export interface ChoiceListItem {
  readonly id: string
  readonly title: string
  readonly details: readonly { readonly text: string; readonly end?: ReactNode }[]
}

export interface ChoiceListProps {
  readonly label: string
  readonly items: readonly ChoiceListItem[]
  readonly chosenId: string
  readonly onChoose: (id: string) => void
}

/** A list of which one entry is shown beside it: arrow keys, Home and End choose. It takes the focus when it comes. */
export function ChoiceList({ label, items, chosenId, onChoose }: ChoiceListProps) {
  const base = useId()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const index = items.findIndex(({ id }) => id === chosenId)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = targetOf(event.key, index, items.length)
    if (next === undefined) return
    event.preventDefault()
    const item = items[Math.max(0, Math.min(items.length - 1, next))]
    if (item !== undefined) onChoose(item.id)
  }
  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${base}-${index}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, title, details }, at) => (
        <li
          key={id}
          id={`${base}-${at}`}
          role="option"
          aria-selected={id === chosenId}
          className={styles.option}
          onClick={() => onChoose(id)}
        >
          <span className={styles.title} title={title}>
            {title}
          </span>
          {details.map(({ text, end }, line) => (
            <span key={line} className={styles.detail}>
              <span className={styles.text} title={text}>
                {text}
              </span>
              {end}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Undefined for a key that goes nowhere. */
function targetOf(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
