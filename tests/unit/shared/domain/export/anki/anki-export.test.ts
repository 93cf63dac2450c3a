import { describe, expect, it } from 'vitest'
import { AnkiExport } from '../../../../../../src/shared/domain/export/anki/anki-export'
import {
  ankiHeader,
  ankiLine,
  type AnkiCard,
} from '../../../../../../src/shared/domain/export/anki/anki-text'
import { readerOf, sourceOf, type ExportFixture } from '../export-fixture'
import { hostileNotes, hostileTitles } from '../hostile-texts'
import { readRows } from '../read-rows'

const answer = (body: string, ...ids: string[]) =>
  `---\nanswers: [${ids.join(', ') || 'q-1'}]\ntags: [one two, b]\n---\n${body}`

async function cardsOf(fixture: ExportFixture) {
  const result = new AnkiExport(sourceOf(fixture), {
    read: readerOf(fixture),
    mediaName: async path => (path.endsWith('.png') ? 'answerbook-1.png' : undefined),
  })
  const cards: AnkiCard[] = []
  for await (const card of result.cards()) cards.push(card)
  return { result, cards }
}

describe('AnkiExport', () => {
  it('makes a card of each question, with its hint to unfold', async () => {
    const { cards } = await cardsOf({
      lists: {
        'g.md': '## Gates::all\n\n- What is *it*? ^q-1\n  > Hint: two\n  > lines\n  - “one”\n- Why? ^q-2\n',
      },
      notes: { 'notes/a.md': answer('An *answer*, see [[b]].', 'q-1', 'q-2'), 'notes/b.md': answer('Two.') },
    })
    expect(cards).toEqual([
      {
        guid: 'q-1',
        deck: ['Book', '01 Gates::all'],
        front:
          '<p>What is <em>it</em>?</p>\n<ul>\n<li>“one”</li>\n</ul>\n<details><summary>Hint</summary><p>two\nlines</p></details>',
        back: '<p><strong>Answer 1: a</strong></p>\n<p>An <em>answer</em>, see b.</p>\n<p><strong>Answer 2: b</strong></p>\n<p>Two.</p>',
        tags: ['g', 'one two', 'b'],
      },
      {
        guid: 'q-2',
        deck: ['Book', '01 Gates::all'],
        front: '<p>Why?</p>',
        back: '<p>An <em>answer</em>, see b.</p>',
        tags: ['g', 'one two', 'b'],
      },
    ])
  })

  it.each([
    ['$a<b$', '<p>\\(a&#x3C;b\\)</p>'],
    ['$$\na\n$$', '\\[a\\]'],
    ['\\\\(x\\\\) [latex]', '<p>\\\u2060(x\\\u2060) [\u2060latex]</p>'],
    ['`[sound:a.mp3]`', '<p><code>[\u2060sound:a.mp3]</code></p>'],
    ['![i](../attachments/i%201.png)', '<p><img src="answerbook-1.png" alt="i"></p>'],
    ['![[i 1.png|200]]', '<p><img src="answerbook-1.png" alt="i 1.png" width="200"></p>'],
    [
      '> [!note]- *T* [latex]\n> a',
      '<blockquote>\n<p><strong><em>T</em> [\u2060latex]</strong></p>\n<p>a</p>\n</blockquote>',
    ],
    ['![i](../attachments/t.txt)', '<p><a>i</a></p>'],
    [
      '[t](../attachments/t.txt) [w](https://a.org)',
      '<p><a>t</a> <a href="https://a.org" rel="noreferrer">w</a></p>',
    ],
  ])('writes %j on the back', async (body, expected) => {
    const { cards } = await cardsOf({
      notes: { 'notes/a.md': answer(body) },
      files: ['attachments/i 1.png', 'attachments/t.txt'],
    })
    expect(cards[0]?.back).toBe(expected)
  })

  it('leaves no mark of its own in what any title or note says', async () => {
    const list = hostileTitles.map((title, index) => `- ${title.replace(/\s/g, ' ')} ^q-${index}\n`).join('')
    const { cards } = await cardsOf({
      lists: { 'a.md': `## ${hostileTitles.join(' ')}\n\n${list}` },
      notes: Object.fromEntries(
        hostileNotes.map((text, index) => [`notes/${index}.md`, answer(text, `q-${index}`)]),
      ),
    })
    const rows = readRows(cards.map(ankiLine).join(''), '\t')
    expect(rows.map(row => row.length)).toEqual(cards.map(() => 5))
    expect(rows.map(([guid, , front, back]) => [guid, front, back])).toEqual(
      cards.map(({ guid, front, back }) => [guid, front, back]),
    )
    for (const { front, back } of cards)
      expect((front + back).replace(/"[^"]*"/g, '')).not.toMatch(/<(?:script|iframe)|<[^>]* on\w+=/)
  })
})

it('writes what Anki reads back: quotes, tabs and line breaks in a field, decks and tags without their own marks', () => {
  const card = {
    guid: 'q',
    deck: ['A::b', 'C "d"\ne'],
    front: 'say "x"\ty',
    back: '#1\r\n2',
    tags: ['one two', 'b'],
  }
  expect(readRows(ankiLine(card), '\t')).toEqual([
    ['q', 'A:b::C ”d” e', 'say "x"\ty', '#1\r\n2', 'one_two b'],
  ])
  expect(ankiHeader.split('\n')).toContain('#guid column:1')
})
