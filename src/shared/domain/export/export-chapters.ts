import { plainInline } from '../markdown/parse-markdown'
import type { Question, QuestionList, Section } from '../question-list'
import type { ExportPlan, PlannedNote } from './export-source'
import { escapeText } from './markdown-edits'

/** What gets a file or an article of its own: a question with answers, or a note. */
export interface ExportUnit {
  /** As plain text. */
  readonly title: string
  /** The same as Markdown. */
  readonly heading: string
  /** Undefined for a note by itself. */
  readonly asked:
    { readonly list: QuestionList; readonly section: Section; readonly question: Question } | undefined
  /** Notes whose text stands here. */
  readonly notes: readonly PlannedNote[]
  /** Answers whose text stands in another unit. */
  readonly elsewhere: readonly PlannedNote[]
}

/** A section of a list, or the notes that stand by themselves. */
export interface ExportChapter {
  /** As plain text. */
  readonly title: string
  readonly list: QuestionList | undefined
  readonly section: Section | undefined
  readonly units: readonly ExportUnit[]
}

/**
 * Divides what is exported. A note stands where its first question is. With `isOneNoteEach` a second answer of a question
 * is a unit of its own after it; with `isRepeated` it stands under every question that it answers.
 */
export function exportChapters(
  plan: ExportPlan,
  { isOneNoteEach, isRepeated = false }: { readonly isOneNoteEach: boolean; readonly isRepeated?: boolean },
): ExportChapter[] {
  const placed = new Set<string>()
  const chapters: ExportChapter[] = plan.lists.flatMap(list =>
    list.sections.map(section => ({
      title: `${section.number} ${plainInline(section.title)}`,
      list,
      section,
      units: section.questions.flatMap(question => {
        const answers = plan.answersOf(question.id)
        const own = answers.filter(note => isRepeated || !placed.has(note.path))
        for (const note of own) placed.add(note.path)
        const here = isOneNoteEach ? own.slice(0, 1) : own
        const apart = own.slice(here.length)
        return [
          {
            ...titleOf(question, plan.isAlone === true ? '' : `${section.number}.${question.number} `),
            asked: { list, section, question },
            notes: here,
            elsewhere: answers.filter(note => !here.includes(note)),
          },
          ...apart.map(noteUnit),
        ]
      }),
    })),
  )
  const others = plan.otherNotes.filter(note => !placed.has(note.path))
  if (others.length === 0) return chapters
  return [
    ...chapters,
    { title: plan.words.otherNotes, list: undefined, section: undefined, units: others.map(noteUnit) },
  ]
}

/**
 * The questions, each with all that answers it. A note by itself asks nothing: it counts only when no question is exported.
 */
export function questionChapters(plan: ExportPlan): ExportChapter[] {
  return exportChapters(plan, { isOneNoteEach: false, isRepeated: true }).filter(
    ({ section }) => section !== undefined || plan.lists.length === 0,
  )
}

export function unitCount(chapters: readonly ExportChapter[]): number {
  return chapters.reduce((sum, { units }) => sum + units.length, 0)
}

function titleOf({ text }: Question, number: string): Pick<ExportUnit, 'title' | 'heading'> {
  return { title: number + plainInline(text), heading: number + text }
}

function noteUnit(note: PlannedNote): ExportUnit {
  return {
    title: note.title,
    heading: escapeText(note.title),
    asked: undefined,
    notes: [note],
    elsewhere: [],
  }
}
