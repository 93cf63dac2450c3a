import { useEffect } from 'react'
import { useSettings } from '../state/queries'

/** Puts the theme and the text size of the settings, or the system's, on the page. */
export function useTheme(): void {
  const settings = useSettings().data
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = (): void => {
      const isDark = settings?.theme === 'dark' || (settings?.theme !== 'light' && dark.matches)
      document.documentElement.classList.toggle('dark', isDark)
      const size = settings?.textSizePx ?? 16
      document.documentElement.style.setProperty('--size-reading', `${size}px`)
      document.documentElement.style.setProperty('--measure-px', `${Math.round(size * 42.5)}px`)
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [settings])
}
