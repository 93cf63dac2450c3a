import '@fontsource/stix-two-math/latin-400.css'
import './styles/formulas.css'
import { useLayoutEffect, useRef } from 'react'
import { formulaCode } from './extensions/math/lazy-formulas'
import type { SetFormula } from './extensions/math/set-formula'

/** A formula in a text that is only read: its source until the code that sets it is there, and where it can't be set. */
export function Formula({
  source,
  isDisplay = false,
}: {
  readonly source: string
  readonly isDisplay?: boolean
}) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    let isCurrent = true
    const show = (set: SetFormula): void => {
      if (isCurrent && set({ source, isDisplay }, element) !== undefined) showSource(source, element)
    }
    showSource(source, element)
    // Without the code the source can be read as well.
    if (formulaCode.now === undefined) formulaCode.load().then(show, () => undefined)
    else show(formulaCode.now)
    return () => {
      isCurrent = false
    }
  }, [source, isDisplay])
  return <span ref={place} className={isDisplay ? 'formula is-display' : 'formula'} />
}

function showSource(source: string, element: HTMLElement): void {
  const code = document.createElement('code')
  code.textContent = source
  element.replaceChildren(code)
}
