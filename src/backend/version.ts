import { version } from '../../package.json' with { type: 'json' }

/** The version of Answerbook. */
export const applicationVersion: string = version
