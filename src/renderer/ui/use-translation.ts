import i18next, { type i18n, type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'

export interface Translation {
  readonly t: TFunction
  readonly i18n: i18n
}

/**
 * The words of the interface in its language; a component that asks is drawn again when the language changes. All get the same
 * `t`, which looks up words without values only once: some hundred components ask when a question opens.
 */
export function useTranslation(): Translation {
  return useSyncExternalStore(onLanguage, currentTranslation)
}

let current: { readonly language: string; readonly translation: Translation } | undefined

function currentTranslation(): Translation {
  const { language } = i18next
  if (current?.language !== language)
    current = { language, translation: { t: rememberingT(i18next.t), i18n: i18next } }
  return current.translation
}

function onLanguage(changed: () => void): () => void {
  i18next.on('languageChanged', changed)
  return () => i18next.off('languageChanged', changed)
}

function rememberingT(t: TFunction): TFunction {
  const translate = t as unknown as (key: string, values?: object) => string
  const known = new Map<string, string>()
  const remembering: typeof translate = (key, values) => {
    if (values !== undefined) return translate(key, values)
    const found = known.get(key) ?? translate(key)
    known.set(key, found)
    return found
  }
  return remembering as unknown as TFunction
}
