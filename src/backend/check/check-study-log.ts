import type { NotebookCheck } from './notebook-check'

/** Lines of the study log that can't be read: torn ones, or those of a newer program. */
export const checkStudyLog: NotebookCheck = async ({ studyStore }) =>
  (await studyStore.unreadableLines()).map(({ name, line, text }) => ({
    kind: 'unreadable-study-line',
    path: `study/${name}`,
    line,
    detail: text.slice(0, 80),
  }))
