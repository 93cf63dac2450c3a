import { describe, expect, it } from 'vitest'
import { externalUrl } from '../../../../src/shared/domain/external-url'

describe('externalUrl', () => {
  it.each(['https://example.org/a?b#c', 'HTTP://example.org', 'mailto:a@example.org', ' https://a.org '])(
    'lets %j out',
    url => expect(externalUrl(url)).toBe(url.trim()),
  )

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'vscode://x',
    '\\\\server\\share',
    '//example.org',
    'https:example.org',
    'https:///example.org',
    'https://a.org\\@b.org',
    'https://a.org/\nx',
    'java\nscript:x',
    'https://a.org/\u202Egpj.exe',
    'mailto:a@b\r\nBcc: c',
    '',
  ])('keeps %j in', url => expect(externalUrl(url)).toBeUndefined())
})
