import { splitInlineAnswer } from './inline-answer'
import { isLikeQuestion, likenessOf } from './recognise-question'

const answerStart =
  /^(?:\*\*|__|[*_])?\s*(?:A|Ans|Answers?|Solutions?|答案?|回答|解答|参考答案|解析)\s*\d*\s*(?:\*\*|__|[*_])?\s*(?:[:：]|[.](?=\s)(?!\s*$))\s*(?:\*\*|__|[*_])?[ \t]*/i

/** Whether a text starts with `A:`, `Answer:`, `答：` or the like. */
export function isAnswerLabel(text: string): boolean {
  return answerStart.test(text) && !/^A\.\s/.test(text)
}

/** The text without its answer label. */
export function withoutAnswerLabel(text: string): string {
  return text.replace(answerStart, '')
}

/** Whether a summary only offers to show the answer ("Answer", "Show answer", "点击查看答案"). */
export function isAnswerSummary(summary: string): boolean {
  const words = summary
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '') return true
  return (
    /^(?:(?:show|see|view|reveal|open|check|click|tap|press|expand|here|to|for|me|the|an?|it|my|this|full|correct|sample|suggested|possible) )*(?:answers?|solutions?|explanations?|details|more|reveal|expand|here|spoilers?)$/i.test(
      words,
    ) || /^(?:点击|展开|查看|显示|参考|详细)*(?:答案|解答|解析|回答|答|详情|展开|查看)$/.test(words)
  )
}

/** Whether a summary is a hint's. */
export function isHintSummary(summary: string): boolean {
  return /^\P{L}*(?:(?:show|see|view|click for|need a)\s+)?(?:an?\s+|the\s+)?(?:hints?|提示)\P{L}*$/iu.test(
    summary,
  )
}

/** Whether a `<details>` summary is itself a question. */
export function isQuestionSummary(summary: string): boolean {
  return !isAnswerSummary(summary) && !isHintSummary(summary) && isLikeQuestion(summary)
}

/** Whether a paragraph is a question set wholly in bold, or a task behind a bold number (`**3)** …`). */
export function isBoldQuestion(text: string): boolean {
  if (/^\*\*\d{1,4}\s*[.):、](?!\d)/.test(text) || /^\*\*\d{1,4}\s*\*\*\s*[.):、]/.test(text)) return true
  if (splitInlineAnswer(text) !== undefined) return true
  const [, bold = '', after = ''] = /^(?:\*\*|__)(.+?)(?:\*\*|__)(.*)$/s.exec(text) ?? []
  if (bold === '' || /[\p{L}\p{N}]/u.test(after.replace(/\[[^[\]]*\]\([^()]*\)|<[^<>]*>/g, ''))) return false
  return (
    likenessOf(bold) === 'certain' ||
    (isLikeQuestion(bold) && !/[:：]$/.test(bold)) ||
    /^\d{1,3}[.)]\s/.test(bold)
  )
}
