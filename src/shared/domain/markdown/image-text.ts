/** What stands between the brackets of an image: its description and, after a bar, its size as Obsidian writes it. */
export interface ImageText {
  readonly description: string
  /** In CSS pixels; undefined for the image's own. */
  readonly width: number | undefined
  readonly height: number | undefined
}

const sized = /^([\s\S]*?)\|(\d{1,5})(?:x(\d{1,5}))?$/

/** Reads `description|300` and `description|300x200`; without a size all of it is the description. */
export function parseImageText(alt: string): ImageText {
  const [, description, width, height] = sized.exec(alt) ?? []
  if (description === undefined || Number(width) === 0) {
    return { description: alt, width: undefined, height: undefined }
  }
  return { description, width: Number(width), height: height === undefined ? undefined : Number(height) }
}

/** Writes what `parseImageText` reads; a description on one line. */
export function formatImageText({ description, width, height }: ImageText): string {
  const line = description.replace(/\s+/g, ' ').trim()
  if (width === undefined) return line
  return `${line}|${Math.round(width)}${height === undefined ? '' : `x${Math.round(height)}`}`
}
