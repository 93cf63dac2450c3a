import { LazyCode } from '../../../state/lazy-code'

/** What knows the languages of code. Until it is there, code has no colours. */
export const codeTokens = new LazyCode(() => import('./code-tokens'))
