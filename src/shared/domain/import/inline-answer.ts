/** A question and the answer that follows it on the same line. */
export interface InlineAnswer {
  readonly question: string
  readonly answer: string
}

/** Splits "**What is it?** A thing." and "Q: What is it? A: A thing."; undefined where no answer follows. */
export function splitInlineAnswer(text: string): InlineAnswer | undefined {
  const [, bold = '', after = ''] =
    /^((?:\*\*|__)[^*_]+[?？:：]?(?:\*\*|__)[?？]?)\s*[:：–—-]?\s*(\S.*)$/s.exec(text) ?? []
  const isQuestion = /[?？]\W*$/.test(bold)
  if (isQuestion && /[\p{L}\p{N}]/u.test(withoutLinks(after))) return { question: bold, answer: after }
  if (!/^\W*(?:Q|Question|问|问题)\s*\d*\W*[:：]/i.test(text)) return undefined
  const label = /\s(?:\*\*)?(?:A|Answer|答|答案)\s*\d*\s*(?:\*\*)?[:：](?:\*\*)?\s*(?=\S)/.exec(text)
  if (label === null) return undefined
  return { question: text.slice(0, label.index).trim(), answer: text.slice(label.index + label[0].length) }
}

/** "[source](…)" after a question is no answer. */
function withoutLinks(text: string): string {
  return text.replace(/\[[^[\]]*\]?\]\([^()]*\)|<[^<>]*>|[(（](?:hints?|提示)[^()（）]*[)）]/gi, '')
}
