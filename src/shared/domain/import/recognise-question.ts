/** How far a text's wording shows that it is a question: `certain` by a question mark or an interrogative. */
export type Likeness = 'certain' | 'likely' | 'none'

/** Judges one line, in English, Chinese or any language that ends questions with a question mark. */
export function likenessOf(text: string): Likeness {
  const plain = withoutMarks(text)
  if (plain === '') return 'none'
  if (/[?？](?:["”’')）\]】*_\s]|\p{Extended_Pictographic}|\uFE0F)*$/u.test(plain) || /^[¿]/.test(plain))
    return 'certain'
  if (/[?？](?=\s+[\p{Lu}\p{Ps}\p{Pi}]|\p{Script=Han})/u.test(plain)) return 'certain'
  if (isChineseQuestion(plain) || isEnglishInterrogative(plain)) return 'certain'
  return isImperative(plain) ? 'likely' : 'none'
}

/** Whether a text reads as a question or a task. */
export function isLikeQuestion(text: string): boolean {
  return likenessOf(text) !== 'none'
}

/** Whether a question needs what comes after it: "which of the following …", "… these steps:". */
export function announcesMore(text: string): boolean {
  return /[:：]\s*$|\b(?:following|below|these (?:options|prompts|statements|answers))\b|以下|下列|下面/i.test(
    text,
  )
}

/** Whether a text is wholly inside quotation marks. */
export function isQuoted(text: string): boolean {
  return /^(?:“[^“]*”|"[^"]*"|「[^「]*」|『[^『]*』|«[^«]*»|‘.*’)[.。,，;；]?$/s.test(text.trim())
}

/** Whether a question starts with its own label, such as `Q3:` or `问题1：`. */
export function hasQuestionLabel(text: string): boolean {
  return /^(?:\*\*|__)?\s*(?:Q(?:uestion)?|问题?|题目?)\s*\.?\s*\d*\s*(?:[.:：)、]|\*\*\s*[:：])/i.test(text)
}

/** The text without links' targets, code, HTML tags and emphasis. */
function withoutMarks(source: string): string {
  const text = source.length > 2000 ? `${source.slice(0, 1500)} ${source.slice(-500)}` : source
  return text
    .replace(/`[^`]*`/g, 'x')
    .replace(/!?\[\[?([^[\]]*)\]?\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (_, label: string) =>
      /^(?:src\d*|source|answer|ref|link)$/i.test(label) ? '' : label,
    )
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\[src\d*\]|[*_~]{1,3}/g, '')
    .replace(/^(?:Q\s*)?\d+(?:\.\d+)*\s*[.):、：]?\s*/i, '')
    .replace(/^[^\p{L}\p{N}¿]+/u, '')
    .trim()
}

const interrogatives =
  /^(?:what|what[’']s|why|how|when|where|which|who|whom|whose|in (?:which|what)|on (?:which|what)|under (?:which|what)|for (?:which|what)|to what|true or false|have you|can you|could you|would you|do you|did you|are there|is there|tell (?:me|us)|talk about|quais|qual|qué|cuál|cómo|comment|pourquoi|quelle?s?|was ist|wie|warum)\b/i

/** "When the wind blows, …" and "How to use this list" are none; a comma or a title's form tells. */
function isEnglishInterrogative(text: string): boolean {
  if (!interrogatives.test(text)) return false
  if (/^(?:when|where|while)\b/i.test(text))
    return /^(?:when|where)\s+(?:do|does|did|is|are|was|were|should|would|can|to|will)\b/i.test(text)
  return text.split(/\s+/).length >= 3
}

const imperatives =
  /^(?:please\s+)?(?:explain|describe|define|compare|contrast|discuss|implement|given|suppose|imagine|differentiate|distinguish|outline|summari[sz]e|prove|derive|calculate|compute|mention|illustrate|evaluate|analy[sz]e|estimate|briefly|elaborate|demonstrate|solve|convert|rewrite|justify|determine|consider|assume)\b/i
const nounsToo =
  /^(?:please\s+)?(?:design|list|name|state|find|build|create|show|write|give|draw|sketch|identify|provide|take|taking|walk|make|use|check|reverse|merge|return|print|count|sort|develop|plan|model|code|generate|propose)\s+(?:an?|the|your|some|any|all|each|every|how|what|why|if|whether|me|us|two|three|four|five|\d+|it|this|that|these|you|we|one)\b/iu

const auxiliaries = /^(?:if|is|are|do|does|did|can|could|should|would|will|has|have|was|were)\s+\S/i

function isImperative(text: string): boolean {
  if (imperatives.test(text)) return text.split(/\s+/).length >= 2
  return (nounsToo.test(text) || auxiliaries.test(text)) && text.split(/\s+/).length >= 4
}

const chineseQuestionWords =
  /什么|为何|为啥|如何|怎么|怎样|哪些|哪个|哪种|哪几|哪里|哪一|是否|区别|异同|能否|能不能|可不可以|多少|有何|有没有|会不会|是不是|谈谈|说说|谈一谈|说一说|说一下|讲一下|讲讲|介绍一下|介绍下|说下|讲下|吗$|呢$|么$/
const chineseImperatives =
  /^(?:请|简述|描述|解释|说明|介绍|列举|列出|比较|对比|分析|阐述|论述|概述|手写|手撕|实现|设计|写一|写出|写个|写下|画|举例|举一|试述|试|谈|说|讲|推导|证明|计算(?!机)|求|给定|给出|假设|已知|编写|用.{1,20}(?:实现|写)|使用.{1,20}(?:实现|写|画)|制作|你(?:对|的|觉得|认为|知道|了解|用过|平时|能|有|在|会|是)|聊)/

function isChineseQuestion(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) return false
  const last = text.replace(/[\s。.!！；;：:）)]+$/u, '')
  const isStatement = /[。；;]\s*$/.test(text) && text.length > 15
  return (
    (chineseQuestionWords.test(last) && !isStatement) || (chineseImperatives.test(last) && last.length >= 4)
  )
}
