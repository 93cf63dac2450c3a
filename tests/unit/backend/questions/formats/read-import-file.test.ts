import { describe, expect, it } from 'vitest'
import { largestImportBytes, readImportFile } from '../../../../../src/backend/questions/read-import-file'
import { isAppError } from '../../../../../src/shared/contract/app-error'

const read = (name: string, text: string | Uint8Array) =>
  readImportFile({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text })

/** Sections with their questions: text, and answer, hint and body where there are any. */
function shown(name: string, text: string | Uint8Array): unknown {
  return read(name, text).sections.map(({ title, questions }) => [
    title,
    ...questions.map(({ text: words, answer, hint, body }) =>
      [words, answer, hint, body].filter(part => part !== undefined),
    ),
  ])
}

function codeOf(name: string, text: string | Uint8Array): unknown {
  try {
    read(name, text)
    return 'read'
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.code
  }
}

describe('a file of HTML', () => {
  it('is read as what it shows: headings with answers, lists, details', () => {
    const html = `<!doctype html><html><head><title>Quiz</title><script>alert(1)</script></head><body>
      <nav><ul><li><a href="/">What is home?</a></li></ul></nav>
      <h2>Storage</h2>
      <ol><li>What is a <code>B-tree</code>?</li><li>Why is <b>fsync</b> slow?</li></ol>
      <h2>FAQ</h2>
      <details><summary>What is RAFT?</summary><p>A consensus algorithm.</p><pre><code>a &lt; b</code></pre></details>
      <details><summary>What is a &lt;quorum&gt;?</summary><p>More than half.</p></details>
      </body></html>`
    expect(shown('quiz.html', html)).toEqual([
      ['Storage', ['What is a `B-tree`?'], ['Why is **fsync** slow?']],
      [
        'FAQ',
        ['What is RAFT?', 'A consensus algorithm.\n\n```\na < b\n```'],
        ['What is a &lt;quorum>?', 'More than half.'],
      ],
    ])
    expect(read('quiz.html', html).title).toBe('Quiz')
  })

  it('takes terms of a definition list for questions', () => {
    const html = '<h1>Terms</h1><dl><dt>What is a pod?</dt><dd>A group of containers.</dd></dl>'
    expect(shown('a.htm', html)).toEqual([['Terms', ['What is a pod?', 'A group of containers.']]])
  })
})

describe('a question over several lines', () => {
  it('of HTML is one (had a backslash in it)', () => {
    const html =
      '<h1>T</h1><ol><li>What is a tree?<br>Explain.</li><li>What is a graph?</li></ol><h2>U</h2><ul><li>Why is<br>that?</li></ul>'
    expect(shown('a.html', html)).toEqual([
      ['T', ['What is a tree? Explain.'], ['What is a graph?']],
      ['U', ['Why is that?']],
    ])
  })

  it.each([
    ['Line\nbreak?', ['Line break?']],
    ['为什么\n这样？', ['为什么这样？']],
    ['Explain this.\nWhy?', ['Explain this.', 'Why?']],
    ['Explain\n`a = 1`\nWhy?', ['Explain', '`a = 1`\nWhy?']],
    ['Explain\n\nWhy?', ['Explain', 'Why?']],
    ['Explain\nmore', ['Explain', 'more']],
  ])('of a table: %j', (cell, expected) => {
    const [[, question] = []] = shown('a.csv', `question,hint\n"${cell}",\n`) as [string, string[]][]
    expect(question).toEqual(expected)
  })

  it('has no id of a column that counts the rows', () => {
    const { sections } = read('a.csv', 'id,question\n1,Why?\nown-2,How?\n')
    expect(sections.flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual([undefined, 'own-2'])
  })
})

describe('cards without a head', () => {
  it('are known by the tab in every line', () => {
    expect(shown('deck.txt', 'What is anki?\tBack side\nSecond card?\tback 2\n')).toEqual([
      ['Deck', ['What is anki?', 'Back side'], ['Second card?', 'back 2']],
    ])
    expect(shown('list.txt', 'Topics\n\t1. What is A?\n\t2. What is B?\n')).not.toContainEqual(
      expect.arrayContaining([['Topics', '1. What is A?']]),
    )
  })
})

describe('a table', () => {
  it('has columns by the names of its first row', () => {
    const csv = 'id,Topic,Question,Answer,Hint\nq-1,A,"What is ""x"", really?","one\ntwo",think\n,B,Why?,,\n'
    expect(shown('my-list.csv', csv)).toEqual([
      ['A', ['What is "x", really?', 'one\ntwo', 'think']],
      ['B', ['Why?']],
    ])
    expect(read('my-list.csv', csv).sections[0]?.questions[0]).toMatchObject({ id: 'q-1', line: 2 })
    expect(read('my-list.csv', csv).title).toBe('My list')
  })

  it.each([
    ['a.tsv', 'What is a?\tOne.\n'],
    ['a.csv', '"What is a?";One.\n'],
    ['a.csv', '\uFEFFWhat is a?,One.\r\n'],
    ['a.csv', Buffer.from('\uFEFFWhat is a?\tOne.\n', 'utf16le')],
  ])('%s without names has questions and answers (%#)', (name, text) => {
    expect(shown(name, text)).toEqual([['A', ['What is a?', 'One.']]])
  })

  it('is free of the quotes that guard against formulas', () => {
    expect(shown('a.csv', "question,answer\nWhat is it?,'=1+1\n")).toEqual([['A', ['What is it?', '=1+1']]])
  })

  it.each([
    ['Number,Interview Question,Model Answer,Chapter\n1,"Explain X, Y",ans,C1\n', ['Number']],
    ['Frage;Antwort;Kapitel\n"Explain X, Y";ans;C1\n', []],
    ['Question,Answer,Category,Tags,Difficulty\n"Explain X, Y",ans,C1,a,2\n', ['Tags', 'Difficulty']],
  ])('knows columns by a word of their names, and says which it leaves out (%#)', (csv, left) => {
    expect(shown('a.csv', csv)).toEqual([['C1', ['Explain X, Y', 'ans']]])
    expect(read('a.csv', csv).warnings).toEqual(
      left.length === 0
        ? []
        : [
            {
              line: 1,
              message: `Columns left out: ${left.join(', ')}`,
              code: 'columns',
              values: { columns: left.join(', ') },
            },
          ],
    )
  })

  it('takes no first question for names', () => {
    const csv = 'What is a good question to ask,Many\nQuestion answering: how?,So\n'
    expect(shown('a.csv', csv)).toEqual([
      ['A', ['What is a good question to ask', 'Many'], ['Question answering: how?', 'So']],
    ])
  })

  it('tells how many rows have no question', () => {
    expect(read('a.csv', 'question,answer\nWhy?,x\n,y\n,z\n').warnings).toEqual([
      {
        line: 3,
        message: '2 rows without a question left out',
        code: 'rows-without-question',
        values: { count: 2 },
      },
    ])
  })
})

describe('text of Anki', () => {
  it('has decks, fields of HTML, formulas and clozes', () => {
    const text = [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
      'q-1\tML::Basics\tWhat is <b>loss</b>?\t<p>\\(a_1 + b_2\\)</p>\tx',
      'k\tML\tThe {{c1::gradient::what}} points {{c2::up}}.\t\t',
      '',
    ].join('\n')
    expect(shown('export.txt', text)).toEqual([
      ['ML › Basics', ['What is **loss**?', '$a_1 + b_2$']],
      ['ML', ['The [what] points […].', 'The **gradient** points **up**.']],
    ])
    expect(read('export.txt', text).sections[0]?.questions[0]).toMatchObject({ id: 'q-1', line: 6 })
  })
})

describe('JSON', () => {
  it('has keys in any case, and says what has no question', () => {
    const json = JSON.stringify([
      { Front: 'F?', Back: 'B' },
      { Question: 'Q2', Category: 'C' },
      { name: 'x' },
    ])
    expect(shown('l.json', json)).toEqual([
      ['L', ['F?', 'B']],
      ['C', ['Q2']],
    ])
    expect(read('l.json', json).warnings).toEqual([
      {
        line: 3,
        message: '1 entry without a question left out',
        code: 'entries-without-question',
        values: { count: 1 },
      },
    ])
  })

  it.each<[string, unknown, unknown]>([
    ['texts', ['What is a?', 'What is b?'], [['L', ['What is a?'], ['What is b?']]]],
    [
      'objects with sections',
      [
        { question: 'Why?', answer: 'So.', category: 'A', hint: 'h' },
        { front: 'How?', back: 'Thus.' },
      ],
      [
        ['A', ['Why?', 'So.', 'h']],
        ['L', ['How?', 'Thus.']],
      ],
    ],
    [
      'a list with sections',
      { title: 'T', sections: [{ title: 'S', questions: [{ text: 'Why?' }] }] },
      [['S', ['Why?']]],
    ],
    [
      'sections by key',
      { 'Part one': ['Why?'], 'Part two': { questions: ['How?'] } },
      [
        ['Part one', ['Why?']],
        ['Part two', ['How?']],
      ],
    ],
    [
      'choices',
      { questions: [{ question: 'Which?', options: ['red', 'blue'], answer: 1 }] },
      [['L', ['Which?', 'blue', '- red\n- blue']]],
    ],
  ])('of %s', (_name, value, expected) => {
    expect(shown('l.json', JSON.stringify(value))).toEqual(expected)
  })
})

describe('an outline', () => {
  it('has sections, questions with notes, and questions with their answers below them', () => {
    const opml = `<?xml version="1.0" encoding="UTF-8"?><!-- mine -->
<opml version="2.0"><head><title>Exam</title></head><body>
<outline text="Graphs"><outline text="What is a tree?" _note="No cycles &amp; connected.&#10;Really."/>
<outline text="Why are they &lt;b&gt;fast&lt;/b&gt;?"><outline text="short paths"><outline text="log n"/></outline></outline></outline>
<outline text="Sets"><outline text="Deep"><outline text="Define a set"/></outline></outline>
</body></opml>`
    const expected = [
      [
        'Graphs',
        ['What is a tree?', 'No cycles & connected.\nReally.'],
        ['Why are they **fast**?', '- short paths\n  - log n'],
      ],
      ['Sets › Deep', ['Define a set']],
    ]
    expect(shown('exam.opml', opml)).toEqual(expected)
    expect(shown('exam.xml', opml)).toEqual(expected)
    expect(read('exam.opml', opml).title).toBe('Exam')
  })
})

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<opml><body><outline text="&b;"/></body></opml>`
const nest = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)

describe('what is hostile or damaged', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['a billion laughs', 'a.opml', laughs, 'import/bad-format'],
    [
      'an external entity',
      'a.opml',
      laughs.replace('"ha"', 'SYSTEM "file:///etc/passwd"'),
      'import/bad-format',
    ],
    [
      'outlines without end',
      'a.opml',
      `<opml><body>${nest('<outline text="x">', '</outline>', 100_000)}`,
      'import/bad-format',
    ],
    ['XML that ends early', 'a.opml', '<opml><body><outline text="What?">', 'import/bad-format'],
    [
      'elements without end',
      'a.html',
      `<p>What is it?</p>${nest('<div>', '</div>', 20_000)}`,
      'import/bad-format',
    ],
    ['lists without end', 'a.html', nest('<ul><li>', '</li></ul>', 5_000), 'import/bad-format'],
    ['JSON without end', 'a.json', nest('[', ']', 200_000), 'import/bad-format'],
    ['JSON that ends early', 'a.json', '["What?"', 'import/bad-format'],
    ['a row without end', 'a.csv', `"${'x,'.repeat(2_000_000)}`, 'import/bad-format'],
    ['a line of HTML of 5 MB', 'a.html', `<p>${'x '.repeat(2_500_000)}`, 'import/bad-format'],
    ['50 MB', 'a.csv', new Uint8Array(50 * 1024 * 1024), 'import/too-large'],
    ['bytes', 'a.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'import/not-text'],
    ['half a UTF-16 character', 'a.csv', Uint8Array.of(0xff, 0xfe, 0x00), 'import/not-text'],
    ['Latin-1', 'a.html', Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9), 'import/not-text'],
    ['a picture', 'a.png', 'x', 'import/unsupported-format'],
    ['XML that is no outline', 'a.xml', '<a/>', 'import/unsupported-format'],
    ['nothing', 'a.json', ' ', 'import/empty'],
    ['no questions', 'a.json', '{"a": 1}', 'import/no-questions'],
    ['a table of nothing', 'a.csv', 'question,answer\n,\n', 'import/no-questions'],
  ])('%s is refused', (_name, file, text, code) => {
    expect(codeOf(file, text)).toBe(code)
  })

  it('gives no script and no data of images', () => {
    const html =
      '<h1>Q</h1><h2>What is <img src=x onerror=alert(1)>it?</h2><p><a href="javascript:alert(1)">x</a><script>1</script>' +
      '<img src="data:image/png;base64,AAAA"></p>'
    expect(JSON.stringify(read('a.html', html))).not.toMatch(/onerror|<script|base64/)
  })

  it('takes no file of more than 20 MB', () => {
    expect(largestImportBytes).toBe(20 * 1024 * 1024)
  })
})
