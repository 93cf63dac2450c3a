/** A kind of image that a page can show; `extensions` are the ones its files may have, the usual one first. */
export interface ImageType {
  readonly contentType: string
  readonly extensions: readonly [string, ...string[]]
}

const png: ImageType = { contentType: 'image/png', extensions: ['.png'] }
const jpeg: ImageType = { contentType: 'image/jpeg', extensions: ['.jpg', '.jpeg'] }
const gif: ImageType = { contentType: 'image/gif', extensions: ['.gif'] }
const webp: ImageType = { contentType: 'image/webp', extensions: ['.webp'] }
const avif: ImageType = { contentType: 'image/avif', extensions: ['.avif'] }
const bmp: ImageType = { contentType: 'image/bmp', extensions: ['.bmp'] }
const svg: ImageType = { contentType: 'image/svg+xml', extensions: ['.svg'] }
const all = [png, jpeg, gif, webp, avif, bmp, svg]

const svgStart =
  /^(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s+svg\b[^[>]*(?:\[[^\]]*\])?[^>]*>)*<svg[\s>]/i
const looksAtBytes = 4096

/** What kind of image `bytes` are, by their first bytes and not by any name; undefined when they are none. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const head = latin(bytes.subarray(0, 16))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return png
  if (head.startsWith('\xff\xd8\xff')) return jpeg
  if (/^GIF8[79]a/.test(head)) return gif
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return webp
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return avif
  if (/^BM[\s\S]{4}\0\0\0\0/.test(head)) return bmp
  const start = latin(bytes.subarray(0, looksAtBytes)).replace(/^\xef\xbb\xbf/, '')
  return svgStart.test(start) ? svg : undefined
}

/** The kind of image that a file of this name is taken for; undefined when it is none. */
export function imageTypeOfName(name: string): ImageType | undefined {
  const extension = /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase()
  return extension === undefined ? undefined : all.find(({ extensions }) => extensions.includes(extension))
}

/** Whether a file of this name is shown in a text: anything else is linked. */
export function isImageName(name: string): boolean {
  return imageTypeOfName(name) !== undefined
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
