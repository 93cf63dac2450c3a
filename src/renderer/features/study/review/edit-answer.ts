import type { QuestionItem } from '../../../../shared/contract/question-procedures'
import { openToWrite } from '../open-to-write'
import type { ReviewSession } from './review-session'

/** Opens the answer that is looked at, to be mended; the review is there for who comes back. */
export function editAnswer({ id, notes }: QuestionItem, { answer }: Pick<ReviewSession, 'answer'>): void {
  openToWrite({ id, notePath: answer > 0 ? notes[answer] : undefined })
}
