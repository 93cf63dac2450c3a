import type { Finding } from '../../shared/contract/check-procedures'
import type { OpenNotebook } from '../notebook/open-notebook'

/** One look at a notebook, which changes nothing in it. */
export type NotebookCheck = (notebook: OpenNotebook) => Promise<Finding[]>

/** A finding about a whole file. */
export function aboutFile(kind: Finding['kind'], path: string, detail = ''): Finding {
  return { kind, path, line: null, detail }
}
