import { PDFDict, PDFHexString, PDFName, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import type { OutlineItem } from '../../../shared/domain/export/html/print-outline'
import type { PdfOutput } from './pdf-output'
import type { WrittenRef } from './written-ref'

export interface OutlineOptions {
  readonly output: PdfOutput
  readonly context: PDFContext
  /** Where an item leads to: an array that begins with a page. */
  readonly destinationOf: (item: OutlineItem) => PDFObject | undefined
}

interface Level {
  readonly first: WrittenRef
  readonly last: WrittenRef
  /** Items of this level and of those below that are unfolded. */
  readonly shown: number
}

/**
 * Writes bookmarks, of which the first level is unfolded. Returns their root; undefined when there are none.
 *
 * The source of the format is ISO 32000-1, 12.3.3.
 */
export function* writeOutline(
  items: readonly OutlineItem[],
  options: OutlineOptions,
): Generator<Uint8Array, WrittenRef | undefined> {
  const { output, context } = options
  const root = output.reserve()
  const level = yield* writeLevel(items, { parent: root, depth: 0 }, options)
  if (level === undefined) return undefined
  const { first, last, shown } = level
  yield output.object(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: shown }))
  return root
}

function* writeLevel(
  items: readonly OutlineItem[],
  { parent, depth }: { readonly parent: WrittenRef; readonly depth: number },
  options: OutlineOptions,
): Generator<Uint8Array, Level | undefined> {
  const { output, context, destinationOf } = options
  const refs = items.map(() => output.reserve())
  const [first, last] = [refs[0], refs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  let shown = items.length
  for (const [index, ref] of refs.entries()) {
    const item = items[index]
    if (item === undefined) continue
    const below = yield* writeLevel(item.items, { parent: ref, depth: depth + 1 }, options)
    const isOpen = depth === 0
    if (below !== undefined && isOpen) shown += below.shown
    const entry = PDFDict.withContext(context)
    const set = (key: string, value: PDFObject | undefined): void => {
      if (value !== undefined) entry.set(PDFName.of(key), value)
    }
    set('Title', PDFHexString.fromText(item.title))
    set('Parent', parent)
    set('Prev', refs[index - 1])
    set('Next', refs[index + 1])
    set('First', below?.first)
    set('Last', below?.last)
    set('Count', below === undefined ? undefined : context.obj(isOpen ? below.shown : -below.shown))
    set('Dest', destinationOf(item))
    yield output.object(ref, entry)
  }
  return { first, last, shown }
}
