import { MoreHorizontal } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../ui/icon-button'
import { Menu, type MenuItem } from '../../ui/menu'
import styles from './question-tree.module.css'

export interface TreeMenuProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** The menu of a row of the tree. */
export function TreeMenu({
  label,
  groups,
  ...rest
}: TreeMenuProps & {
  readonly label: string
  readonly groups: readonly (readonly MenuItem[])[]
}) {
  const place = useRef<HTMLSpanElement>(null)
  return (
    // What is chosen here is no press on the row, and no key of the tree.
    <span
      ref={place}
      className={styles.menu}
      onClick={event => event.stopPropagation()}
      onKeyDown={event => event.stopPropagation()}
    >
      <Menu
        align="end"
        {...rest}
        onClosed={() => {
          // The keys of the tree are for its active row; a press elsewhere has moved the focus there.
          if (document.activeElement === document.body)
            place.current?.closest<HTMLElement>('[role="tree"]')?.focus()
        }}
        trigger={
          <IconButton label={label} tabIndex={-1}>
            <MoreHorizontal size={14} />
          </IconButton>
        }
        groups={groups}
      />
    </span>
  )
}
