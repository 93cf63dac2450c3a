import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeepLink, readLaunchArguments } from '../../../../src/shared/domain/launch-target'

test('a deep link leads to a question or a note by its id, and nowhere else', () => {
  expect(readDeepLink('answerbook://question/llm-03-04')).toEqual({ kind: 'question', id: 'llm-03-04' })
  expect(readDeepLink('answerbook://note/folder/A%20note.md')).toEqual({
    kind: 'note',
    path: 'notes/folder/A note.md',
  })
  for (const hostile of [
    'answerbook://note/../answerbook.json',
    'answerbook://note/%2e%2e/secret.md',
    'answerbook://note/a/../../b.md',
    'answerbook://note//etc/passwd.md',
    'answerbook://note/C:/x.md',
    'answerbook://note/a%5Cb.md',
    'answerbook://note/a%00.md',
    'answerbook://note/a.txt',
    'answerbook://question/a b',
    'answerbook://question/%zz',
    'answerbook://open/%2Ftmp',
    'answerbook:question/llm-03-04',
    'file:///etc/passwd',
    'https://example.com',
  ]) {
    expect({ hostile, target: readDeepLink(hostile) }).toEqual({ hostile, target: undefined })
  }
})

test('no text makes a deep link leave the notes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const target = readDeepLink(`answerbook://note/${text}`)
      if (target?.kind === 'note') expect(target.path.split('/')).not.toContain('..')
    }),
  )
})

test('a launch asks for a folder, a deep link, or nothing', () => {
  expect(readLaunchArguments(['--flag', '/home/me/notes'])).toEqual({
    kind: 'notebook',
    path: '/home/me/notes',
  })
  expect(readLaunchArguments(['C:\\Users\\me\\notes'])).toEqual({
    kind: 'notebook',
    path: 'C:\\Users\\me\\notes',
  })
  expect(readLaunchArguments(['answerbook://question/llm-01-01'])).toEqual({
    kind: 'question',
    id: 'llm-01-01',
  })
  expect(readLaunchArguments(['answerbook://evil/x', '/tmp'])).toBeUndefined()
  expect(readLaunchArguments(['https://example.com'])).toBeUndefined()
  expect(readLaunchArguments([])).toBeUndefined()
})
