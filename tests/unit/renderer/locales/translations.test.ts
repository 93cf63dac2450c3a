import { expect, test } from 'vitest'
import en from '../../../../src/renderer/locales/en.json'
import { chosenLanguage } from '../../../../src/renderer/locales/start-translations'
import zh from '../../../../src/renderer/locales/zh.json'

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
const plural = new RegExp(`_(${forms.join('|')})$`)

/** Every string of a language by its key, as `export.scope.shown_other`. */
function stringsOf(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...stringsOf(value as object, `${prefix}${key}.`)],
    ),
  )
}

const english = stringsOf(en)
const chinese = stringsOf(zh)

/** The keys that a language needs: for what is counted, one for each form that it has; `zero` is extra. */
function expectedKeys(language: string): string[] {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = [...english.keys()].flatMap(key => {
    const form = plural.exec(key)?.[1]
    if (form === undefined || form === 'zero') return [key]
    const base = key.replace(plural, '')
    return english.has(`${base}_one`) ? categories.map(category => `${base}_${category}`) : [key]
  })
  return [...new Set(keys)].sort()
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1] ?? ''))].sort()

test('English has every form of what is counted', () => {
  expect([...english.keys()].sort()).toEqual(expectedKeys('en'))
})

test('every string is translated into Chinese', () => {
  expect([...chinese.keys()].sort()).toEqual(expectedKeys('zh'))
})

test('a translation is filled with the same values', () => {
  const wrong = [...chinese].filter(
    ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
  )
  expect(wrong).toEqual([])
})

test('no translation is the English text, but for names and examples', () => {
  const same = [...chinese].filter(
    ([key, text]) => english.get(key) === text && /\p{L}{2}/u.test(text.replace(/\{\{[^}]*\}\}/g, '')),
  )
  expect(same.map(([key]) => key).sort()).toEqual([
    'app.name',
    'help.version',
    'search.help.either.example',
    'search.help.filter.example',
    'search.help.phrase.example',
    'search.help.regex.example',
    'search.help.status.example',
    'search.help.without.example',
  ])
})

test('the language of the system is the first that there is', () => {
  expect(chosenLanguage('system', ['fr-FR', 'zh-TW', 'en'])).toBe('zh')
  expect(chosenLanguage('system', ['en-GB', 'zh-CN'])).toBe('en')
  expect(chosenLanguage('system', ['fr'])).toBe('en')
  expect(chosenLanguage('zh', ['en'])).toBe('zh')
})
