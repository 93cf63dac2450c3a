/** A heading's words: no links' targets, anchors, tags, emphasis or decoration around it. */
export function plainHeading(source: string): string {
  if (source.length > maxLength) return source.trim()
  return source
    .replace(/\[\[?[^\p{L}\p{N}[\]]*\]?\]\([^()]*\)/gu, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/\*\*|__|~~/g, '')
    .replace(/^\s*\\?(?=[*_])([*_])([^*_]*)\1\s*$/, '$2')
    .replace(/^[\p{Extended_Pictographic}\uFE0F\u200D\s:：]+(?=\S)/u, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]$/, '')
    .trim()
}

const maxLength = 1000

const prefixes = [
  /^(?:chapter|section|part|unit|module|lesson|lecture|topic|week|day)\s+(?:\d+|[ivxlc]+)\s*[:：.–—-]*\s*/i,
  /^第\s*[一二三四五六七八九十百零\d]+\s*[章节部分篇讲课单元回]+\s*[:：.、–—-]*\s*/,
  /^[一二三四五六七八九十]{1,3}\s*[、.．:：]\s*/,
  /^[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]\s*/,
  /^\d{1,3}(?:\.\d{1,3})*\s*\\?(?:[.)、:：．]|\s[–—-])\s*(?!\d)/,
  /^\d{1,3}(?:\.\d{1,3})+\s+/,
  /^\d{1,3}\s+(?=\p{Script=Han})/u,
  /^[IVX]{1,5}\.\s+/,
]

/** "Chapter 3: Graphs" → "Graphs"; the number stays where nothing else is left. */
export function stripSectionNumber(title: string): string {
  for (const prefix of prefixes) {
    const rest = title.replace(prefix, '').trim()
    if (rest !== title && /[\p{L}\p{N}]/u.test(rest)) return rest
  }
  return title
}

/** Whether a line says of itself that it is a heading: "Chapter 3: …", "第一章 …". */
export function hasChapterNumber(text: string): boolean {
  return /^(?:chapter|part|unit|module|lesson)\s+(?:\d+|[ivxlc]+)\b|^第\s*[一二三四五六七八九十百零\d]+\s*[章节部篇讲单]/i.test(
    text,
  )
}

const meta =
  /^(?:table of contents?|contents?|toc|contribut\w*|how to contribute|contributors?.*|licen[sc]e.*|acknowledge?ments?|credits?|sponsors?|support(?: us| this.*| the .*)?|translations?|about(?: (?:this|the|me|us).*)?|references?|resources?|further reading|(?:useful )?links|change ?log|disclaimer|getting (?:started|involved)|how to use(?: this.*)?|authors?|donat\w*|community|star history|copyright|see also|sources?|navigation|preparation resources|目录|目錄|贡献.{0,4}|许可.{0,4}|致谢|参考(?:资料|文献|链接)?|联系(?:我们?|作者|方式)|关于(?:本.*|我们?|作者)?|赞助|更新(?:日志|记录)?|友情链接|交流群?|版权.{0,4}|前言|贡献者)$/i

/** Whether a heading is about the document itself rather than about its subject. */
export function isMetaHeading(title: string): boolean {
  return meta.test(title.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim())
}

/** Whether a heading announces a table of contents. */
export function isContentsHeading(title: string): boolean {
  return (
    /^(?:table of contents?|contents?|toc|index|目录|目錄|navigation)\b/i.test(
      title.replace(/^[^\p{L}]+/u, ''),
    ) || /目录$/.test(title)
  )
}
