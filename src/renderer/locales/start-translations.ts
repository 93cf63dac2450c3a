import i18next from 'i18next'
import type { Settings } from '../../shared/contract/app-procedures'
import en from './en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** The languages of the interface, each by its own name. */
export const languages = { en: 'English', zh: '简体中文' } as const
export type Language = keyof typeof languages

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: object }>>> = {
  zh: () => import('./zh.json'),
}

/** Loads the words of the interface in the language of the settings; `en` when another one can't be loaded. */
export async function startTranslations(choice: Settings['language']): Promise<void> {
  await i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  await showLanguage(choice)
}

/** Changes the language of the interface. */
export async function showLanguage(choice: Settings['language']): Promise<void> {
  const wanted = chosenLanguage(choice, navigator.languages)
  const language = (await load(wanted)) ? wanted : 'en'
  await i18next.changeLanguage(language)
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
}

/** The language that a choice stands for: of those that the system prefers, the first that there is. */
export function chosenLanguage(choice: Settings['language'], preferred: readonly string[]): Language {
  if (choice !== 'system') return choice
  const known = preferred
    .map(tag => tag.toLowerCase().split('-')[0] ?? '')
    .find(tag => Object.hasOwn(languages, tag))
  return (known as Language | undefined) ?? 'en'
}

async function load(language: Language): Promise<boolean> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return true
  try {
    const { default: words } = await loaders[language]()
    i18next.addResourceBundle(language, 'translation', words)
    return true
  } catch {
    return false
  }
}
