import { useEffect, useState } from 'react'

/** Code that is fetched when it is first wanted: a start, and the first note, don't wait for what they may not need. */
export class LazyCode<T> {
  readonly #fetch: () => Promise<T>
  #loading: Promise<T> | undefined
  #code: T | undefined

  constructor(fetchCode: () => Promise<T>) {
    this.#fetch = fetchCode
  }

  /** The code, if it is there. */
  get now(): T | undefined {
    return this.#code
  }

  /** Rejects when the code can't be had; the next call asks for it again. */
  load = (): Promise<T> => {
    this.#loading ??= this.#fetch().then(
      code => (this.#code = code),
      (error: unknown) => {
        this.#loading = undefined
        throw error
      },
    )
    return this.#loading
  }
}

/**
 * Code, once it is wanted and there.
 *
 * @throws while rendering, when it can't be had.
 */
export function useLazyCode<T>(code: LazyCode<T>, isWanted = true): T | undefined {
  const [state, setState] = useState<{ readonly code?: T | undefined; readonly error?: unknown }>(() => ({
    code: code.now,
  }))
  const isMissing = isWanted && state.code === undefined
  useEffect(() => {
    if (!isMissing) return
    let isCurrent = true
    code.load().then(
      loaded => isCurrent && setState({ code: loaded }),
      (error: unknown) => isCurrent && setState({ error }),
    )
    return () => {
      isCurrent = false
    }
  }, [code, isMissing])
  if (isMissing && state.error !== undefined) throw state.error
  return isWanted ? state.code : undefined
}

/** Longer is not waited for what a note can do without. */
const longestWaitMs = 300

/**
 * Whether code that is wanted when a component mounts is there, can't be had, or has been waited for long enough. `isWanted` is
 * asked once.
 */
export function useFirstCode(code: LazyCode<unknown>, isWanted: () => boolean): boolean {
  const [isReady, setIsReady] = useState(() => code.now !== undefined || !isWanted())
  useEffect(() => {
    if (isReady) return
    const goOn = (): void => setIsReady(true)
    const timer = setTimeout(goOn, longestWaitMs)
    code.load().then(goOn, goOn)
    return () => clearTimeout(timer)
  }, [code, isReady])
  return isReady
}
