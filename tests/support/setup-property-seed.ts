import { configureGlobal } from 'fast-check'

/**
 * Property tests run on the same cases each time, so that a test run says something about the change and nothing
 * else. `ANSWERBOOK_SEED` names another seed (a whole number) or, as `random`, a new one for each run: the way to look
 * for what no one has seen yet. A failure prints its seed.
 */
const seed = process.env['ANSWERBOOK_SEED'] ?? '20261125'
if (seed !== 'random') configureGlobal({ seed: Number(seed) })
