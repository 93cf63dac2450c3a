import type { QuestionList } from '../question-list'
import type { ListEdit, QuestionPlace, QuestionWording } from './list-edit'

/** What a list says, without where it stands in the file. */
export interface PlainList {
  readonly title: string
  readonly sections: readonly PlainSection[]
}

interface PlainSection {
  readonly title: string
  readonly questions: readonly PlainQuestion[]
}

interface PlainQuestion extends QuestionWording {
  readonly id: string
}

/** An edit of sections and questions. */
export type SectionsEdit = Exclude<ListEdit, { kind: 'change-list' }>

/** The list as an edit is meant to leave it. @throws RangeError for a section or question that isn't there. */
export function editedList({ title, sections }: PlainList, edit: SectionsEdit): PlainList {
  return { title, sections: editedSections(sections, edit) }
}

function editedSections(sections: readonly PlainSection[], edit: SectionsEdit): readonly PlainSection[] {
  switch (edit.kind) {
    case 'add-question':
    case 'insert-question':
      return withQuestion(sections, edit.place, { id: edit.id, ...edit.wording })
    case 'change-question':
      return withWording(sections, edit.id, edit.wording)
    case 'move-question': {
      const question = questionIn(sections, edit.id)
      return withQuestion(withoutQuestion(sections, edit.id), edit.place, question)
    }
    case 'merge-questions':
      return withWording(withoutQuestion(sections, edit.id), edit.into, edit.wording)
    case 'remove-question':
      return withoutQuestion(sections, edit.id)
    case 'add-section':
      return sections.toSpliced(edit.after, 0, { title: edit.title, questions: [] })
    case 'change-section':
      return sections.with(edit.section - 1, {
        ...sectionIn(sections, edit.section),
        title: edit.title,
      })
    case 'move-section': {
      const moved = sectionIn(sections, edit.section)
      const at = edit.after >= edit.section ? edit.after - 1 : edit.after
      return sections.toSpliced(edit.section - 1, 1).toSpliced(at, 0, moved)
    }
    case 'merge-sections': {
      const { questions } = sectionIn(sections, edit.section)
      const into = sectionIn(sections, edit.into)
      const merged = { ...into, questions: [...into.questions, ...questions] }
      return sections.with(edit.into - 1, merged).toSpliced(edit.section - 1, 1)
    }
    case 'remove-section':
      sectionIn(sections, edit.section)
      return sections.toSpliced(edit.section - 1, 1)
  }
}

/** Whether both say the same; sections without questions, and how line breaks are doubled, are no difference. */
export function saysTheSame(a: PlainList, b: PlainList): boolean {
  return JSON.stringify(normalized(a)) === JSON.stringify(normalized(b))
}

/** What a parsed list says. */
export function plainList({ title, sections }: QuestionList): PlainList {
  return {
    title,
    sections: sections.map(section => ({
      title: section.title,
      questions: section.questions.map(({ id, text, hint, body }) => ({ id, text, hint, body })),
    })),
  }
}

function normalized({ title, sections }: PlainList): unknown {
  return [
    title,
    sections
      .filter(section => section.questions.length > 0)
      .map(section => [
        onOneLine(section.title),
        section.questions.map(({ id, text, hint, body }) => [
          id,
          onOneLine(text),
          withoutBlankLines(hint),
          withoutBlankLines(body),
        ]),
      ]),
  ]
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

function withoutBlankLines(text: string | undefined): string {
  return (text ?? '')
    .split(/\r\n?|\n/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
    .join('\n')
    .trim()
}

function sectionIn(sections: readonly PlainSection[], number: number): PlainSection {
  const section = sections[number - 1]
  if (section === undefined) throw new RangeError(`no section ${number}`)
  return section
}

function questionIn(sections: readonly PlainSection[], id: string): PlainQuestion {
  const question = sections.flatMap(section => section.questions).find(candidate => candidate.id === id)
  if (question === undefined) throw new RangeError(`no question ${id}`)
  return question
}

function withoutQuestion(sections: readonly PlainSection[], id: string): PlainSection[] {
  questionIn(sections, id)
  return sections.map(section => ({
    ...section,
    questions: section.questions.filter(question => question.id !== id),
  }))
}

function withWording(
  sections: readonly PlainSection[],
  id: string,
  wording: QuestionWording,
): PlainSection[] {
  questionIn(sections, id)
  return sections.map(section => ({
    ...section,
    questions: section.questions.map(question => (question.id === id ? { id, ...wording } : question)),
  }))
}

function withQuestion(
  sections: readonly PlainSection[],
  { section, after }: QuestionPlace,
  question: PlainQuestion,
): readonly PlainSection[] {
  const target = sectionIn(sections, section)
  const at = after === undefined ? 0 : target.questions.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && at === 0) throw new RangeError(`no question ${after} in section ${section}`)
  return sections.with(section - 1, { ...target, questions: target.questions.toSpliced(at, 0, question) })
}
