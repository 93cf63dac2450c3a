import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { studyProcedures } from '../../shared/contract/study-procedures'
import type { NotebookService } from '../notebook/notebook-service'
import { compareAnswer } from './compare-answer'
import { optimiseWeights } from './optimise/optimise-weights'
import type { PlanService } from './plan-service'
import type { ReviewService } from './review-service'
import { viewProgress } from './view-progress'
import type { StudyLog } from './study-log'
import type { StudyService } from './study-service'

export interface StudyServices {
  readonly log: StudyLog
  readonly study: StudyService
  readonly reviews: ReviewService
  readonly plans: PlanService
}

/** The contract's `study.*`. */
export function createStudyHandlers(
  { log, study, reviews, plans }: StudyServices,
  notebooks: NotebookService,
): Pick<AnswerbookHandlers, keyof typeof studyProcedures> {
  return {
    'study.today': async () => reviews.today(),
    'study.ahead': async () => reviews.ahead(),
    'study.plan': async () => plans.plan(),
    'study.progress': async () => viewProgress(log, study, notebooks),
    'study.settings': async () => study.settings(),
    'study.optimise': async () => optimiseWeights(log.state()),
    'study.updateSettings': async (settings, { clientId }) => study.updateSettings(settings, clientId),
    'study.setConfidence': async ({ id, confidence }, { clientId }) => {
      await study.setConfidence(id, confidence, clientId)
      return {}
    },
    'study.setStar': async ({ id, isStarred }, { clientId }) => {
      await study.setStar(id, isStarred, clientId)
      return {}
    },
    'study.setJudgement': async ({ id, ...judgement }, { clientId }) => {
      await study.setJudgement(id, judgement, clientId)
      return {}
    },
    'study.logWriting': async ({ id, ms }, { clientId }) => {
      await study.logWriting(id, ms, clientId)
      return {}
    },
    'study.preview': async ({ id }) => ({ outcomes: reviews.preview(id) }),
    'study.compare': async texts => compareAnswer(notebooks, texts),
    'study.review': async (review, { clientId }) => reviews.review(review, clientId),
    'study.undo': async ({ event }, { clientId }) => {
      await reviews.undo(event, clientId)
      return {}
    },
    'study.drawInterview': async options => reviews.drawInterview(options),
    'study.interviews': async () => reviews.interviews(),
    'study.finishInterview': async (session, { clientId }) => reviews.finishInterview(session, clientId),
  }
}
