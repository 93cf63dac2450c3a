import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const note = (path: string) => ({ kind: 'note', path }) as const

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('window', {
    location: { hash: '', pathname: '/' },
    history: { pushState: () => undefined, replaceState: () => undefined },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('shows a place when it is ready, and the one before until then', async () => {
  const { goTo, makePlacesReady, usePlace } = await import('../../../../src/renderer/state/place')
  const ready = Promise.withResolvers<void>()
  makePlacesReady({
    makeReady: place => (place?.kind === 'note' && place.path === 'slow.md' ? ready.promise : undefined),
    expect: () => undefined,
    leave: () => undefined,
  })
  goTo(note('quick.md'))
  expect(usePlace.getState().shown).toEqual(note('quick.md'))
  goTo(note('slow.md'))
  expect(usePlace.getState()).toMatchObject({ place: note('slow.md'), shown: note('quick.md') })
  ready.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(usePlace.getState().shown).toEqual(note('slow.md'))
})

it('shows a place that is not ready in time as it comes', async () => {
  const { goTo, makePlacesReady, usePlace } = await import('../../../../src/renderer/state/place')
  makePlacesReady({
    makeReady: place => (place === undefined ? undefined : new Promise(() => undefined)),
    expect: () => undefined,
    leave: () => undefined,
  })
  goTo(note('never.md'))
  await vi.advanceTimersByTimeAsync(79)
  expect(usePlace.getState().shown).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1)
  expect(usePlace.getState().shown).toEqual(note('never.md'))
})

it('never shows a place that was left before it was ready', async () => {
  const { goTo, makePlacesReady, usePlace } = await import('../../../../src/renderer/state/place')
  const ready = Promise.withResolvers<void>()
  makePlacesReady({
    makeReady: place => (place?.kind === 'note' && place.path === 'slow.md' ? ready.promise : undefined),
    expect: () => undefined,
    leave: () => undefined,
  })
  goTo(note('slow.md'))
  goTo(note('quick.md'))
  ready.resolve()
  await vi.advanceTimersByTimeAsync(100)
  expect(usePlace.getState().shown).toEqual(note('quick.md'))
})

const question = (notePath: string) => ({ kind: 'question', id: 'q-1', notePath }) as const

/** A browser that goes back to an address. */
const goingBackTo = async () => {
  const { followHistory, ...place } = await import('../../../../src/renderer/state/place')
  let follow = (): void => undefined
  Object.assign(window, {
    addEventListener: (_name: string, listener: () => void) => void (follow = listener),
  })
  followHistory()
  const backTo = (hash: string) => {
    window.location.hash = hash
    follow()
    return place.usePlace.getState().place
  }
  return { ...place, backTo }
}

it('comes back to a note where it is after renames', async () => {
  const { backTo, followRename } = await goingBackTo()
  followRename('a.md', 'b.md')
  followRename('b.md', 'c.md')
  expect([backTo('#/note/a.md'), backTo('#/question/q-1/b.md')]).toEqual([note('c.md'), question('c.md')])
  followRename('c.md', 'a.md')
  expect(['a.md', 'b.md', 'c.md'].map(path => backTo(`#/note/${path}`))).toEqual([
    note('a.md'),
    note('a.md'),
    note('a.md'),
  ])
})

it('comes back to the note that has the path of a renamed one', async () => {
  const { backTo, followRename, goTo } = await goingBackTo()
  followRename('a.md', 'b.md')
  goTo(note('a.md'))
  expect(backTo('#/note/a.md')).toEqual(note('a.md'))
})
