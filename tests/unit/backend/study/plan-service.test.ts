import { describe, expect, it } from 'vitest'
import { openNotebookWith, type OpenedNotebook } from '../../../support/open-backend'

const minute = 60_000
const day = 24 * 60 * minute
const noon = new Date(2026, 0, 1, 12).getTime()

function clock() {
  let at = noon
  return { now: () => at, advance: (ms: number) => void (at += ms) }
}

const manyQuestions = `---\ntitle: Many\nid: many\n---\n\n## Only section\n\n${Array.from(
  { length: 60 },
  (_, at) => `${at + 1}. What is thing number ${at + 1}? ^many-01-${String(at + 1).padStart(2, '0')}`,
).join('\n')}\n`

const open = (now: () => number): Promise<OpenedNotebook> =>
  openNotebookWith({ 'questions/many.md': manyQuestions }, { now })

const id = (number: number): string => `many-01-${String(number).padStart(2, '0')}`

async function answer({ client }: OpenedNotebook, number: number, rating: 1 | 2 | 3 | 4): Promise<void> {
  await client['questions.setStatus']({ id: id(number), status: 'answered' })
  await client['study.review']({ id: id(number), rating, mode: 'recall', ms: minute })
}

describe('the plan for a date', () => {
  it('is there from the day on which a date is set until the day before it', async () => {
    const time = clock()
    await using notebook = await open(time.now)
    const { client } = notebook
    expect(await client['study.plan']({})).toBeNull()
    await client['study.updateSettings']({ interviewOn: '2026-01-21', minutesPerDay: 60 })
    expect(await client['study.settings']({})).toMatchObject({ planStartedOn: '2026-01-01' })
    expect(await client['study.plan']({})).toMatchObject({ day: 1, days: 20, daysLeft: 20 })
    time.advance(7 * day)
    // Another pace is no new plan.
    await client['study.updateSettings']({ minutesPerDay: 40 })
    expect(await client['study.plan']({})).toMatchObject({ day: 8, days: 20, daysLeft: 13 })
    time.advance(12 * day)
    expect(await client['study.plan']({})).toMatchObject({ day: 20, daysLeft: 1, bar: 0.97 })
    time.advance(day)
    expect(await client['study.plan']({})).toBeNull()
    await client['study.updateSettings']({ interviewOn: null })
    expect(await client['study.settings']({})).toMatchObject({ planStartedOn: null })
  })

  it('fits today into its minutes, reviews first, and writes what matters most first', async () => {
    const time = clock()
    await using notebook = await open(time.now)
    const { client } = notebook
    for (const number of [1, 2, 3]) await answer(notebook, number, 1)
    await client['study.setJudgement']({ id: id(40), ease: 3, importance: 3 })
    await client['study.updateSettings']({ interviewOn: '2026-01-11', minutesPerDay: 45 })
    time.advance(9 * day)
    const plan = await client['study.plan']({})
    expect([...(plan?.today.reviews ?? [])].sort()).toEqual([id(1), id(2), id(3)])
    expect(plan?.today.writes[0]).toBe(id(40))
    expect(plan?.today.minutes).toBeLessThanOrEqual(45 + 8)
    const today = await client['study.today']({})
    expect(today.isForDate).toBe(true)
    expect(today.reviews.map(({ reason }) => reason)).toEqual(['target', 'target', 'target'])
    await client['study.logWriting']({ id: id(40), ms: 40 * minute })
    const later = await client['study.plan']({})
    expect(later?.minutes).toEqual({ perDay: 45, doneToday: 40 })
    expect(later?.today.writes).toEqual([])
  })

  it('takes no review for longer than anyone sits at one', async () => {
    const time = clock()
    await using notebook = await open(time.now)
    const { client } = notebook
    await client['study.updateSettings']({ interviewOn: '2026-01-11' })
    for (const ms of [5 * 60 * minute, 2 * minute, null])
      await client['study.review']({ id: id(1), rating: 3, mode: 'interview', ms })
    expect((await client['study.plan']({}))?.minutes.doneToday).toBe(17)
    expect((await client['study.today']({})).done.reviewMs).toBe(17 * minute)
    expect(await client['study.progress']({})).toMatchObject({
      time: { reviewMinutes: 17 },
      activity: [{ minutes: 17 }],
    })
  })

  it('says what can be written by then, and leaves out the rest', async () => {
    const time = clock()
    await using notebook = await open(time.now)
    const { client } = notebook
    await client['study.updateSettings']({ interviewOn: '2026-01-11', minutesPerDay: 20 })
    const { forecast, leaveOut } = (await client['study.plan']({}))!
    expect(forecast.questions).toBe(63)
    expect(forecast.written.mean).toBeGreaterThan(10)
    expect(forecast.written.mean).toBeLessThanOrEqual(25)
    expect(forecast.recalled.mean).toBeLessThan(forecast.written.mean)
    expect(leaveOut).toHaveLength(63 - Math.round(forecast.written.mean))
    expect(leaveOut.slice(-4)).toEqual([id(60), 'small-1-01', 'small-1-02', 'small-2-01'])
    await client['study.updateSettings']({ minutesPerDay: 120 })
    expect((await client['study.plan']({}))?.leaveOut).toEqual([])
  })

  it('takes the pace from what the user needed, once there is enough of it', async () => {
    const time = clock()
    await using notebook = await open(time.now)
    const { client } = notebook
    await client['study.updateSettings']({ interviewOn: '2026-01-21' })
    expect((await client['study.plan']({}))?.pace).toEqual({
      write: 8,
      review: 1.5,
      lapse: 3,
      writesMeasured: 0,
      reviewsMeasured: 0,
    })
    for (const number of [1, 2, 3]) {
      await client['study.logWriting']({ id: id(number), ms: (10 + number) * minute })
      await answer(notebook, number, 3)
    }
    for (let at = 0; at < 10; at += 1) await answer(notebook, 1, 3)
    expect((await client['study.plan']({}))?.pace).toEqual({
      write: 12,
      review: 1,
      lapse: 3,
      writesMeasured: 3,
      reviewsMeasured: 13,
    })
  })
})
