/** A time as `4:05`, or `−0:12` when it is over; hours are minutes beyond 60. */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const size = Math.abs(seconds)
  return `${seconds < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
}
