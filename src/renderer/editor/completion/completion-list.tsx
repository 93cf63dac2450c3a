import type { TFunction } from 'i18next'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '../../ui/use-translation'

export type CompletionWords = TFunction

/** What an option says. */
export interface ShownOption {
  /** Unlike that of any other option. */
  readonly key: string
  readonly icon?: LucideIcon
  readonly label: string
  /** Stands at the end of its row. */
  readonly detail: string
}

/** What a list of options offers, and how. */
export interface CompletionLook<Item> {
  /** The element id of the list; only one of its kind is open at a time. */
  readonly id: string
  readonly className: string
  readonly label: (words: CompletionWords) => string
  readonly none: (words: CompletionWords, isLoading: boolean) => string
  readonly show: (item: Item, words: CompletionWords) => ShownOption
}

export interface CompletionListProps<Item> {
  readonly look: CompletionLook<Item>
  readonly items: readonly Item[]
  /** The index of the option that Enter chooses. */
  readonly active: number
  readonly isLoading: boolean
  readonly onChoose: (item: Item) => void
  readonly onPoint: (index: number) => void
}

/** The element id of an option. */
export function completionOptionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** Options beside the caret; the focus stays in the text. */
export function CompletionList<Item>(props: CompletionListProps<Item>) {
  const { look, items, active } = props
  const { t } = useTranslation()
  const activeRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    activeRef.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div aria-label={look.label(t)} className={`option-list ${look.className}`} id={look.id} role="listbox">
      {items.map((item, index) => {
        const { key, icon: Icon, label, detail } = look.show(item, t)
        return (
          <div
            aria-selected={index === active}
            className="option"
            id={completionOptionId(look.id, index)}
            key={key}
            onClick={() => props.onChoose(item)}
            onMouseDown={event => event.preventDefault()}
            onMouseMove={() => props.onPoint(index)}
            ref={index === active ? activeRef : undefined}
            role="option"
          >
            {Icon !== undefined && <Icon aria-hidden size={16} strokeWidth={1.75} />}
            <span className="option-label">{label}</span>
            <span className="option-detail">{detail}</span>
          </div>
        )
      })}
      {items.length === 0 && <div className="option-message">{look.none(t, props.isLoading)}</div>}
    </div>
  )
}
