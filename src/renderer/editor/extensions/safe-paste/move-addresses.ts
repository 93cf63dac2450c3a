import { Fragment, type Mark, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'
import { applyEdits } from '../../../../shared/domain/export/markdown-edits'
import { encodeDestination, relativePath } from '../../../../shared/domain/link-destination'
import { decodePath } from '../../../../shared/domain/link-keys'
import { linkPlaces } from '../../../../shared/domain/rename/link-places'
import { joinPath } from '../../../../shared/domain/resolve-link'

/** What was copied from the note at `from`, for the note at `to`: its relative addresses lead where they led before. */
export function moveAddresses(slice: Slice, from: string, to: string): Slice {
  if (folderOf(from) === folderOf(to)) return slice
  const move: Move = address => movedAddress(address, from, to)
  return new Slice(movedContent(slice.content, move), slice.openStart, slice.openEnd)
}

type Move = (address: string) => string

/** Addresses from the top of the notebook lead there from everywhere, also those that only name its `attachments/`. */
function movedAddress(address: string, from: string, to: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^[/#?]|^attachments\/|^$/i.test(address)) return address
  const [, file = '', rest = ''] = /^([^?#]*)([?#][^]*)?$/.exec(address) ?? []
  const goal = joinPath(from, decodePath(file))
  return goal === undefined ? address : encodeDestination(relativePath(to, goal)) + rest
}

function movedContent(content: Fragment, move: Move): Fragment {
  return Fragment.from(content.content.map(node => movedNode(node, move)))
}

function movedNode(node: ProseMirrorNode, move: Move): ProseMirrorNode {
  const { attrs, type } = node
  const marks = node.marks.map(mark => movedMark(mark, move))
  switch (type.name) {
    case 'text':
      return node.mark(marks)
    case 'image':
      return type.create({ ...attrs, src: move(String(attrs['src'])) }, null, marks)
    case 'rawInline':
      return type.create({ ...attrs, source: movedSource(String(attrs['source']), move) }, null, marks)
    case 'rawBlock': {
      const source = movedSource(node.textContent, move)
      return node.copy(Fragment.from(source === '' ? [] : [type.schema.text(source)]))
    }
    default:
      return node.copy(movedContent(node.content, move)).mark(marks)
  }
}

function movedMark(mark: Mark, move: Move): Mark {
  if (mark.type.name !== 'link') return mark
  return mark.type.create({ ...mark.attrs, href: move(String(mark.attrs['href'])) })
}

function movedSource(source: string, move: Move): string {
  const edits = linkPlaces(source).flatMap(place => {
    if (place.kind === 'wiki') return []
    const moved = move(place.destination)
    return moved === place.destination ? [] : [{ start: place.start, end: place.end, text: moved }]
  })
  return applyEdits(source, edits)
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
