import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Random } from '../../bench/search/random'
import { launchBrowser } from '../browser/launch-browser'
import { NotebookPage } from '../browser/notebook-page'
import { BarCounter, type Suite } from '../suite'
import { callApi } from './call-api'
import { Canaries, linkOutside, secret, watchPage, type PageWatch } from './canaries'
import { hand, pasteKinds } from './hand-over'
import { hostileNotebook, marker, notePath, questionIdOf } from './hostile-notebook'
import { hostileRequests, send } from './hostile-requests'
import { outsideLinks, workInLinked } from './linked-notebooks'
import { hostileCalls } from './hostile-calls'
import { hostilePayloads, type Payload } from './payloads'
import { startWithSettings } from './hostile-settings'
import { countOffences, type Counters, type HostileWorld } from './hostile-world'

/**
 * Each payload by each way in: as a note's body, title, tag, front matter and file name, as a question, a section, a hint, a
 * line of the study log, an attachment's name and content, by paste and drop, in an import, in the search box and in the
 * settings; and requests and calls that no page of ours makes. `runs` is how many payloads are taken, all of them for 0.
 */
export const hostileSuite: Suite = {
  name: 'hostile',
  longRuns: 0,
  shortRuns: 3,
  run: async ({ seed, runs, report }) => {
    const canaries = await Canaries.set()
    const counters: Counters = {
      scripts: new BarCounter('hostile: no script runs, no policy is violated', 'payloads by way in', report),
      requests: new BarCounter('hostile: no request to another origin', 'payloads by way in', report),
      files: new BarCounter('hostile: no file outside is read or written', 'payloads by way in', report),
    }
    const all = hostilePayloads(canaries.origin, canaries.outside)
    const payloads = runs === 0 ? all : drawn(all, runs, new Random(seed))
    const shown = { notes: 0 }
    const browser = await launchBrowser()
    try {
      const world = { browser, canaries, counters, payloads, shown, report }
      await inNotebook(world)
      await startWithSettings(world)
      await behindLinks(world)
    } finally {
      await browser.close()
      for (const request of canaries.requests)
        counters.requests.violation(`${request} came to the other origin`)
      for (const path of await canaries.changesOutside())
        counters.files.violation(`${path} was changed outside`)
      await canaries.close()
    }
    const { scripts, requests, files } = counters
    return [
      scripts.bar(
        `${payloads.length} payloads by ${ways.length} ways in; ${shown.notes} notes of them were shown`,
      ),
      requests.bar('as the page and a server on another port saw it'),
      files.bar(`files beside the notebook, ${outsideLinks.length} links that lead there`),
    ]
  },
}

const ways = [
  'body',
  'title',
  'tag',
  'front matter',
  'file name',
  'question',
  'section',
  'hint',
  'study log',
  'attachment name',
  ...pasteKinds,
  'import',
  'search',
  'found text',
  'settings',
]

const longestLoadMs = 2000

function drawn(all: readonly Payload[], count: number, random: Random): Payload[] {
  return Array.from({ length: count }, () => random.from(all))
}

async function inNotebook(world: HostileWorld): Promise<void> {
  const { browser, canaries, payloads, counters, report } = world
  let watch: PageWatch | undefined
  const opened = await NotebookPage.open(browser, {
    questions: 5,
    files: hostileNotebook(payloads, canaries.origin),
    prepare: async page => {
      watch = await watchPage(page)
    },
  })
  try {
    if (watch === undefined) throw new TypeError('the page is not watched')
    await linkOutside(opened.folder, canaries.outside, {
      'notes/linked.md': 'secret.md',
      'notes/linked-folder': 'folder',
      'attachments/linked.png': 'secret.png',
      'attachments/linked-folder': '.',
    })
    await lookAtNotes(world, opened, watch)
    report('hostile: notes and questions seen')
    await handOver(world, opened, watch)
    report('hostile: pasted and dropped')
    await searchAndImport(world, opened, watch)
    const cookies = await opened.context.cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    await requestAndCall(world, opened, cookie)
    await openAttachments(world, opened, watch)
    if ((await opened.page.content()).includes(secret))
      counters.files.violation('the page shows a file from outside')
  } finally {
    await opened.close()
  }
}

async function lookAtNotes(world: HostileWorld, opened: NotebookPage, watch: PageWatch): Promise<void> {
  for (const [index, payload] of world.payloads.entries()) {
    const path = notePath(payload, index)
    await watch.check(`note ${JSON.stringify(payload.text)}`)
    await opened.goTo(`#/note/${encodeURIComponent(path)}`)
    await opened.workspace.afterPaint()
    // Names that no file of a notebook may have, such as those with a backslash, open nothing.
    const isShown = await opened.page
      .getByText(marker)
      .first()
      .waitFor({ state: 'attached', timeout: longestLoadMs })
      .then(
        () => true,
        () => false,
      )
    if (isShown) world.shown.notes += 1
    await clickOddLinks(opened)
    await watch.check(`question ${JSON.stringify(payload.text)}`)
    await opened.goTo(`#/question/${questionIdOf(index)}`)
    // What a payload made of the list may have left it without this question; then the page says so.
    await opened.page
      .getByRole('article')
      .or(opened.page.getByRole('main'))
      .first()
      .waitFor({ state: 'attached' })
    await opened.workspace.afterPaint()
    await watch.check('')
    countOffences(world, watch, 10)
  }
}

/** Links that lead to no page of the web are clicked; those that do are the user's own decision. */
async function clickOddLinks({ page, workspace }: NotebookPage): Promise<void> {
  const count = await workspace.answer.locator('a').count()
  for (let index = 0; index < Math.min(count, 4); index += 1) {
    await workspace.answer.evaluate((element, number) => {
      const link = element.querySelectorAll('a')[number]
      if (link !== undefined && !/^https?:/.test(link.href)) link.click()
    }, index)
  }
  await page.keyboard.press('Escape')
}

async function handOver(world: HostileWorld, opened: NotebookPage, watch: PageWatch): Promise<void> {
  await opened.openQuestion(1)
  for (const payload of world.payloads) {
    for (const kind of pasteKinds) {
      await watch.check(`${kind} ${JSON.stringify(payload.text)}`)
      await hand(opened.workspace.answer, kind, payload.text)
      await opened.workspace.afterPaint()
      countOffences(world, watch, 1)
    }
    await opened.page.keyboard.press('Control+A')
    await opened.page.keyboard.press('Delete')
  }
  await watch.check('')
}

async function searchAndImport(world: HostileWorld, opened: NotebookPage, watch: PageWatch): Promise<void> {
  const { page, workspace } = opened
  for (const { text } of world.payloads) {
    await watch.check(`search ${JSON.stringify(text)}`)
    await workspace.search.fill(text.replaceAll('\0', ''))
    await workspace.afterPaint()
    countOffences(world, watch, 1)
  }
  for (const { text } of world.payloads) {
    await workspace.search.fill(`${marker} ${text.match(/\w{4,}/)?.[0] ?? ''}`)
    await workspace.afterPaint()
    countOffences(world, watch, 1)
  }
  await page.keyboard.press('Escape')
  for (const { text } of world.payloads) {
    await watch.check(`import ${JSON.stringify(text)}`)
    const list = `# ${text}\n\n## ${text}\n\n### What is ${text}?\n\n${text}\n`
    const file = {
      name: `${text.replaceAll(/[\0/\\]/g, '_').slice(0, 60)}.md`,
      base64: Buffer.from(list).toString('base64'),
    }
    await callApi(page, 'questions.import', { files: [file] })
    countOffences(world, watch, 1)
  }
  await workspace.afterPaint()
  await watch.check('')
}

async function requestAndCall(
  { canaries, counters }: HostileWorld,
  opened: NotebookPage,
  cookie: string,
): Promise<void> {
  const port = Number(new URL(opened.host.url).port)
  for (const hostile of hostileRequests(port, cookie, canaries.outside)) {
    const { status, text, headers } = await send(port, hostile)
    counters.files.runs += 1
    const isPage = status === 200 && text.includes('<!doctype html>') && hostile.what.startsWith('path')
    if (status === 101 || (status >= 200 && status < 300 && !isPage))
      counters.files.violation(`${hostile.what}: ${status}`)
    if (text.includes(secret) || text.includes('root:'))
      counters.files.violation(`${hostile.what}: shows another file`)
    if ('access-control-allow-origin' in headers)
      counters.files.violation(`${hostile.what}: allows another origin`)
    if ('set-cookie' in headers) counters.files.violation(`${hostile.what}: gives a session`)
  }
  for (const { name, input } of hostileCalls(canaries.outside)) {
    const answer = await callApi(opened.page, name, input)
    counters.files.runs += 1
    if (answer.includes(secret) || answer.includes('root:'))
      counters.files.violation(`${name} ${JSON.stringify(input)}: shows another file`)
  }
}

/** What a browser makes of an attachment that is opened by itself. */
async function openAttachments(world: HostileWorld, opened: NotebookPage, watch: PageWatch): Promise<void> {
  const origin = new URL(opened.host.url).origin
  const names = (await readdir(join(opened.folder, 'attachments'))).filter(name =>
    /^(?:script|page|x|linked)\b/.test(name),
  )
  for (const name of names) {
    await watch.check(`attachment ${name}`)
    await opened.page.goto(`${origin}/attachments/${encodeURIComponent(name)}`).catch(() => undefined)
    await delay(50)
    await watch.check('')
    // Opened by itself an SVG wants to load and to run, and its own policy stops it: what counts is that nothing did.
    watch.offences.splice(
      0,
      watch.offences.length,
      ...watch.offences.filter(text => text.endsWith('a script ran')),
    )
    countOffences(world, watch, 1)
  }
  await opened.page.goto(opened.host.url)
  await opened.workspace.tree.waitFor()
}

/** All links, or in a short run those of some. */
async function behindLinks(world: HostileWorld): Promise<void> {
  const step = world.payloads.length < outsideLinks.length ? 5 : 1
  for (const link of outsideLinks.filter((_, index) => index % step === 0)) {
    for (const problem of await workInLinked(world, link)) world.counters.files.violation(problem)
    world.counters.files.runs += 1
    world.report(`hostile: ${link.path} leads outside`)
  }
}
