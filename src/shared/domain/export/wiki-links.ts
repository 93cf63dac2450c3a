/** What would end a wiki link, or begin what hides it: code, a formula, HTML. */
const unsafe = /[[\]|\n\r$`<\\]/

/** `[[target|label]]`; undefined where it can't be written so. In a table the bar is written `\|`. */
export function wikiLinkTo(target: string | undefined, label: string, isInTable = false): string | undefined {
  if (target === undefined || unsafe.test(target) || unsafe.test(label)) return undefined
  return label === '' || label === target ? `[[${target}]]` : `[[${target}${isInTable ? '\\' : ''}|${label}]]`
}

/** What a wiki link has after `#` for a heading: its words, as Obsidian writes them. Empty when there are none. */
export function wikiHeading(text: string): string {
  return text
    .replace(/[#|^[\]\\$`<%:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What wiki links call the files of a folder: by their names, or by their paths where several have one name. */
export class WikiNames {
  readonly #counts = new Map<string, number>()

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const key = keyOf(nameOf(path))
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    }
  }

  /** Of a Markdown file of the folder. */
  nameFor(path: string): string {
    const name = nameOf(path)
    return this.#counts.get(keyOf(name)) === 1 ? name : path.replace(/\.md$/, '')
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '')
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
