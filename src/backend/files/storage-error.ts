import { AppError, isAppError, type AppErrorCode } from '../../shared/contract/app-error'

const codes: Readonly<Record<string, AppErrorCode>> = {
  ENOENT: 'storage/not-found',
  ENOTDIR: 'storage/not-found',
  EISDIR: 'storage/is-a-folder',
  EEXIST: 'storage/name-taken',
  EACCES: 'storage/no-permission',
  EPERM: 'storage/no-permission',
  EROFS: 'storage/no-permission',
  ENOSPC: 'storage/disk-full',
  EDQUOT: 'storage/disk-full',
}

/** A system error of the file port as an `AppError`; an `AppError` stays what it is. */
export function storageError(error: unknown, path: string): AppError {
  if (isAppError(error)) return error
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  return new AppError(codes[code] ?? 'storage/failed', { path, systemCode: code }, error)
}

/** Whether something came to be in the place of a file that was to be made. */
export function isNameTaken(error: unknown): boolean {
  return isAppError(error) && error.code === 'storage/name-taken'
}

/** Runs a step on the file at `path` and turns its system errors into `AppError`s. */
export async function withStorageErrors<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw storageError(error, path)
  }
}
