import { LazyCode } from '../../../state/lazy-code'

/** What sets formulas. Until it is there, they are shown as their source. */
export const formulaCode = new LazyCode(async () => (await import('./set-formula')).setFormula)
