import { fileTitle } from './file-title'
import { readFrontMatter, type FrontMatterProblem } from './front-matter'
import { splitFrontMatter } from './split-front-matter'
import { plainInline } from './markdown/parse-markdown'
import type { ScannedLink } from './markdown/scan-links'
import { scanMarkdown, type ScannedHeading } from './markdown/scan-markdown'

/** What the notebook's index knows of a note; the text itself stays in the file. */
export interface Note {
  /** Relative to the notebook, with forward slashes: `notes/….md`. */
  readonly path: string
  readonly title: string
  readonly answers: readonly string[]
  readonly tags: readonly string[]
  readonly headings: readonly ScannedHeading[]
  /** Offsets are in the body, without front matter. */
  readonly links: readonly ScannedLink[]
  readonly hasText: boolean
  /** Set when the front matter could not be read. */
  readonly problem: FrontMatterProblem | undefined
}

/** Reads a note's text. The title is `title:` of the front matter, else the first heading, else the file name. */
export function readNote(path: string, text: string): Note {
  const { yaml, body } = splitFrontMatter(text)
  const { title, answers, tags, problem } = readFrontMatter(yaml)
  const { headings, links, hasText } = scanMarkdown(body)
  const heading = headings[0] === undefined ? '' : plainInline(headings[0].text)
  return {
    path,
    title: title ?? (heading || fileTitle(path)),
    answers,
    tags,
    headings,
    links,
    hasText,
    problem,
  }
}
