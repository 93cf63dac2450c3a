/**
 * Stands in for the package `react-style-singleton`, which writes `<style>` elements that the page policy forbids:
 * the same functions over an adopted style sheet.
 */
import { useEffect } from 'react'

interface Singleton {
  add(css: string): void
  remove(): void
}

export function stylesheetSingleton(): Singleton {
  let count = 0
  let sheet: CSSStyleSheet | undefined
  return {
    add: css => {
      count += 1
      if (sheet !== undefined) return
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets.push(sheet)
    },
    remove: () => {
      count -= 1
      if (count > 0 || sheet === undefined) return
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
      sheet = undefined
    },
  }
}

export function styleHookSingleton(): (css: string, isDynamic?: boolean) => void {
  const sheet = stylesheetSingleton()
  return (css, isDynamic) => {
    useEffect(() => {
      sheet.add(css)
      return () => sheet.remove()
    }, [css, isDynamic])
  }
}

export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton()
  return function Sheet({ styles, dynamic }) {
    useStyle(styles, dynamic)
    return null
  }
}
