import type {
  ImportedQuestionList,
  ImportWarning,
} from '../../../shared/domain/import/imported-question-list'
import { listOfRows, titleOfFile, type QuestionRow } from './list-of-rows'

const deepest = 20
const questionKeys = ['question', 'q', 'front', 'prompt', 'text', 'title', '问题', '题目']
const answerKeys = ['answer', 'a', 'back', 'response', 'explanation', '答案', '回答']
const sectionKeys = ['section', 'category', 'topic', 'chapter', 'deck', 'subject']
const choiceKeys = ['choices', 'options', 'answers']
const titleKeys = ['title', 'name', 'section', 'category', 'topic', 'chapter']
const nestedKeys = [
  'questions',
  'items',
  'cards',
  'sections',
  'categories',
  'topics',
  'chapters',
  'data',
  'children',
]

type Fields = Readonly<Record<string, unknown>>

/**
 * JSON of common shapes: arrays of texts or of objects with a question, objects that hold such arrays under names like
 * `questions` or `sections`, and objects whose keys are sections. Lines are positions among the questions.
 *
 * @throws SyntaxError for what is no JSON, RangeError for what is nested more than twenty deep.
 */
export function readJson(text: string, name: string): ImportedQuestionList {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  const rows: QuestionRow[] = []
  const left: number[] = []
  collect(value, { section: undefined, depth: 0, rows, left })
  const head = isFields(value) ? byLowerCase(value) : {}
  return listOfRows(rows, {
    title: textIn(head, ['title', 'name']) ?? titleOfFile(name),
    id: textIn(head, ['id']),
    warnings: left.length === 0 ? [] : [leftOut(left)],
  })
}

interface Place {
  readonly section: string | undefined
  readonly depth: number
  readonly rows: QuestionRow[]
  /** Positions of what has no question and holds nothing that may have. */
  readonly left: number[]
}

function leftOut(positions: readonly number[]): ImportWarning {
  const count = positions.length
  return {
    line: positions[0] ?? 1,
    message: `${count} ${count === 1 ? 'entry' : 'entries'} without a question left out`,
    code: 'entries-without-question',
    values: { count },
  }
}

function collect(value: unknown, place: Place): void {
  const { section, depth, rows } = place
  if (depth > deepest) throw new RangeError('nested too deeply')
  if (Array.isArray(value)) {
    for (const item of value) collect(item, { ...place, depth: depth + 1 })
  } else if (typeof value === 'string') {
    rows.push({ section, question: value, line: rows.length + 1 })
  } else if (isFields(value)) collectFields(value, place)
}

function collectFields(own: Fields, place: Place): void {
  const { section, depth, rows, left } = place
  const fields = byLowerCase(own)
  const nested = nestedKeys.filter(key => Array.isArray(fields[key]) || isFields(fields[key]))
  const inner = (title: string | undefined): Place => ({
    section:
      depth === 0 ? title : [section, title].filter(part => part !== undefined).join(' › ') || undefined,
    depth: depth + 1,
    rows,
    left,
  })
  if (nested.length > 0) {
    const title = depth === 0 ? undefined : textIn(fields, titleKeys)
    for (const key of nested) collect(fields[key], inner(title))
    return
  }
  const row = rowOf(fields, place)
  if (row !== undefined) return void rows.push(row)
  const parts = Object.entries(own).filter(([, value]) => typeof value === 'object' && value !== null)
  if (parts.length === 0) left.push(rows.length + 1)
  for (const [key, value] of parts) collect(value, inner(key))
}

/** The same with lower-case keys. */
function byLowerCase(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]))
}

function rowOf(fields: Fields, { section, rows }: Place): QuestionRow | undefined {
  const question = textIn(fields, questionKeys)
  if (question === undefined) return undefined
  const choices = choiceKeys.map(key => fields[key]).find(value => Array.isArray(value)) as
    unknown[] | undefined
  const texts = (choices ?? []).map(choice =>
    isFields(choice) ? textIn(byLowerCase(choice), questionKeys) : toText(choice),
  )
  return {
    id: textIn(fields, ['id', 'guid', 'uid']),
    section: section ?? textIn(fields, sectionKeys),
    question,
    hint: textIn(fields, ['hint']),
    body: texts.map(text => `- ${text ?? ''}`).join('\n'),
    answer: answerIn(fields, texts),
    line: rows.length + 1,
  }
}

/** An answer that is a number names one of the choices, from 0. */
function answerIn(fields: Fields, choices: readonly (string | undefined)[]): string | undefined {
  const value = answerKeys.map(key => fields[key]).find(candidate => candidate !== undefined)
  if (Array.isArray(value)) return value.map(item => `- ${toText(item) ?? ''}`).join('\n')
  return typeof value === 'number' ? (choices[value] ?? String(value)) : toText(value)
}

function textIn(fields: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(fields[key])
    if (text !== undefined && text.trim() !== '') return text
  }
  return undefined
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
