import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentColumns } from '../../../../src/backend/search/document-columns'

it('gives documents back as they were', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'notes/a.md', 'a\u007Fb'))
  const document = fc.record({
    kind: fc.constantFrom('question' as const, 'note' as const),
    id: text,
    path: text.filter(path => path !== ''),
    title: text,
    section: text,
    tags: fc.array(text, { maxLength: 2 }),
    questions: fc.array(text, { maxLength: 2 }),
    stamp: text,
    isCut: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(document), documents => {
      const stored: unknown = JSON.parse(JSON.stringify(documentColumns.encode(documents)))
      expect(documentColumns.decode(stored)).toEqual(documents)
    }),
  )
})
