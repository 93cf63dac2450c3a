import { useEffect, useState, type ReactNode } from 'react'
import { Panel, usePanelRef, type Layout, type LayoutChangedMeta } from 'react-resizable-panels'
import { isNarrow, useIsNarrow } from '../state/narrow'
import { useLayout } from '../state/view'
import styles from './workspace.module.css'

/** Where the width of each side panel is kept, by its id. */
const sizeKeys = { questions: 'questionPanePx', context: 'contextPanePx' } as const

interface SidePanelProps {
  readonly id: keyof typeof sizeKeys
  /** Changes whenever a pane comes or goes. */
  readonly shownPanes: string
  readonly minPx: number
  readonly maxPx: number
  readonly children: ReactNode
}

/**
 * A pane whose width is kept. It is read when a pane comes or goes and when the window gets narrow or wide: a new
 * default at another time would end a drag. The library may then have a layout of its own, of a window that was narrow.
 */
export function SidePanel({ id, shownPanes, minPx, maxPx, children }: SidePanelProps) {
  const panel = usePanelRef()
  const isInNarrow = useIsNarrow()
  const [kept, setKept] = useState(() => ({ shownPanes, px: startingPx(id) }))
  if (kept.shownPanes !== shownPanes) setKept({ shownPanes, px: startingPx(id) })
  useEffect(() => {
    // A panel that has just come can't be resized before the group knows of it.
    const frame = requestAnimationFrame(() => panel.current?.resize(startingPx(id)))
    return () => cancelAnimationFrame(frame)
  }, [panel, id, shownPanes, isInNarrow])
  return (
    <Panel
      id={id}
      className={styles.pane}
      panelRef={panel}
      minSize={minPx}
      maxSize={maxPx}
      defaultSize={kept.px}
      groupResizeBehavior="preserve-pixel-size"
    >
      {children}
    </Panel>
  )
}

/** Keeps the widths that the user chose, and none that the window forces. `layout` is in hundredths of all panes. */
export function keepWidths(layout: Layout, { isUserInteraction }: LayoutChangedMeta): void {
  if (!isUserInteraction || isNarrow()) return
  const widths = Object.keys(layout).map(id => document.getElementById(id)?.offsetWidth ?? 0)
  const all = widths.reduce((sum, width) => sum + width, 0)
  for (const [id, key] of Object.entries(sizeKeys)) {
    const share = layout[id]
    if (share !== undefined) useLayout.setState({ [key]: Math.round((share / 100) * all) })
  }
}

/** A narrow window gives most of itself to the text, and what that leaves of a pane is not kept. */
function startingPx(id: SidePanelProps['id']): number {
  const kept = useLayout.getState()[sizeKeys[id]]
  return isNarrow() ? Math.min(kept, Math.round(window.innerWidth / 3)) : kept
}
