import { parseXml, XmlElement } from '@rgrove/parse-xml'
import type { ImportedQuestionList } from '../../../shared/domain/import/imported-question-list'
import { isLikeQuestion } from '../../../shared/domain/import/recognise-question'
import { htmlToMarkdown } from './html-to-markdown'
import { listOfRows, titleOfFile, type QuestionRow } from './list-of-rows'

const deepest = 100

/**
 * An outline (OPML 2.0): entries with entries below them are sections, the others questions, with `_note` as their answer. An
 * entry that asks is a question also with entries below it; those are its answer.
 *
 * @throws Error for what is no XML, RangeError for entities of its own, which could grow without end, and deep nesting.
 */
export function readOpml(text: string, name: string): ImportedQuestionList {
  if (/<!ENTITY/i.test(text)) throw new RangeError('entities of its own')
  const depth = deepestNesting(text)
  if (depth > deepest) throw new RangeError('outlines nested too deeply')
  const root = parseXml(text.replace(/^\uFEFF/, ''), { includeOffsets: true }).root
  const body = elementsOf(root).find(element => element.name === 'body')
  const head = elementsOf(root).find(element => element.name === 'head')
  const title = elementsOf(head)
    .find(element => element.name === 'title')
    ?.text.trim()
  const rows: QuestionRow[] = []
  const lineOf = lineCounter(text)
  for (const outline of elementsOf(body)) collect(outline, { titles: [], rows, lineOf })
  return listOfRows(rows, { title: title === undefined || title === '' ? titleOfFile(name) : title })
}

interface Place {
  readonly titles: readonly string[]
  readonly rows: QuestionRow[]
  readonly lineOf: (offset: number) => number
}

function collect(outline: XmlElement, { titles, rows, lineOf }: Place): void {
  const text = textOf(outline.attributes['text'])
  const children = elementsOf(outline)
  if (children.length > 0 && !isLikeQuestion(text)) {
    const inner = { titles: text === '' ? titles : [...titles, text], rows, lineOf }
    for (const child of children) collect(child, inner)
    return
  }
  const parts = [textOf(outline.attributes['_note']), nestedList(children, '')]
  rows.push({
    section: titles.join(' › ') || undefined,
    question: text,
    answer: parts.filter(part => part !== '').join('\n\n'),
    line: lineOf(outline.start),
  })
}

function nestedList(outlines: readonly XmlElement[], indentation: string): string {
  return outlines
    .flatMap(outline => [
      `${indentation}- ${textOf(outline.attributes['text']).replace(/\s+/g, ' ')}`,
      nestedList(elementsOf(outline), `${indentation}  `),
    ])
    .filter(line => line !== '')
    .join('\n')
}

/** Outliners write HTML into attributes. */
function textOf(attribute: string | undefined): string {
  const text = attribute ?? ''
  return (/<\/?[a-z][^>]*>|&[a-z#]/i.test(text) ? htmlToMarkdown(text).markdown : text).trim()
}

function elementsOf(element: XmlElement | null | undefined): XmlElement[] {
  return (element?.children ?? []).filter(child => child instanceof XmlElement)
}

/** Counted before parsing, which takes a call for each level. */
function deepestNesting(text: string): number {
  let depth = 0
  let most = 0
  for (const [tag, close, selfClose] of text.matchAll(/<(\/?)[A-Za-z][^<>]*?(\/?)>/g)) {
    if (close === '/') depth -= 1
    else if (selfClose !== '/' && !tag.endsWith('/>')) depth += 1
    most = Math.max(most, depth)
  }
  return most
}

function lineCounter(text: string): (offset: number) => number {
  let at = 0
  let line = 1
  return offset => {
    for (; at < offset; at += 1) if (text[at] === '\n') line += 1
    return line
  }
}
