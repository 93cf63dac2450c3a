import { LazyCode } from './lazy-code'

/** What reads the properties of notes. It comes with the first note. */
export const frontMatterCode = new LazyCode(() => import('../../shared/domain/front-matter'))
