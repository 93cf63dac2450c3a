import { LazyCode } from '../../state/lazy-code'

/** The source view. Until it is there, a note goes on being shown, and written in, as rich text. */
export const sourceViewCode = new LazyCode(async () => (await import('./source-view')).createSourceView)
