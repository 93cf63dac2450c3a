import type { ComponentType, ReactNode } from 'react'
import { LazyCode, useLazyCode } from './lazy-code'

const loaders: (() => Promise<unknown>)[] = []

/**
 * A part of the page whose code comes when it is first shown, or when the page has nothing else to do; `fallback` stands in
 * its place until then. Not by Suspense, which mounts effects at other times than the editor's React binding relies on.
 */
export function lazyPart<P extends object>(
  part: LazyCode<ComponentType<P>> | (() => Promise<ComponentType<P>>),
  fallback: ReactNode | ((props: P) => ReactNode) = null,
): ComponentType<P> {
  const code = part instanceof LazyCode ? part : new LazyCode(part)
  loadWhenIdle(code)
  return function LazyPart(props: P) {
    const Part = useLazyCode(code)
    if (Part !== undefined) return <Part {...props} />
    return typeof fallback === 'function' ? fallback(props) : fallback
  }
}

/** Has code that is no part of the page by itself fetched with the parts. */
export function loadWhenIdle({ load }: LazyCode<unknown>): void {
  loaders.push(load)
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
