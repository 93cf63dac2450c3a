/** What the bench of the optimiser takes from the product, in one bundle with the simulation. */
export { optimiseWeights } from '../../../src/backend/study/optimise/optimise-weights'
export { logLoss, predictReviews } from '../../../src/backend/study/optimise/predict-reviews'
export { reviewHistory, predictableDays } from '../../../src/backend/study/optimise/review-history'
export { foldStudyLog } from '../../../src/shared/domain/study/fold-study-log'
export { simulateLog } from './simulate-log'
