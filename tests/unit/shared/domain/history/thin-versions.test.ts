import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versionsToDrop } from '../../../../../src/shared/domain/history/thin-versions'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 5, 15, 12)
const at = (...times: number[]) => times.map(time => ({ id: String(time), at: time }))
const thinned = (versions: ReturnType<typeof at>, time = now) => {
  const dropped = new Set(versionsToDrop(versions, time))
  return versions.filter(({ id }) => !dropped.has(id))
}

describe('versionsToDrop', () => {
  it('keeps all of a day, the last of each hour for a week, the last of each day for a year', () => {
    const today = [now - 5 * minute, now - 6 * minute, now - 23 * hour]
    const hourly = [now - 2 * day, now - 2 * day + 20 * minute, now - 2 * day - 10 * minute]
    const daily = [now - 40 * day, now - 40 * day + hour]
    const kept = thinned(at(...today, ...hourly, ...daily, now - 366 * day)).map(version => version.at)
    expect(kept).toEqual([...today, hourly[1], hourly[2], daily[1]])
  })

  it('keeps the same whether it is done once or often', () => {
    const times = fc.uniqueArray(fc.integer({ min: now - 400 * day, max: now }), { maxLength: 60 })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 500 * day }), (moments, later) => {
        const versions = at(...moments)
        expect(thinned(thinned(versions), now + later)).toEqual(thinned(versions, now + later))
      }),
    )
  })

  it('keeps everything of the last day', () => {
    const times = fc.uniqueArray(fc.integer({ min: now - day + 1, max: now }), { maxLength: 60 })
    fc.assert(fc.property(times, moments => versionsToDrop(at(...moments), now).length === 0))
  })
})
