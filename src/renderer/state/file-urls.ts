/** When a file below `attachments/` was heard to be another one, in epoch milliseconds, by its path. */
const changedAt = new Map<string, number>()

/** These files came, went, or are others: whoever loads them from now on gets what they are. */
export function filesChanged(paths: readonly string[]): void {
  for (const path of paths) {
    const key = path.normalize('NFC')
    changedAt.set(key, Math.max(Date.now(), (changedAt.get(key) ?? 0) + 1))
  }
}

/** Where the host has a file of the notebook, whatever the browser remembers of how it was before. */
export function fileUrl(path: string): string {
  const url = `/${path.split('/').map(encodeURIComponent).join('/')}`
  const at = changedAt.get(path.normalize('NFC'))
  return at === undefined ? url : `${url}?${at}`
}
