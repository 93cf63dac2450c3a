const schemes = new Set(['http', 'https', 'mailto'])

/**
 * A URL that may be handed to the system's browser or mail program: `http`, `https` or `mailto`, without white
 * space, control characters and marks that turn the direction of the text. Anything else (`file:`, UNC paths, other programs' schemes) is undefined.
 */
export function externalUrl(text: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*):(.+)$/is.exec(text.trim())
  if (match?.[1] === undefined || !schemes.has(match[1].toLowerCase())) return undefined
  // eslint-disable-next-line no-control-regex -- control characters are what is refused here
  if (/[\s\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069\\]/.test(match[0])) return undefined
  if (match[1].toLowerCase() === 'mailto') return match[0]
  return /^\/\/[^/]/.test(match[2] ?? '') ? match[0] : undefined
}
