import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importQuestionList } from '../../../../../src/shared/domain/import/import-question-list'

const folder = join(import.meta.dirname, '../../../../fixtures/question-lists')
const readFixture = (name: string) => readFileSync(join(folder, name), 'utf8')

/** A list as "line: text" by section, with what a question has besides. */
function imported(name: string): object {
  const { title, id, language, source, sections, warnings } = importQuestionList(readFixture(name), {
    fileName: name,
  })
  return {
    list: [title, id, language, source].filter(value => value !== undefined).join(' | '),
    sections: Object.fromEntries(
      sections.map(section => [
        section.title,
        section.questions.map(({ line, text, ...parts }) => {
          const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
          const start = `${line}: ${text}`
          return Object.keys(known).length === 0 ? start : [start, known]
        }),
      ]),
    ),
    warnings: warnings.map(({ line, message }) => `${line}: ${message}`),
  }
}

describe('importQuestionList reads', () => {
  it('bold and prose', () => {
    expect(imported('bold-and-prose.md')).toEqual({
      list: 'Baking | en',
      sections: {
        Dough: [
          [
            '12: What is gluten? 🍞',
            { answer: 'A network of proteins.\n\nTwo of them:\n\n- gliadin\n- glutenin' },
          ],
          ['23: Why does dough rest?', { answer: 'So that it can be stretched.' }],
        ],
        Ovens: [
          ['29: Measure the heat of an oven without a thermometer.', { answer: 'Use flour.' }],
          ['33: What is oven spring?', { answer: 'Rising in the first minutes.' }],
        ],
      },
      warnings: [
        '3: Line 3 left out: introduction: “The answers come from bakers.”',
        '5: Lines 5–8 left out: table of contents',
        '21: Line 21 left out: HTML without text',
      ],
    })
  })

  it('chinese', () => {
    expect(imported('chinese.md')).toEqual({
      list: '造船面试题 | zh',
      sections: {
        木船: ['7: 什么是龙骨？', ['8: 请解释船肋的作用', { hint: '想想鱼骨' }], '9: 简述榫卯与铁钉的区别'],
        硬帆: ['16: 硬帆和软帆有什么不同？', '17: 为什么帆要能转动？'],
        软帆: ['21: 如何收帆', '22: 谈谈你对逆风航行的理解'],
        问答: [
          ['26: 船为什么会浮？', { answer: '因为浮力。' }],
          ['29: 锚有几种？', { answer: '很多种。' }],
        ],
      },
      warnings: [
        '3: Line 3 left out: quotation: “> 不定时更新”',
        '10: Line 10 left out: links to answers elsewhere',
        '12: Line 12 left out: headings with no question directly under them',
      ],
    })
  })

  it('details', () => {
    expect(imported('details.md')).toEqual({
      list: 'Bees | en',
      sections: {
        Hive: [
          ['5: What is a brood box?', { answer: 'The box where the queen lays.\n\n* lower one\n* warm' }],
          ['14: Name the parts of a frame:', { body: '* top\n  * side', answer: 'See the picture.' }],
          '22: How do bees find home?',
        ],
        Honey: [['28: Why does honey set?', { answer: 'It is glucose.' }]],
      },
      warnings: [],
    })
  })

  it('extracted article', () => {
    expect(imported('extracted-article.txt')).toEqual({
      list: '12 Questions on Steam Engines | en',
      sections: {
        'Fire and Water': [
          '5: What does a boiler do that a kettle does not, and would a kettle with a whistle be an engine?',
          '6: Why do engineers speak of “dry” steam? Is it really dry?',
          [
            '7: Which of the following three labels would you put on a safety valve?',
            {
              body: '- “Do not touch”\n- “Opens at 10 bar”\n- “Built in Leeds. Opens at 10 bar; never tie it down ‘for a moment’.”',
            },
          ],
        ],
        'Moving Parts (Pistons)': [
          '12: For slow trains, fast trains and shunting, how should `cutoff` and `back_pressure` be set? How can you tell that the setting is the best one?',
          ['15: Why does an engine still shake at rest?', { hint: 'balance weights' }],
          '16: What happens if the marker `</s>` is missing on the gauge glass?',
          '18: When the piston sticks, which part do you open first?',
          '19: Take an engine that you know and draw its valve gear.',
        ],
        'Compound Engines': [
          '22: What is gained by using steam twice? (That is, when the second cylinder is larger than the first)',
          '23: Given two cylinders of one size, how would you share out the work?',
        ],
      },
      warnings: [
        '2: Lines 2–3 left out: introduction: “This page goes with the book Boilers for Everybody.”',
        '20: Line 20 left out: note: “(Note: Most of what concerns valves will be part of my nex…”',
        '24: Line 24 left out: note: “(Note: Most of what concerns compounds will be part of my…”',
        '25: Lines 25–29 left out: text after the last question: “About “Boilers for Everybody””',
      ],
    })
  })

  it('headings with answers', () => {
    expect(imported('headings-with-answers.md')).toEqual({
      list: 'Lighthouse questions | en',
      sections: {
        Optics: [
          [
            '15: What is a Fresnel lens?',
            {
              answer:
                'A lens cut into rings.\n\n#### Who made it\n\nAugustin Fresnel, for a *lighthouse*:\n\n- in 1822\n- in France',
            },
          ],
          [
            '28: Why do lights flash?',
            {
              hint: 'how does a sailor tell two lights apart?',
              answer: '```c\nflash(3);\n# Not a heading\n```',
            },
          ],
          '41: Explain the loom of a light',
        ],
        Keepers: [['45: What is a watch room?', { answer: 'The room below the lantern.' }]],
      },
      warnings: [
        '1: Lines 1 and 37 left out: HTML comments',
        '2: Line 2 left out: images and badges',
        '6: Line 6 left out: introduction: “A few words about lighthouses.”',
        '8: Lines 8–11 left out: table of contents',
        '26: Lines 26 and 39 left out: links back to the top',
        '49: Lines 49–56 left out: section about the document itself: “Contributors”',
      ],
    })
  })

  it('interrupted', () => {
    expect(imported('interrupted.md')).toEqual({
      list: 'Glass | en',
      sections: {
        Glass: [
          ['3: What is glass made of?', { answer: 'Sand, soda and lime.\n\n- sand: 70 %\n- soda: 15 %' }],
          ['10: Why is old glass green?', { answer: 'Iron.\n\n```text\nFe\n```' }],
          ['18: Describe float glass.', { answer: 'It floats on tin.\n\n1. melt\n2. pour' }],
        ],
      },
      warnings: [],
    })
  })

  it('labels', () => {
    expect(imported('labels.txt')).toEqual({
      list: 'Tea: questions and answers | en',
      sections: {
        'Tea: questions and answers': [
          ['3: What is oolong?', { answer: 'A tea between green and black.\nIt is rolled.' }],
          ['7: Why is water for green tea cooler?', { answer: 'Boiling water makes it bitter.' }],
          ['10: Who drank the first tea?', { answer: 'Nobody knows.' }],
        ],
      },
      warnings: [],
    })
  })

  it('links', () => {
    expect(imported('links.md')).toEqual({
      list: 'Sewing | en',
      sections: {
        'Questions & answers': [
          [
            '10: What is a bobbin?',
            { answer: "The lower thread's reel, see [the manual](https://example.org/manual)." },
          ],
          ['16: Explain how a zigzag is sewn', { answer: 'The needle swings.' }],
        ],
        'More questions elsewhere': [
          '22: [How is leather sewn?](https://example.org/leather)',
          '23: [Why do needles break?](https://example.org/needles)',
        ],
      },
      warnings: [
        '3: Line 3 left out: headings with no question directly under them',
        '5: Lines 5–6 left out: table of contents',
      ],
    })
  })

  it('nested bullets', () => {
    expect(imported('nested-bullets.md')).toEqual({
      list: 'Orchard exam | en',
      sections: {
        'Orchard exam': [
          '3: Why are trees pruned?',
          '4: Which month is best for it?',
          '5: Which tools does one need?',
          ['9: Describe three ways to store fruit.', { answer: '- in a cellar\n- in sand' }],
          ['12: Which of these keep longest?', { body: '- [ ] early apples\n- [ ] late apples' }],
          ['15: What does this label say?', { body: '```text\ncox 1825\n```' }],
        ],
        'Orchard exam › Apples': ['7: How is an apple tree grafted?', '8: What is a rootstock?'],
        Pears: [
          '23: What makes a pear gritty?',
          '24: ~~Why~~ do pears ripen from the *inside*?',
          '25: Is a quince a pear?',
        ],
      },
      warnings: [],
    })
  })

  it('numbered headings', () => {
    expect(imported('numbered-headings.md')).toEqual({
      list: 'Kilns | en',
      sections: {
        Kilns: [
          ['11: What is a kiln?', { answer: 'An oven for pots.' }],
          [
            '17: How hot is a kiln',
            {
              answer:
                'It depends on the clay.\n\n1. earthenware\n2. stoneware\n\n### Notes on heat\n\nMeasure it with cones.',
            },
          ],
          ['29: Why do pots crack?', { answer: '- air\n- water' }],
        ],
      },
      warnings: [
        '3: Lines 3–9 left out: table of contents',
        '15: Lines 15, 27 and 34 left out: links back to the top',
      ],
    })
  })

  it('own format', () => {
    expect(imported('own-format.md')).toEqual({
      list: 'Bridges: the whole list | bridges | en | the river board',
      sections: {
        'Chapter 1: Arches': [
          ['10: What does a keystone do?', { id: 'bridges-01-01', hint: 'what falls\n\nfirst?' }],
          [
            '14: Which of these stands alone?',
            { id: 'b-2', body: '1. an arch\n2. half an arch\n\nThink of the thrust.' },
          ],
        ],
        Beams: [
          ['23: # signs on a plan mean what?', { id: 'bridges-02-01' }],
          [
            '24: **Where** does a beam break? (Hint: not where you think)',
            { id: 'bridges-02-02', body: '- “at the end”\n- “in the middle”' },
          ],
          ['27: Compost', { id: 'bridges-02-03' }],
        ],
      },
      warnings: [],
    })
  })

  it('plain lines', () => {
    expect(imported('plain-lines.txt')).toEqual({
      list: 'Stars | en',
      sections: {
        Stars: [
          ['3: What is a pulsar?', { answer: 'It is a star that turns.' }],
          ['6: Why do stars twinkle?', { answer: 'Because of the air.' }],
        ],
      },
      warnings: [],
    })
  })

  it('quiz', () => {
    expect(imported('quiz.md')).toEqual({
      list: 'Quiz | en',
      sections: {
        Quiz: [
          [
            "1: What's the output?",
            {
              body: '```javascript\nconsole.log(typeof null)\n```\n\n- A: `null`\n- B: `object`',
              answer: '#### Answer: B\n\nIt has always been so.',
            },
          ],
          [
            "22: What's the output?",
            {
              body: "```javascript\nconsole.log(1 + '1')\n```\n\n- A: `2`\n- B: `11`",
              answer: '#### Answer: B',
            },
          ],
        ],
      },
      warnings: [],
    })
  })

  it('repeated headings', () => {
    expect(imported('repeated-headings.md')).toEqual({
      list: 'Zoo | en',
      sections: {
        'Birds › Food': ['7: What do owls eat?'],
        Homes: ['11: Where do storks nest?'],
        'Fish › Food': ['17: What do pike eat?'],
      },
      warnings: [],
    })
  })

  it('syllabus', () => {
    expect(imported('syllabus.md')).toEqual({
      list: 'Gardening exam | garden | en | the allotment society',
      sections: {
        Soil: ['11: Clay and sand', '12: Compost', '13: Acidity'],
        Water: ['17: Rain barrels', '18: Drip lines'],
      },
      warnings: [
        '6: Line 6 left out: front matter that says nothing about the list',
        '20: Lines 20–23 left out: section about the document itself: “Further reading”',
      ],
    })
  })

  it('table', () => {
    expect(imported('table.md')).toEqual({
      list: 'Knots | en',
      sections: {
        Knots: [
          ['5: What is a bight?', { answer: 'A bend in a rope\n\nLevel: easy' }],
          ['6: Which knot joins two ropes?', { answer: 'Sheet bend | reef knot\nor others' }],
        ],
      },
      warnings: ['7: Lines 7–11 left out: table without questions'],
    })
  })

  it('topics', () => {
    expect(imported('topics.md')).toEqual({
      list: 'Clockwork | en',
      sections: {
        'Questions about springs': [
          '5: Mainspring: What drives a watch?',
          [
            '9: Hairspring: Why must they not rust?',
            { body: 'Hairsprings are thin. They are made of steel.' },
          ],
        ],
        'Questions about wheels': ['17: Escapement: Tell me what ticks.'],
      },
      warnings: [],
    })
  })
})
