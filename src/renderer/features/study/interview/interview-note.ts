import type { TFunction } from 'i18next'
import type { InterviewEntry } from '../../../../shared/domain/study/study-event'
import { wikiLinkToQuestion } from '../../../../shared/domain/wiki-link'
import type { PlacedQuestion } from '../../../state/queries'
import { clockWords } from './clock-words'
import type { Interview } from './interview'

/** A mock interview as a note: each question with its grade, its time and what was typed. */
export function interviewNote(
  interview: Pick<Interview, 'startedAt' | 'entries'>,
  byId: ReadonlyMap<string, PlacedQuestion>,
  t: TFunction,
  language: string,
): { readonly title: string; readonly text: string } {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(interview.startedAt)
  const title = t('interview.noteTitle', { date })
  const parts = interview.entries.map((entry, at) => entryText(entry, at, byId.get(entry.question), t))
  return { title, text: [`# ${title}`, ...parts].join('\n\n') + '\n' }
}

function entryText(
  entry: InterviewEntry,
  at: number,
  placed: PlacedQuestion | undefined,
  t: TFunction,
): string {
  const grade = entry.rating === null ? t('interview.ungraded') : t(`review.grades.${entry.rating}`)
  const facts = [
    ...(placed === undefined ? [] : [linkTo(placed)]),
    grade,
    clockWords(entry.ms),
    ...(entry.outcome === 'skipped' ? [t('interview.skipped')] : []),
    ...(entry.isFlagged ? [t('interview.flagged')] : []),
  ]
  const heading = `## ${at + 1}. ${placed?.item.text.replace(/\s+/g, ' ') ?? entry.question}`
  return [heading, facts.join(' · '), ...(entry.text === '' ? [] : [entry.text])].join('\n\n')
}

function linkTo({ item, list, section }: PlacedQuestion): string {
  const fileName = list.path.slice(list.path.lastIndexOf('/') + 1).replace(/\.md$/, '')
  return `[[${wikiLinkToQuestion(fileName, item.id, `${section.number}.${item.number}`)}]]`
}
