import { useEffect } from 'react'
import { showLanguage } from '../locales/start-translations'
import { useSettings } from '../state/queries'

/** Puts the language, theme, contrast, density and text size of the settings, or the system's, on the page. */
export function useAppearance(): void {
  const settings = useSettings().data
  const language = settings?.language
  useEffect(() => {
    if (language !== undefined) void showLanguage(language)
  }, [language])
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const contrast = window.matchMedia('(prefers-contrast: more)')
    const apply = (): void => {
      const { classList, style } = document.documentElement
      const isDark = settings?.theme === 'dark' || (settings?.theme !== 'light' && dark.matches)
      classList.toggle('dark', isDark)
      classList.toggle('more-contrast', settings?.contrast === 'more' || contrast.matches)
      classList.toggle('compact', settings?.density === 'compact')
      const size = settings?.textSizePx ?? 16
      style.setProperty('--size-reading', `${size}px`)
      style.setProperty('--measure-px', `${Math.round(size * 42.5)}px`)
    }
    apply()
    for (const media of [dark, contrast]) media.addEventListener('change', apply)
    return () => {
      for (const media of [dark, contrast]) media.removeEventListener('change', apply)
    }
  }, [settings])
}
