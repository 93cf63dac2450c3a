import type { Nodes } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Construct, Extension } from 'micromark-util-types'
import { walkMarkdown } from './walk-markdown'

const whole = gfm()
const withoutEmails: Extension = { ...whole, text: withoutConstruct(whole.text ?? {}, 'emailAutolink') }

/**
 * GitHub's syntax for a text. Bare addresses of mail are tried at every word, which takes a fifth of the time of parsing: in a
 * text without `@` there can't be any.
 */
export function gfmSyntax(text: string): Extension {
  return text.includes('@') ? whole : withoutEmails
}

/** The tree of GitHub's syntax: what looks for bare addresses does so only where there may be one. */
export const gfmTree: readonly FromMarkdownExtension[] = gfmFromMarkdown().map(extension => ({
  ...extension,
  ...(extension.transforms === undefined || extension.transforms === null
    ? {}
    : {
        transforms: extension.transforms.map(
          transform =>
            (...[tree]: Parameters<typeof transform>) =>
              mayHaveAddress(tree) ? transform(tree) : undefined,
        ),
      }),
}))

function mayHaveAddress(tree: Nodes): boolean {
  for (const node of walkMarkdown(tree))
    if (node.type === 'text' && /@|https?:\/\/|www\./i.test(node.value)) return true
  return false
}

type TextSyntax = NonNullable<Extension['text']>

function withoutConstruct(syntax: TextSyntax, name: string): TextSyntax {
  const kept = (construct: Construct): boolean => construct.name !== name
  return Object.fromEntries(
    Object.entries(syntax).map(([code, constructs]) => [
      code,
      (Array.isArray(constructs) ? constructs : [constructs ?? []].flat()).filter(kept),
    ]),
  )
}
