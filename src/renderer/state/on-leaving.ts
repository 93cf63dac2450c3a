/**
 * Calls `leave` when the page is hidden and when it goes away: the last moments at which something can still be told. It may be
 * called more than once. Returns what ends it.
 */
export function onLeaving(leave: () => void): () => void {
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hide)
  return () => {
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', hide)
  }
}
