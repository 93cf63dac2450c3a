/** What starts a list item: `- `, `1. `, `1、`, `（1）`, `①`, `•` and the like. */
export interface ListMarker {
  readonly isOrdered: boolean
  /** Columns from the start of the line to the item's text. */
  readonly width: number
}

/** Reads the list marker that `text`, which has no indentation, starts with. */
export function readListMarker(text: string): ListMarker | undefined {
  const bullet = /^(?:[-*+–](?=\s|$)|[•●▪◦‣·])[ \t]*/.exec(text)?.[0]
  if (bullet !== undefined)
    return isRule(text) ? undefined : { isOrdered: false, width: widthOf(bullet, text) }
  const ordered = orderedMarkers.map(pattern => pattern.exec(text)?.[0]).find(match => match !== undefined)
  return ordered === undefined ? undefined : { isOrdered: true, width: widthOf(ordered, text) }
}

/** Whether a line is a thematic break. */
export function isRule(text: string): boolean {
  return /^\s*(?:-[ \t]*){3,}$|^\s*(?:\*[ \t]*){3,}$|^\s*(?:_[ \t]*){3,}$/.test(text)
}

const orderedMarkers = [
  /^\d{1,4}\\?[.)](?:[ \t]+|$)/,
  /^\d{1,4}[、．）][ \t]*/,
  /^\d{1,3}\.(?=[\p{Script=Han}A-Z`“"¿])/u,
  /^[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）][ \t]*/,
  /^[①-⑳][ \t]*/,
]

/** Markdown: five spaces or more after a marker are code, not indentation. */
function widthOf(marker: string, text: string): number {
  if (marker.length === text.length) return marker.trimEnd().length + 1
  const spaces = /[ \t]*$/.exec(marker)?.[0].length ?? 0
  return spaces > 4 ? marker.length - spaces + 1 : marker.length
}
