import type { CalloutType } from '../markdown/callout-types'

/** Languages that exports have words of their own in. */
export const exportLanguages = ['en', 'zh'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

export interface ExportCounts {
  readonly questions: number
  /** How many of the questions have an answer. */
  readonly answered: number
  /** Notes that answer none of the questions. */
  readonly notes: number
}

/** The words that an export adds to the user's. */
export interface ExportWords {
  readonly contents: string
  readonly otherNotes: string
  /** Also before a hint, with a colon. */
  readonly hint: string
  readonly colon: string
  /** Above one of several answers. */
  answer(number: number): string
  /** `link` leads to where an answer stands. */
  see(link: string): string
  seeAnswer(number: number, link: string): string
  readonly search: string
  readonly onePage: string
  /** With `{n}` for the number. */
  readonly manyPages: string
  /** What an export has, below its title. */
  counts(counts: ExportCounts): string
  /** A day, where the program runs. */
  date(date: Date): string
  /** Names of navigation for screen readers. */
  readonly place: string
  readonly neighbours: string
  /** Of callouts without a title, as the editor names them. */
  readonly callouts: Readonly<Record<CalloutType, string>>
}

export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  en: {
    contents: 'Contents',
    otherNotes: 'Other notes',
    hint: 'Hint',
    colon: ': ',
    answer: number => `Answer ${number}`,
    see: link => `See ${link}.`,
    seeAnswer: (number, link) => `**Answer ${number}:** see ${link}.`,
    search: 'Search',
    onePage: '1 page',
    manyPages: '{n} pages',
    counts: ({ questions, answered, notes }) =>
      [
        ...(questions > 0 || notes === 0
          ? [`${many(questions, 'question')}, ${answered.toLocaleString('en')} with an answer`]
          : []),
        ...(notes > 0 ? [many(notes, questions > 0 ? 'other note' : 'note')] : []),
      ].join(', '),
    date: date => date.toLocaleDateString('en-GB', { dateStyle: 'long' }),
    place: 'Place',
    neighbours: 'Neighbours',
    callouts: {
      note: 'Note',
      abstract: 'Summary',
      info: 'Info',
      todo: 'To do',
      tip: 'Tip',
      success: 'Success',
      question: 'Question',
      warning: 'Warning',
      failure: 'Failure',
      danger: 'Danger',
      bug: 'Bug',
      example: 'Example',
      quote: 'Quote',
    },
  },
  zh: {
    contents: '目录',
    otherNotes: '其他笔记',
    hint: '提示',
    colon: '：',
    answer: number => `答案 ${number}`,
    see: link => `参见 ${link}。`,
    seeAnswer: (number, link) => `**答案 ${number}：** 参见 ${link}。`,
    search: '搜索',
    onePage: '1 页',
    manyPages: '{n} 页',
    counts: ({ questions, answered, notes }) =>
      [
        ...(questions > 0 || notes === 0 ? [`${questions} 个问题，${answered} 个有答案`] : []),
        ...(notes > 0 ? [`${notes} 篇${questions > 0 ? '其他' : ''}笔记`] : []),
      ].join('，'),
    date: date => date.toLocaleDateString('zh-CN', { dateStyle: 'long' }),
    place: '位置',
    neighbours: '相邻页面',
    callouts: {
      note: '注释',
      abstract: '摘要',
      info: '信息',
      todo: '待办',
      tip: '技巧',
      success: '成功',
      question: '问题',
      warning: '警告',
      failure: '失败',
      danger: '危险',
      bug: '缺陷',
      example: '示例',
      quote: '引用',
    },
  },
}

/** A hint as Markdown: a quotation that says what it is. */
export function quotedHint(hint: string, { hint: name, colon }: ExportWords): string {
  return `> ${name}${colon}${hint.replace(/\r\n?|\n/g, '\n> ')}`
}

function many(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
