/**
 * A path as the destination of a Markdown link: what would end it or means something else in an address is
 * percent-encoded, letters of every script stay, so that Obsidian and GitHub read it alike.
 */
export function encodeDestination(path: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are among what is encoded
  return path.replace(/[\u0000-\u0020\u007f\u00a0"#%()<>?[\\\]^`{|}]/g, encode)
}

/** The way from the folder of `from` to `to`, both relative to one root with forward slashes; not encoded. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1)
  const parts = to.split('/')
  let shared = 0
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) {
    shared += 1
  }
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}

function encode(character: string): string {
  const encoded = encodeURIComponent(character)
  return encoded === character
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encoded
}
