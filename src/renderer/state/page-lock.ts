const prefix = 'answerbook page '

/** Says for as long as this page lives that it does. Resolves to its id, which is another one after every load. */
export async function holdPageLock(): Promise<string> {
  const pageId = crypto.randomUUID()
  await new Promise<void>(held => {
    void navigator.locks.request(prefix + pageId, () => {
      held()
      return new Promise(() => undefined)
    })
  })
  return pageId
}

/** The pages of this browser or app that live; the browser lets go of the lock of one that crashed. */
export async function livingPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])),
  )
}
