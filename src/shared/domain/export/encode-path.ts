/** A relative path as the destination of a link: percent-encoded part by part, parentheses and quotes too. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map(part => encodeURIComponent(part).replace(/[()']/g, escapeCharacter))
    .join('/')
}

/** The way from the folder of the file `from` to the file `to`; both with forward slashes, below one folder. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1)
  const parts = to.split('/')
  let common = 0
  while (common < folders.length && common < parts.length - 1 && folders[common] === parts[common])
    common += 1
  return [...folders.slice(common).map(() => '..'), ...parts.slice(common)].join('/')
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
