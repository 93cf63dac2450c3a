const english = /\b(?:the|of|is|are|what|how|and|to|in|a|why|does|do|for|between|you|can|with|explain)\b/gi

/** `zh` where Chinese characters dominate, `en` where Latin letters and English function words do. */
export function detectLanguage(texts: readonly string[]): 'en' | 'zh' | undefined {
  const sample = texts
    .slice(0, 300)
    .join('\n')
    .replace(/\]\([^()]*\)/g, ']')
    .slice(0, 50_000)
  const chinese = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const latinWords = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0
  const others =
    sample.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hangul}]/gu)?.length ?? 0
  if (chinese > latinWords && chinese > 10 * kana && chinese > others) return 'zh'
  const functionWords = sample.match(english)?.length ?? 0
  return latinWords > 0 && functionWords >= latinWords * 0.2 && latinWords > others ? 'en' : undefined
}
