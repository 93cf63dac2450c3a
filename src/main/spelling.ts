import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, session, type MenuItemConstructorOptions } from 'electron'
import { nativeWords } from './native-words'

interface SpellingChoice {
  readonly isOn: boolean
  /** Language codes of Chromium's dictionaries; empty for the system's. */
  readonly languages: readonly string[]
}

/** Off until the user asks for it, except on a Mac: elsewhere Chromium fetches dictionaries, and nothing is fetched unasked. */
const initial: SpellingChoice = { isOn: process.platform === 'darwin', languages: [] }

let choice = initial

/** Puts the kept choice of spelling languages to work. On a Mac the system chooses languages by itself. */
export function startSpelling(): void {
  choice = readChoice()
  applyChoice()
}

/** The menu that switches spell checking and its languages. */
export function spellingMenu(): MenuItemConstructorOptions {
  const { defaultSession } = session
  const active = defaultSession.getSpellCheckerLanguages()
  const names = new Intl.DisplayNames([app.getLocale() || 'en'], { type: 'language' })
  return {
    label: nativeWords().spelling,
    submenu: [
      {
        id: 'spelling.on',
        label: nativeWords().checkSpelling,
        type: 'checkbox',
        checked: choice.isOn,
        click: item => choose({ ...choice, isOn: item.checked }),
      },
      { type: 'separator' },
      ...defaultSession.availableSpellCheckerLanguages.map((language): MenuItemConstructorOptions => ({
        id: `spelling.${language}`,
        label: names.of(language) ?? language,
        type: 'checkbox',
        checked: active.includes(language),
        click: item => choose({ ...choice, languages: changed(active, language, item.checked) }),
      })),
    ],
  }
}

function choose(next: SpellingChoice): void {
  choice = next
  applyChoice()
  try {
    writeFileSync(choicePath(), JSON.stringify(choice))
  } catch (error) {
    console.warn('the spelling languages could not be kept', error)
  }
}

function applyChoice(): void {
  const { defaultSession } = session
  defaultSession.setSpellCheckerEnabled(choice.isOn)
  const known = choice.languages.filter(language =>
    defaultSession.availableSpellCheckerLanguages.includes(language),
  )
  if (known.length > 0 && process.platform !== 'darwin') defaultSession.setSpellCheckerLanguages(known)
}

function changed(active: readonly string[], language: string, isOn: boolean): string[] {
  return isOn ? [...new Set([...active, language])] : active.filter(other => other !== language)
}

function readChoice(): SpellingChoice {
  try {
    const kept = JSON.parse(readFileSync(choicePath(), 'utf8')) as Partial<
      Record<keyof SpellingChoice, unknown>
    >
    const languages = Array.isArray(kept.languages)
      ? kept.languages.filter(item => typeof item === 'string')
      : []
    return { isOn: typeof kept.isOn === 'boolean' ? kept.isOn : initial.isOn, languages }
  } catch {
    return initial
  }
}

function choicePath(): string {
  return join(app.getPath('userData'), 'spelling.json')
}
