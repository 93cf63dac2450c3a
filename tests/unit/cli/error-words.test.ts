import { describe, expect, it } from 'vitest'
import { errorWords } from '../../../src/cli/error-words'
import { AppError, appErrorCodes } from '../../../src/shared/contract/app-error'

const data = {
  path: '/a',
  name: 'a.md',
  notebook: '/n',
  id: 'llm',
  suggestion: 'b',
  detail: 'why',
  reason: 'no-permission',
  systemCode: 'EIO',
  limit: 20 * 1024 * 1024,
  format: 'pdf',
  number: 9,
  message: 'oh\nno',
  issues: ['text: too long'],
}

describe('errorWords', () => {
  it.each(appErrorCodes)('says on one line what went wrong and what to do for %s', code => {
    expect(errorWords(new AppError(code, data))).toMatch(/^(?!.*undefined)[^\n]{8,}: [^\n]{8,}$/)
  })

  it.each([
    ['import/too-large', 'a.md is too large: import files of at most 20 MB'],
    ['contract/invalid-input', 'a value is not valid (text: too long): see "answerbook --help"'],
    ['internal', 'something went wrong (oh no): run again with --debug and report it'],
  ] as const)('says of %s: %s', (code, words) => {
    expect(errorWords(new AppError(code, data))).toBe(words)
  })
})
