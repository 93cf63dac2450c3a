/** Languages that exports have words of their own in. */
export const exportLanguages = ['en', 'zh'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

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
  /** Names of navigation for screen readers. */
  readonly place: string
  readonly neighbours: string
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
    place: 'Place',
    neighbours: 'Neighbours',
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
    place: '位置',
    neighbours: '相邻页面',
  },
}

/** A hint as Markdown: a quotation that says what it is. */
export function quotedHint(hint: string, { hint: name, colon }: ExportWords): string {
  return `> ${name}${colon}${hint.replace(/\r\n?|\n/g, '\n> ')}`
}
