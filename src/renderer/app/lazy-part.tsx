import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

const loaders: (() => Promise<unknown>)[] = []

/**
 * A part of the page whose code comes when it is first shown, or when the page has nothing else to do; `fallback` stands in
 * its place until then.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactNode = null,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  const loadOnce = async (): Promise<ComponentType<P>> => (loaded ??= await load())
  const Coming = lazy(async () => ({ default: await loadOnce() })) as unknown as ComponentType<P>
  loaders.push(loadOnce)
  return function LazyPart(props: P) {
    // As it was when this one was mounted: another component in its place would lose what the user does in it.
    const [Part] = useState(() => loaded)
    if (Part !== undefined) return <Part {...props} />
    return (
      <Suspense fallback={fallback}>
        <Coming {...props} />
      </Suspense>
    )
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
