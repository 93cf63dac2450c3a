import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../../src/shared/domain/front-matter'
import { splitFrontMatter } from '../../../../src/shared/domain/split-front-matter'

const nothing = { title: undefined, answers: [], tags: [], problem: undefined }

describe('splitFrontMatter', () => {
  it.each([
    ['\uFEFF---\r\na: 1\r\n---\r\nbody', { bom: '\uFEFF', block: '---\r\na: 1\r\n---\r\n', yaml: 'a: 1' }],
    ['---\n---\nbody', { bom: '', block: '---\n---\n', yaml: '' }],
    ['---\n# why\nkey: 1\n---\nbody', { bom: '', block: '---\n# why\nkey: 1\n---\n', yaml: '# why\nkey: 1' }],
    ['---\na: 1\nbody', { bom: '', block: '', yaml: '' }],
    ['body', { bom: '', block: '', yaml: '' }],
  ])('divides %j', (text, parts) => {
    const split = splitFrontMatter(text)
    expect(split).toEqual({ ...parts, body: text.slice(parts.bom.length + parts.block.length) })
  })

  it('takes a text between two rules for text (lost the answer that began with a rule)', () => {
    expect(splitFrontMatter('---\n\nIn short.\n\n---\nMore').block).toBe('')
    expect(splitFrontMatter('---\n- a list\n---\n').block).toBe('')
  })
})

describe('readFrontMatter', () => {
  it.each([
    ['answers: [a, b]\ntags: [x]\ntitle: T', { title: 'T', answers: ['a', 'b'], tags: ['x'] }],
    ['answers:\n  - a\n  - "b"\ntags: "#x, y"', { answers: ['a', 'b'], tags: ['x', 'y'] }],
    ['tag: x', { tags: ['x'] }],
    ['tag: [a, "#b"]\ntags: b c, d', { tags: ['b', 'c', 'd', 'a'] }],
    ['answers: 007\ntitle: 2024-01-02', { title: '2024-01-02', answers: ['007'] }],
    ['answers: [007, 1.50]', { answers: ['007', '1.50'] }],
    ['answers:\ntitle: "  "', {}],
    ['- a', {}],
    ['', {}],
  ])('reads %j', (yaml, expected) => {
    expect(readFrontMatter(yaml)).toEqual({ ...nothing, ...expected })
  })

  it.each([
    ['a: [b', 'indentation', 1],
    ['x: 1\na: "\n\n', 'missing-character', 2],
    ['x: 1\r\na: b: c\r\ny: 2', 'colon', 2],
    ['x: 1\n\ty: 2', 'tab', 2],
    ['x: @y', 'start', 1],
    ['x: "\\q"', 'not-yaml', 1],
  ] as const)('says on one line what is wrong with %j', (yaml, reason, line) => {
    const detail = expect.stringMatching(/^\S.*\S$/)
    expect(readFrontMatter(yaml)).toEqual({ ...nothing, problem: { reason, line, detail } })
  })

  it('reads YAML nested without end (opened no notebook with such a note)', () => {
    expect(readFrontMatter(`a: ${'['.repeat(50_000)}`).problem?.reason).toBe('too-deep')
  })
})
