import { encodeDestination, relativePath } from '../link-destination'

/** A link as it stands in a file, and the file that it is to lead to. */
export interface NewDestination {
  /** Of the file that has the link, and of the one that it is to lead to; both from the top of the notebook. */
  readonly from: string
  readonly to: string
  /** The destination as it is written, with its angle brackets. */
  readonly source: string
  /** The file that it names, decoded. */
  readonly file: string
  readonly isHtml: boolean
}

/** The destination of a link that leads to another file, written as it was: from the top or relative, in brackets or not. */
export function rewriteDestination({ from, to, source, file, isHtml }: NewDestination): string {
  const way = file.startsWith('/') ? `/${to}` : relativePath(from, to)
  const written = file.startsWith('./') && !way.startsWith('../') ? `./${way}` : way
  const hash = source.indexOf('#')
  const isBracketed = !isHtml && source.startsWith('<')
  const fragment = hash < 0 ? '' : source.slice(hash, isBracketed ? -1 : undefined)
  if (!isBracketed) return encodeDestination(written) + fragment
  return `<${written.replace(/[<>\\%#]/g, encodeURIComponent)}${fragment}>`
}
