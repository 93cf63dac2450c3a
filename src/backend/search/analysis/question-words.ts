/** What Chinese questions and requests for explanations are put with: it says little about what is asked. */
const phrases = [
  '什么是',
  '是什么',
  '为什么',
  '有什么',
  '什么时候',
  '怎么样',
  '怎么办',
  '怎么用',
  '怎样',
  '如何',
  '为何',
  '哪些',
  '有哪些',
  '哪种',
  '哪个',
  '哪几种',
  '多少',
  '是否',
  '能否',
  '可以',
  '请问',
  '一下',
  '解释',
  '简述',
  '介绍',
  '说说',
  '谈谈',
  '了解吗',
  '我们',
  '你们',
  '他们',
  '这个',
  '那个',
  '的是',
]

const pairs = new Set([
  ...phrases.flatMap(phrase => [...phrase].slice(1).map((_, index) => phrase.slice(index, index + 2))),
  ...'吗呢么的了啊吧和何',
])

/** Whether a pair of characters (or one alone) belongs to how a question is put. */
export function isQuestionWord(pair: string): boolean {
  return pairs.has(pair)
}
