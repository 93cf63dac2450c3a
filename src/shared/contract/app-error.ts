/** Every failure that a user can meet, by domain. The words that they read are chosen from it by each host. */
export const appErrorCodes = [
  'connection/lost',
  'connection/refused',
  'contract/unknown-procedure',
  'contract/invalid-input',
  'contract/invalid-output',
  'internal',
  'notebook/none-open',
  'notebook/not-found',
  'notebook/not-a-folder',
  'notebook/not-a-notebook',
  'notebook/already-a-notebook',
  'notebook/folder-not-empty',
  'notebook/inside-notebook',
  'notebook/damaged',
  'notebook/read-only',
  'storage/not-found',
  'storage/no-permission',
  'storage/disk-full',
  'storage/is-a-folder',
  'storage/too-large',
  'storage/name-taken',
  'storage/failed',
  'notes/not-found',
  'notes/conflict',
  'notes/bad-path',
  'notes/not-text',
  'notes/bad-front-matter',
  'notes/name-taken',
  'history/not-found',
  'history/damaged',
  'backup/damaged',
  'backup/unsafe',
  'backup/stopped',
  'backup/folder-missing',
  'backup/inside-notebook',
  'attachments/not-an-image',
  'attachments/too-large',
  'questions/not-found',
  'questions/list-not-found',
  'questions/section-not-found',
  'questions/list-exists',
  'questions/bad-list-id',
  'questions/list-changed',
  'questions/not-editable',
  'import/not-text',
  'import/empty',
  'import/no-questions',
  'import/bad-format',
  'import/too-large',
  'import/inside-notebook',
  'import/too-many-files',
  'import/cancelled',
  'import/unsupported-format',
  'export/unsupported-format',
  'export/would-overwrite',
  'export/inside-notebook',
  'export/folder-not-empty',
  'export/cancelled',
  'export/no-browser',
  'export/print-failed',
  'search/failed',
  'study/nothing-to-undo',
] as const
export type AppErrorCode = (typeof appErrorCodes)[number]

/** An expected failure. `data` is JSON that the message to the user may quote, such as a path. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: AppErrorCode, data: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(data)}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.data = data
  }
}

/** Whether `error` is an `AppError`, with the code if one is given. */
export function isAppError(error: unknown, code?: AppErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}
