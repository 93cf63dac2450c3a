import type { CreateEngine } from './bench-engine.ts'
import { createAnswerbook } from './engine-answerbook.ts'

/** Every engine by the name that reports give it. */
export const engines: Readonly<Record<string, CreateEngine>> = {
  answerbook: createAnswerbook,
}
