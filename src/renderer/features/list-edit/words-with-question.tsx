import { InlineMarkdown } from '../../editor/inline-markdown'

const gap = '\uE000'

/** A sentence with a question's text in it, as inline Markdown. `words` puts what it gets into the sentence. */
export function WordsWithQuestion({
  words,
  text,
}: {
  readonly words: (text: string) => string
  readonly text: string
}) {
  const [before = '', after = ''] = words(gap).split(gap)
  return (
    <>
      {before}
      <InlineMarkdown text={text} />
      {after}
    </>
  )
}
