import i18next from 'i18next'
import { expect, it } from 'vitest'
import { readImportFile } from '../../../../../src/backend/questions/read-import-file'
import { importWarningWords } from '../../../../../src/renderer/features/exchange/import-warning-words'
import en from '../../../../../src/renderer/locales/en.json'
import zh from '../../../../../src/renderer/locales/zh.json'

const inLanguage = async (lng: string) => {
  const instance = i18next.createInstance()
  await instance.init({
    lng,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
  })
  return instance.t
}
const warningsOf = (name: string, text: string) => readImportFile({ name, bytes: Buffer.from(text) }).warnings

const markdown = `Some words & more.

# Part

## Group

### Tokens

- What is a token?

| a | b |
| - | - |
| 1 | 2 |

## Group two

### Heads

- What is a head?
`
const files = [
  ['a.csv', 'question,answer,count\nWhy?,x,1\n,y,2\n'],
  ['a.json', '{"questions":["Why?",{"answer":"x"}]}'],
  ['a.md', markdown],
] as const

it('says in English what the command line says', async () => {
  const t = await inLanguage('en')
  const warnings = files.flatMap(([name, text]) => warningsOf(name, text))
  expect(warnings.length).toBeGreaterThan(4)
  expect(
    warnings.map(warning => importWarningWords(t, warning).replace(/(\d), (\d+) left/, '$1 and $2 left')),
  ).toEqual(warnings.map(({ message }) => message))
})

it('says it in Chinese (said it in English)', async () => {
  const t = await inLanguage('zh')
  expect(
    files.map(([name, text]) => warningsOf(name, text).map(warning => importWarningWords(t, warning))),
  ).toEqual([
    ['略去的列：count', '略去 1 行没有题目的内容'],
    ['略去 1 个没有题目的条目'],
    [
      '略去第 1 行：引言“Some words & more.”',
      '略去第 5、15 行：其下没有直接列出题目的标题',
      '略去第 11–13 行：没有题目的表格',
    ],
  ])
})
