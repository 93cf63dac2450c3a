import * as Dropdown from '@radix-ui/react-dropdown-menu'
import { Check } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import styles from './menu.module.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly isChecked?: boolean
  /** Whether it is checked by itself, and not as one of its group. */
  readonly isToggle?: boolean
  readonly isDisabled?: boolean
  /** Whether the focus goes elsewhere with it, and not back to what opened the menu. */
  readonly movesFocus?: boolean
  readonly onSelect: () => void
}

/** A menu that opens from its trigger; groups are parted by a line. */
export function Menu({
  trigger,
  groups,
  align = 'start',
  onClosed,
  isOpen,
  onOpenChange,
}: {
  readonly trigger: ReactNode
  readonly groups: readonly (readonly MenuItem[])[]
  readonly align?: 'start' | 'end'
  /** Takes the focus when the menu closes, in the place of what opened it. */
  readonly onClosed?: () => void
  /** Given when something else than a press of the trigger opens it. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}) {
  const hasMovedFocus = useRef(false)
  return (
    <Dropdown.Root
      modal={false}
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={event => {
            if (hasMovedFocus.current || onClosed !== undefined) event.preventDefault()
            if (!hasMovedFocus.current) onClosed?.()
            hasMovedFocus.current = false
          }}
        >
          {groups
            .filter(group => group.length > 0)
            .map((group, index) => (
              <Dropdown.Group key={group[0]?.id ?? index}>
                {index > 0 && <Dropdown.Separator className={styles.line} />}
                {group.map(item => (
                  <Dropdown.Item
                    key={item.id}
                    className={styles.item}
                    disabled={item.isDisabled === true}
                    onSelect={() => {
                      hasMovedFocus.current = item.movesFocus === true
                      item.onSelect()
                    }}
                    {...(item.isChecked === undefined
                      ? {}
                      : {
                          role: item.isToggle === true ? 'menuitemcheckbox' : 'menuitemradio',
                          'aria-checked': item.isChecked,
                        })}
                  >
                    <span className={styles.icon}>
                      {item.isChecked === true ? <Check size={14} /> : item.icon}
                    </span>
                    <span className={styles.label}>{item.label}</span>
                    {item.shortcut !== undefined && <span className={styles.shortcut}>{item.shortcut}</span>}
                  </Dropdown.Item>
                ))}
              </Dropdown.Group>
            ))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}
