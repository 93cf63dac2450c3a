import type { ReactNode } from 'react'
import { lazyPart } from '../state/lazy-part'
import { parsedBlocks, parsedInline } from './lazy-parsed-markdown'
import { wordsAndCode } from './words-and-code'

interface MarkdownProps {
  readonly text: string
}

const ParsedInline = lazyPart(parsedInline, asWritten)

/**
 * A line of Markdown (a question, a title) as React text: emphasis, code and line breaks; links lose their target. It is shown as
 * it is written until the parser is there, which titles of words and code don't need.
 */
export function InlineMarkdown({ text }: MarkdownProps) {
  const pieces = wordsAndCode(text)
  if (pieces === undefined) return <ParsedInline text={text} />
  return pieces.map(({ kind, text: piece }, index) =>
    kind === 'code' ? <code key={index}>{piece}</code> : piece,
  )
}

/** Several blocks of Markdown, for what belongs to a question: paragraphs, lists, code, quotes. */
export const BlockMarkdown = lazyPart(parsedBlocks, asWritten)

function asWritten({ text }: MarkdownProps): ReactNode {
  return text
}
