import type { TFunction } from 'i18next'
import type { ImportWarningView } from '../../../shared/contract/question-procedures'

/** What an import says of a part that it leaves out, in the language of the window. */
export function importWarningWords(t: TFunction, { code, values }: ImportWarningView): string {
  if (code !== 'left-out') return t(`import.warning.${code}`, { count: 0, ...values })
  const { what, words, lines = '', hidden, last } = values
  const separator = t('import.warning.separator')
  const shown = String(lines).split(', ').join(separator)
  const part = t(`import.part.${String(what)}` as 'import.part.prose')
  return t('import.warning.left-out', {
    count: /[–,]/.test(String(lines)) ? 2 : 1,
    lines: hidden === 0 ? shown : t('import.warning.more', { lines: shown, hidden, last }),
    what: words === '' ? part : t('import.warning.quoted', { what: part, words }),
  })
}
