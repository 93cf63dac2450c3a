import type { ScoringOptions } from './segments/score-documents'

/** Fields of the index, in its order. */
export const searchFields = ['title', 'tags', 'section', 'body'] as const

/** What stands within so many characters from the beginning of a text counts twice: it says what the text is about. */
export const leadLength = 150

export const titleField = searchFields.indexOf('title')
export const sectionField = searchFields.indexOf('section')
export const bodyField = searchFields.indexOf('body')

/** As measured for relevance: longer notes are punished as usual, repetition counts a little more. */
export const scoring: ScoringOptions = { k1: 2, b: 0.75, fieldWeights: [3, 3, 1, 1] }
