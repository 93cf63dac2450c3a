import { isForeignTemporary } from './sync/is-foreign-temporary'

const maxCharacters = 80
/** Common file systems allow 255 bytes; conflict copies and temporary files add to the name. */
const maxBytes = 200

/** Windows looks at what stands before the first dot, without spaces at its end. */
const windowsNames = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i

/**
 * A file name (with `extension`, such as `.md`) that is valid on Windows, macOS and Linux and in a wiki link:
 * NFC, at most 80 characters, none of `<>:"/\|?*#^[]` nor control characters, no dot or space at its ends, and none that is
 * left out when the notebook is read.
 * `isTaken` is asked with names in lower case; a taken one gets a number.
 */
export function fileNameFor(
  text: string,
  extension: string,
  isTaken: (lowerCaseName: string) => boolean,
): string {
  const cleaned = clean(text)
  const stem = usable(cleaned)
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` ${count}`
    const short = shorten(stem, suffix.length + extension.length) || 'Untitled'
    const name = usable(short) + suffix + extension
    if (!isTaken(name.toLowerCase())) return name
  }
}

/** Whether Windows has a name for itself, also with an extension, so that no file can have it. */
export function isReservedOnWindows(name: string): boolean {
  return windowsNames.test(name)
}

/** The names that a folder below `notes/` is asked for by; `.` and `..` lead nowhere. */
export function folderSegments(folder: string): string[] {
  const names = folder.split('/').filter(name => clean(name) !== '')
  return names[0]?.toLowerCase() === 'notes' ? names.slice(1) : names
}

/** The name of a folder among those that are `there`: one of them, also with other capitals, or a new one as `fileNameFor` makes it. */
export function folderNameFor(wanted: string, there: readonly string[]): string {
  const shown = there.filter(name => !isForeignTemporary(name))
  const safe = fileNameFor(wanted, '', () => false)
  const isSafe = (name: string): boolean => name.normalize('NFC').toLowerCase() === safe.toLowerCase()
  return shown.find(name => name === wanted.trim()) ?? shown.find(isSafe) ?? safe
}

function usable(stem: string): string {
  return isReservedOnWindows(stem) || isForeignTemporary(stem) ? `Note ${stem}` : stem
}

function clean(text: string): string {
  return (
    text
      .normalize('NFC')
      // eslint-disable-next-line no-control-regex -- control characters are what is removed here
      .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, ' ')
      .replace(/[<>:"/\\|?*#^[\]`]/g, ' ')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '')
  )
}

function shorten(stem: string, reserved: number): string {
  let result = ''
  let bytes = reserved
  let characters = reserved
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(stem)) {
    bytes += utf8Length(segment)
    characters += segment.length
    if (characters > maxCharacters || bytes > maxBytes) return cutAtWord(result)
    result += segment
  }
  return result
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ')
  const cut = space > text.length * 0.6 ? text.slice(0, space) : text
  return cut.replace(/[. ,;:]+$/, '')
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
