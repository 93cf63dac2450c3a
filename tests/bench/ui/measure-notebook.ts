import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { percentilesOf, type Percentiles } from '../search/percentiles.ts'
import { clickMiddle, timeKeys } from '../time-keys.ts'
import { longNotes, type BenchNotebook } from './make-notebook.ts'

export interface Rounds {
  readonly starts: number
  readonly switches: number
  readonly saves: number
  readonly keys: number
}

/** Times in milliseconds, sizes in megabytes of 10^6 bytes. */
export interface NotebookMeasures {
  /** To a list of which a question can be chosen. */
  readonly start: Percentiles
  /** To the page's own list. */
  readonly ownStart: Percentiles
  /** To the answer of another question, from a change of the address. */
  readonly switch: Percentiles
  /** The same from a click on its line of the list, whose button was held for 60 ms. */
  readonly click: Percentiles
  /** The same from an arrow key in the list. */
  readonly arrow: Percentiles
  readonly save: Percentiles
  readonly search: Percentiles
  readonly typing: Readonly<Record<string, Percentiles>>
  readonly pageHeapMb: number
  readonly hostMb: number
}

const queries = [
  'attention',
  'the model',
  'cache keys',
  'token',
  'training of layers',
  'zz',
  'embedding space',
]
/** What the page waits for before it saves. */
const savePauseMs = 700

export async function measureNotebook(
  browser: Browser,
  { url, pid, notebook }: { readonly url: string; readonly pid: number; readonly notebook: BenchNotebook },
  rounds: Rounds,
): Promise<NotebookMeasures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(() =>
    localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}'),
  )
  try {
    const page = await context.newPage()
    // The first address has the token; from then on the browser is known.
    await page.goto(url)
    await page.getByRole('treeitem').first().waitFor()
    const start = await timeStarts(page, new URL(url).origin, rounds.starts)
    const switched = await timeSwitches(page, notebook.ordinary, rounds.switches)
    const clicked = await timeClicks(page, notebook.ordinary, rounds.switches)
    const arrows = await timeArrows(page, notebook.ordinary, rounds.switches)
    const pageHeapMb = await heapMbOf(page)
    const search = await timeSearch(page)
    const save = await timeSaves(page, notebook.ordinary[0] ?? '', rounds.saves)
    const typing: Record<string, Percentiles> = {}
    for (const [index, words] of longNotes.entries()) {
      await page.evaluate(id => void (location.hash = `#/question/${id}`), notebook.long[index])
      await page.reload()
      await clickMiddle(page)
      typing[`${words}`] = percentilesOf(await timeKeys(page, rounds.keys))
    }
    return {
      start: percentilesOf(start.map(({ seen }) => seen)),
      ownStart: percentilesOf(start.map(({ own }) => own)),
      switch: percentilesOf(switched),
      click: percentilesOf(clicked),
      arrow: percentilesOf(arrows),
      save: percentilesOf(save),
      search: percentilesOf(search),
      typing,
      pageHeapMb,
      hostMb: await residentMbOf(pid),
    }
  } finally {
    await context.close()
  }
}

/** Milliseconds from the start of the navigation to a paint. */
export interface StartTimes {
  /** That shows a list of which a question can be chosen: the page's, or the picture of it. */
  readonly seen: number
  /** That shows the page's own list. */
  readonly own: number
}

const lists = {
  seen: '[role=treeitem], #start-picture [data-question]',
  own: '[role=treeitem]',
}

export async function timeStarts(page: Page, address: string, count: number): Promise<StartTimes[]> {
  await page.addInitScript(selectors => {
    const times: Record<string, number> = {}
    Object.assign(window, { startTimes: times })
    const waiting = new Set(Object.keys(selectors))
    const watcher = new MutationObserver(() => {
      for (const name of waiting) {
        if (document.querySelector(selectors[name as keyof typeof selectors]) === null) continue
        waiting.delete(name)
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => (times[name] = performance.now())
          port2.postMessage(null)
        })
      }
      if (waiting.size === 0) watcher.disconnect()
    })
    watcher.observe(document, { childList: true, subtree: true })
  }, lists)
  const times: StartTimes[] = []
  for (let round = 0; round < count; round += 1) {
    await page.goto('about:blank')
    await page.goto(address)
    const found = await page.waitForFunction(() => {
      const { startTimes } = window as unknown as { startTimes: Partial<StartTimes> }
      return startTimes.seen !== undefined && startTimes.own !== undefined ? (startTimes as StartTimes) : null
    })
    const time = await found.jsonValue()
    if (time !== null) times.push(time)
  }
  return times
}

/** From the change of the address to the paint that shows the answer. */
async function timeSwitches(page: Page, ids: readonly string[], count: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < count; round += 1) {
    const id = ids[(round * 7 + 3) % ids.length] ?? ''
    times.push(
      await page.evaluate(
        wanted =>
          new Promise<number>(done => {
            const begun = performance.now()
            history.pushState(null, '', `#/question/${wanted}`)
            window.dispatchEvent(new PopStateEvent('popstate'))
            const look = (): void => {
              const first = document.querySelector('.note-text > :first-child')?.textContent
              if (first?.startsWith(wanted) !== true) return void requestAnimationFrame(look)
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => done(performance.now() - begun)
              port2.postMessage(null)
            }
            requestAnimationFrame(look)
          }),
        id,
      ),
    )
    await page.waitForTimeout(120)
  }
  return times
}

/** How long people hold a button of the mouse, about. */
const heldMs = 60

/** From the click on a line of the list, in sight, to the paint that shows its answer. */
async function timeClicks(page: Page, ids: readonly string[], count: number): Promise<number[]> {
  const times: number[] = []
  await page.evaluate(id => void (location.hash = `#/question/${id}`), ids[0])
  await page.locator(`[data-question="${ids[0]}"][aria-selected="true"]`).waitFor()
  for (let round = 0; round < count; round += 1) {
    // The lines of one section and the next, in an order in which none comes twice in a row.
    const line = page.locator(`[data-question="${ids[(round * 3 + 1) % 10]}"]`)
    await line.hover()
    const shown = await armedFor(page, 'click')
    await page.mouse.down()
    await page.waitForTimeout(heldMs)
    await page.mouse.up()
    times.push(await shown())
    await page.waitForTimeout(120)
  }
  return times
}

/** From an arrow key in the list to the paint that shows the answer of the next question. */
async function timeArrows(page: Page, ids: readonly string[], count: number): Promise<number[]> {
  const times: number[] = []
  await page.locator(`[data-question="${ids[0]}"]`).click()
  await page.getByRole('tree', { name: 'Questions' }).focus()
  // There and back within the first section.
  const keys = [...Array<string>(6).fill('ArrowDown'), ...Array<string>(6).fill('ArrowUp')]
  for (let round = 0; round < count; round += 1) {
    const shown = await armedFor(page, 'keydown')
    await page.keyboard.press(keys[round % keys.length] ?? '')
    times.push(await shown())
    await page.waitForTimeout(120)
  }
  return times
}

/** Waits for an event, and then for the paint of another answer; what it resolves to gives the milliseconds between. */
async function armedFor(page: Page, type: 'click' | 'keydown'): Promise<() => Promise<number>> {
  await page.evaluate(awaited => {
    const before = document.querySelector('.note-text > :first-child')
    const result = new Promise<number>(done => {
      const begin = ({ timeStamp }: Event): void => {
        const look = (): void => {
          const first = document.querySelector('.note-text > :first-child')
          const isOther = first !== before && first?.textContent?.startsWith('llm-') === true
          if (!isOther) return void requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done(performance.now() - timeStamp)
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }
      document.addEventListener(awaited, begin, { capture: true, once: true })
    })
    Object.assign(window, { shownAfter: result })
  }, type)
  return () => page.evaluate(() => (window as unknown as { shownAfter: Promise<number> }).shownAfter)
}

/** From a key in the search box to the paint of the results that its text has. */
async function timeSearch(page: Page): Promise<number[]> {
  const box = page.getByRole('searchbox', { name: 'Search' })
  await box.click()
  await page.evaluate(() => {
    const times: number[] = []
    let pressedAt: number | undefined
    Object.assign(window, { searchTimes: times })
    document.addEventListener('keydown', event => (pressedAt = event.timeStamp), { capture: true })
    new MutationObserver(() => {
      const from = pressedAt
      const isOfResults = document.querySelector('#search-results li') !== null
      if (from === undefined || !isOfResults) return
      pressedAt = undefined
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - from)
        port2.postMessage(null)
      })
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  for (const query of queries) {
    await box.fill('')
    for (const letter of query) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await page.waitForTimeout(130)
    }
  }
  const times = await page.evaluate(() => (window as unknown as { searchTimes: number[] }).searchTimes)
  await box.fill('')
  await page.keyboard.press('Escape')
  return times
}

/** From the last key to "Saved"; the pause that the page waits for is in it. */
async function timeSaves(page: Page, id: string, count: number): Promise<number[]> {
  await page.evaluate(wanted => void (location.hash = `#/question/${wanted}`), id)
  await page.getByRole('textbox', { name: 'Answer' }).click()
  const state = page.getByRole('status', { name: 'Save state' })
  const times: number[] = []
  for (let round = 0; round < count; round += 1) {
    await page.keyboard.press('e')
    const begun = performance.now()
    await page.waitForTimeout(savePauseMs / 4)
    await state.filter({ hasText: /^Saved$/ }).waitFor()
    times.push(performance.now() - begun)
    await page.waitForTimeout(savePauseMs)
  }
  return times
}

async function heapMbOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return Math.round(usedSize / 1e5) / 10
}

/** Resident memory of a process of Linux; not a number elsewhere. */
async function residentMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(status) ?? []
  return Math.round((Number(kilobytes) * 1024) / 1e6)
}
