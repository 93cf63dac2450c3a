import { LazyCode } from '../state/lazy-code'

/** What reads Markdown for titles and questions. Until it is there, they are shown as they are written. */
const load = () => import('./parsed-markdown')

export const parsedInline = new LazyCode(async () => (await load()).ParsedInline)
export const parsedBlocks = new LazyCode(async () => (await load()).ParsedBlocks)
