import { describe, expect, it } from 'vitest'
import { backupDayOf, backupsToRemove } from '../../../../../src/shared/domain/backups/backups-to-remove'

const dayMs = 86_400_000
const backup = (day: number, hour = 12) => ({ day, at: day * dayMs + hour * 3_600_000 })

describe('backupsToRemove', () => {
  it('keeps the newest of each of seven days, and before them of each of four weeks', () => {
    let backups: ReturnType<typeof backup>[] = []
    const monday = 20_598
    for (let day = monday; day < monday + 63; day += 1) {
      backups = [...backups, backup(day, 9), backup(day, 18)]
      const gone = new Set(backupsToRemove(backups))
      backups = backups.filter(each => !gone.has(each))
    }
    const ages = backups.map(({ day }) => monday + 62 - day)
    expect(ages).toEqual([28, 21, 14, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(backups.every(({ at }) => (at / 3_600_000) % 24 === 18)).toBe(true)
  })

  it('removes none of the first days, whenever they were', () => {
    expect(backupsToRemove([backup(1), backup(100), backup(1000)])).toEqual([])
  })
})

describe('backupDayOf', () => {
  it('begins at four in the morning of the place', () => {
    const at = (hours: number) => Date.UTC(2026, 0, 2) + hours * 3_600_000
    expect(backupDayOf(at(3.9), 0)).toBe(backupDayOf(at(0), 0))
    expect(backupDayOf(at(4), 0)).toBe(backupDayOf(at(3.9), 0) + 1)
    expect(backupDayOf(at(1), 180)).toBe(backupDayOf(at(4), 0))
  })
})
