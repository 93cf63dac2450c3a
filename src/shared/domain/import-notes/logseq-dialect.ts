import { plainInline } from '../markdown/parse-markdown'
import { safeLabel } from '../wiki-link'
import type { VaultDialect } from './vault-dialect'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const idLine = new RegExp(`^[ \\t]*(?:[-*][ \\t]+)?id::[ \\t]*(${uuid})[ \\t]*$`, 'i')
const longestLabel = 80

interface Block {
  readonly page: string
  readonly words: string
}

/**
 * Logseq's folder of files: pages by names with `___` or `%2F` for slashes, journals by dates, blocks with `id::` properties and
 * `((references))` to them.
 */
export class LogseqDialect implements VaultDialect {
  readonly #root: string
  readonly #blocks = new Map<string, Block>()

  /** @param root of the graph, with a slash at its end unless it is empty */
  constructor(root: string) {
    this.#root = root
  }

  noteFor(path: string): string | undefined {
    const inGraph = path.startsWith(this.#root) ? path.slice(this.#root.length) : undefined
    if (inGraph === undefined) return path
    if (/^logseq\//i.test(inGraph)) return undefined
    return inGraph.startsWith('pages/') ? `${this.#root}${pageName(inGraph)}.md` : path
  }

  learn(text: string, path: string): string[] {
    const page = pageName(path)
    for (const { id, words } of blocksWithIds(text)) this.#blocks.set(id, { page, words })
    const names = ['title', 'alias'].flatMap(key =>
      (pageProperty(text, key) ?? '').split(key === 'alias' ? /[,，]/ : /$^/),
    )
    return [page, ...names.map(name => name.replace(/^\s*\[\[|\]\]\s*$/g, '').trim()), ...journalNames(page)]
  }

  convert(text: string): string {
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
    const lines: string[] = []
    for (const line of text.split(/\r?\n/)) {
      const id = idLine.exec(line)?.[1]?.toLowerCase()
      const at = lines.findLastIndex(candidate => candidate.trim() !== '')
      if (id !== undefined && at >= 0) lines[at] = `${(lines[at] ?? '').trimEnd()} ^${id}`
      else if (!/^[ \t]*(?:id|collapsed)::/i.test(line)) lines.push(line)
    }
    return lines.map(line => this.#withLinks(line)).join(lineBreak)
  }

  #withLinks(line: string): string {
    return line
      .replace(new RegExp(`\\{\\{embed \\(\\((${uuid})\\)\\)\\}\\}`, 'gi'), (all, id: string) =>
        this.#linkTo(id, all, true),
      )
      .replace(/\{\{embed (\[\[[^\]]+\]\])\}\}/gi, '!$1')
      .replace(new RegExp(`\\(\\((${uuid})\\)\\)`, 'gi'), (all, id: string) => this.#linkTo(id, all, false))
  }

  /** A reference to a block that no page has stays as it is. */
  #linkTo(id: string, written: string, isEmbed: boolean): string {
    const block = this.#blocks.get(id.toLowerCase())
    if (block === undefined) return written
    const target = `${block.page}#^${id.toLowerCase()}`
    return isEmbed ? `![[${target}]]` : `[[${target}|${block.words || block.page}]]`
  }
}

/** The name of a page by its file: `___` and `%2F` are slashes. */
function pageName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '')
  const decoded = name.replace(/(?:%[0-9A-F]{2})+/gi, part => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
  return decoded
    .replace(/___/g, '/')
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .join('/')
}

/** How Logseq names the page of a day, in its usual format and two others. */
function journalNames(page: string): string[] {
  const [, year, month, day] = /^(\d{4})[_-](\d{2})[_-](\d{2})$/.exec(page) ?? []
  if (year === undefined || month === undefined || day === undefined) return []
  const number = Number(day)
  const ending =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return [`${months[Number(month) - 1]} ${number}${ending}, ${year}`, `${year}-${month}-${day}`]
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A property at the head of the page. */
function pageProperty(text: string, key: string): string | undefined {
  for (const line of text.split(/\r?\n/).slice(0, 20)) {
    const [, name, value] = /^\s*(?:-\s+)?([\w-]+)::\s*(.*)$/.exec(line) ?? []
    if (name === undefined) return undefined
    if (name.toLowerCase() === key) return value
  }
  return undefined
}

function blocksWithIds(text: string): { readonly id: string; readonly words: string }[] {
  const found: { readonly id: string; readonly words: string }[] = []
  let block = ''
  for (const line of text.split(/\r?\n/)) {
    const id = idLine.exec(line)?.[1]
    if (id !== undefined) found.push({ id: id.toLowerCase(), words: wordsOf(block) })
    else if (/^\s*[-*]\s/.test(line)) block = line
  }
  return found
}

function wordsOf(block: string): string {
  const words = safeLabel(plainInline(block.replace(/^\s*[-*]\s+/, '').replace(/[()]{2}/g, '')))
  return words.length > longestLabel ? `${words.slice(0, longestLabel).trimEnd()}…` : words
}
