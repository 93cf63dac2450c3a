import { isImageName } from './image-type'

/** The largest file that is taken into a notebook, in bytes. */
export const largestFileBytes = 50 * 1024 * 1024

/**
 * Extensions of files that people keep with their notes, whose programs show them. What runs when it is opened is not among
 * them, nor what a browser runs scripts of.
 */
const shownExtensions = new Set(
  [
    'pdf epub djvu txt text md markdown csv tsv json yaml yml toml log tex bib rtf',
    'doc docx odt xls xlsx ods ppt pptx odp pages numbers key',
    'png jpg jpeg gif webp avif bmp tif tiff heic',
    'mp3 m4a aac wav flac ogg opus mp4 m4v mov mkv webm',
    'zip gz tar 7z apkg drawio excalidraw parquet',
  ].flatMap(line => line.split(' ')),
)

const plainTextExtensions = new Set('txt text md markdown csv tsv json yaml yml toml log tex bib'.split(' '))

/** `PDF` for `attachments/x.pdf`; empty for a name without an extension. */
export function fileKind(path: string): string {
  return extensionOf(path).toUpperCase()
}

/** Whether the program that opens a file of this name only shows it. */
export function isShownWhenOpened(path: string): boolean {
  return shownExtensions.has(extensionOf(path))
}

/** Whether what is called so is surely meant as a file, and not as a note whose title has a full stop. */
export function isKnownFileName(path: string): boolean {
  return isShownWhenOpened(path) || isImageName(path)
}

/** Whether a browser may show a file of this name as plain text. */
export function isPlainTextName(path: string): boolean {
  return plainTextExtensions.has(extensionOf(path))
}

function extensionOf(path: string): string {
  return /\.([^./\\ ]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? ''
}
