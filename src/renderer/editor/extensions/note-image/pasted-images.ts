/** An image that stands as text in pasted HTML. */
export interface PastedImage {
  /** Its whole tag. */
  readonly tag: string
  readonly file: File
}

const embedded = /<img\b[^>]*?\ssrc\s*=\s*(?:"(data:image\/[^"]+)"|'(data:image\/[^']+)')[^>]*>/gi
const unreachable = /<img\b[^>]*?\ssrc\s*=\s*["'](?:blob|file|cid):[^>]*>/gi

/** The images that pasted HTML brings along as `data:` addresses. */
export function embeddedImages(html: string): PastedImage[] {
  return [...html.matchAll(embedded)].flatMap(match => {
    const file = fileOf(match[1] ?? match[2] ?? '')
    return file === undefined ? [] : [{ tag: match[0], file }]
  })
}

/** HTML whose embedded images have other addresses; those without one go, and so does what can't be reached. */
export function withAddresses(
  html: string,
  images: readonly PastedImage[],
  addresses: readonly (string | undefined)[],
): string {
  let result = html.replace(unreachable, '')
  for (const [index, { tag }] of images.entries()) {
    const address = addresses[index]
    const replaced =
      address === undefined
        ? ''
        : tag.replace(
            /(\ssrc\s*=\s*)(?:"[^"]*"|'[^']*')/i,
            (_, name: string) => `${name}"${escaped(address)}"`,
          )
    result = result.replace(tag, () => replaced)
  }
  return result
}

/** Whether pasted HTML is nothing but one picture, as browsers write when an image is copied. */
export function isOnlyPicture(html: string): boolean {
  const text = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '')
  return /<img\b/i.test(text) && text.replace(/<[^>]*>|&nbsp;|\s+/g, '') === ''
}

function fileOf(address: string): File | undefined {
  const [, type = '', isBase64, data = ''] =
    /^data:(image\/[\w.+-]+)[^,]*?(;base64)?,([\s\S]*)$/i.exec(address) ?? []
  try {
    const characters = isBase64 === undefined ? decodeURIComponent(data) : atob(data.replace(/\s/g, ''))
    const bytes =
      isBase64 === undefined
        ? new TextEncoder().encode(characters)
        : Uint8Array.from(characters, character => character.charCodeAt(0))
    return bytes.byteLength === 0 ? undefined : new File([bytes], '', { type })
  } catch {
    return undefined
  }
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
