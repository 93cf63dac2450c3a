import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

const loaders: (() => Promise<unknown>)[] = []

/**
 * A part of the page whose code comes when it is first shown, or when the page has nothing else to do; `fallback` stands in
 * its place until then. Not by Suspense, which mounts effects at other times than the editor's React binding relies on.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactNode = null,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  const loadOnce = async (): Promise<ComponentType<P>> => (loaded ??= await load())
  loaders.push(loadOnce)
  return function LazyPart(props: P) {
    const [part, setPart] = useState<{
      readonly Part?: ComponentType<P> | undefined
      readonly error?: unknown
    }>(() => ({ Part: loaded }))
    const isMissing = part.Part === undefined
    useEffect(() => {
      if (!isMissing) return
      let isWanted = true
      loadOnce().then(
        Part => isWanted && setPart({ Part }),
        (error: unknown) => isWanted && setPart({ error }),
      )
      return () => {
        isWanted = false
      }
    }, [isMissing])
    if (part.error !== undefined) throw part.error
    return part.Part === undefined ? fallback : <part.Part {...props} />
  }
}

/** Fetches every part, one after the other, while the page is idle: none is waited for when it is shown then. */
export function loadPartsWhenIdle(): void {
  const [next, ...rest] = loaders.splice(0)
  if (next === undefined) return
  loaders.push(...rest)
  requestIdleCallback(() => {
    // What can't be had now is asked for again when it is shown.
    void next()
      .catch(() => undefined)
      .then(loadPartsWhenIdle)
  })
}
