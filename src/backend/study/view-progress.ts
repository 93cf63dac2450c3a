import type { StudyProgress } from '../../shared/contract/study-procedures'
import { measureProgress, type ProgressQuestion } from '../../shared/domain/study/progress'
import { calendarOfDay } from '../../shared/domain/study/study-day'
import type { NotebookService } from '../notebook/notebook-service'
import type { StudyLog } from './study-log'
import type { StudiedQuestion, StudyService } from './study-service'

const minuteMs = 60_000

/** How far studying has come, for the page and the command line. */
export function viewProgress(log: StudyLog, study: StudyService, notebooks: NotebookService): StudyProgress {
  const state = log.state()
  const questions = progressQuestions(study, notebooks)
  const progress = measureProgress(state, questions, log.now())
  const count = (is: (question: ProgressQuestion) => boolean): number => questions.filter(is).length
  return {
    day: calendarOfDay(progress.day),
    questions: questions.length,
    answered: count(({ status }) => status === 'answered'),
    drafts: count(({ status }) => status === 'draft'),
    due: count(({ isDue }) => isDue),
    sections: progress.sections.map(section => ({ ...section })),
    dueForecast: progress.dueForecast.map((answers, at) => ({
      day: calendarOfDay(progress.day + at),
      answers,
    })),
    activity: progress.activity.map(({ day, reviews, ms }) => ({
      day: calendarOfDay(day),
      reviews,
      minutes: ms / minuteMs,
    })),
    streak: progress.streak,
    retention: {
      target: state.settings.retention,
      weeks: progress.retention.map(({ day, ...week }) => ({ from: calendarOfDay(day), ...week })),
    },
    time: {
      reviewMinutes: progress.time.reviewMs / minuteMs,
      writingMinutes: progress.time.writingMs / minuteMs,
      interviews: progress.time.interviews,
    },
    weakest: progress.weakest.map(each => ({ ...each })),
  }
}

function progressQuestions(study: StudyService, { notebook }: NotebookService): ProgressQuestion[] {
  const places = new Map<string, Omit<ProgressQuestion, keyof StudiedQuestion>>(
    [...notebook.questions()].map(({ question, section, list }) => [
      question.id,
      { listId: list.id, sectionNumber: section.number, sectionTitle: section.title },
    ]),
  )
  return study.questions().flatMap(question => {
    const place = places.get(question.id)
    return place === undefined ? [] : [{ ...question, ...place }]
  })
}
