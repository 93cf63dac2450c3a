import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import type { WorkspacePage } from '../pages/workspace-page'

const encoder = 'What do the encoder and the decoder'
const lines = Array.from({ length: 150 }, (_, at) => (at % 10 === 4 ? `- item ${at}` : `Paragraph ${at}.`))

/** Opens a note of these blocks as the answer to a question; resolves to a function that reads its blocks. */
async function openNote(
  { workspace, notebook }: { readonly workspace: WorkspacePage; readonly notebook: string },
  blocks: readonly string[],
): Promise<() => Promise<string[]>> {
  const path = join(notebook, 'notes', 'answer.md')
  const front = '---\nanswers: [llm-01-01]\n---\n'
  await writeFile(path, `${front}${blocks.join('\n\n')}\n`)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer.locator('> *').first()).toBeVisible()
  return async () => (await readFile(path, 'utf8')).slice(front.length).trimEnd().split('\n\n')
}

/** What the groups show of the note, which is nothing when it has none; and what has the focus in them. */
function inGroups(page: Page): Promise<{ groups: number; shown: boolean; focus: boolean }> {
  return page.evaluate(() => {
    const text = document.querySelector('.note-text')
    const slots = [...(text?.shadowRoot?.querySelectorAll('slot') ?? [])]
    const shown = slots.flatMap(slot => slot.assignedNodes())
    return {
      groups: slots.length,
      shown:
        shown.length === text?.childNodes.length && shown.every((block, at) => block === text.childNodes[at]),
      focus: text?.shadowRoot?.activeElement !== null,
    }
  })
}

test('a long note is laid out in groups, all of which are shown whatever is edited', async ({
  workspace,
  page,
  notebook,
}) => {
  const read = await openNote({ workspace, notebook }, lines)
  expect(await inGroups(page)).toEqual({ groups: 13, shown: true, focus: false })

  await workspace.answer.getByText('Paragraph 11.').click()
  await page.keyboard.press('End')
  for (const word of ['one', 'two', 'three']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(word)
  }
  await expect.poll(() => inGroups(page)).toEqual({ groups: 13, shown: true, focus: false })

  // Over the edge of a group: the first of the second one joins the last of the first one.
  await workspace.answer.getByText('Paragraph 12.').click()
  await page.keyboard.press('Home')
  await workspace.afterPaint()
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' and ')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' The end.')
  await expect(workspace.answer.getByText('The end.')).toBeInViewport()
  await workspace.waitUntilSaved()
  const edited = [
    ...lines.slice(0, 12),
    'one',
    'two',
    'three and Paragraph 12.',
    ...lines.slice(13, -1),
    `${lines.at(-1)} The end.`,
  ]
  expect(await read()).toEqual(edited)

  await page.keyboard.press('Control+A')
  await page.keyboard.type('Only this.')
  await expect.poll(() => inGroups(page)).toEqual({ groups: 1, shown: true, focus: false })
  // Below the text, where nothing is.
  const text = await workspace.answer.boundingBox()
  await page.mouse.click((text?.x ?? 0) + 200, (text?.y ?? 0) + 300)
  await page.keyboard.type(' More.')
  await workspace.waitUntilSaved()
  expect(await read()).toEqual(['Only this. More.'])
  for (let undo = 0; undo < 2 && !(await workspace.answer.getByText('The end.').isVisible()); undo += 1) {
    await page.keyboard.press('Control+Z')
    await workspace.afterPaint()
  }
  await expect.poll(async () => (await inGroups(page)).shown).toBe(true)
  await workspace.waitUntilSaved()
  expect(await read()).toEqual(edited)
})

test('another note takes the place of a long one, which is found again where it was left', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, lines)
  await workspace.answer.getByText('Paragraph 0.').click()
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown')
  const place = await page.evaluate(() => {
    const text = document.querySelector('.note-text')
    const top = document.querySelector('.toolbar-area')?.getBoundingClientRect().bottom ?? 0
    const blocks = [...(text?.children ?? [])]
    return blocks.find(block => block.getBoundingClientRect().top > top)?.textContent ?? ''
  })
  expect(place).toMatch(/ [1-9]\d{1,2}\.?$/)
  await workspace.openQuestion('Set the GPT architecture')
  await page.keyboard.type('Short.')
  await expect(workspace.answer).toHaveText('Short.')
  await workspace.waitUntilSaved()
  expect((await inGroups(page)).shown).toBe(true)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer.getByText(place, { exact: true })).toBeInViewport()
  expect(await inGroups(page)).toMatchObject({ groups: 13, shown: true })
})

test('what is below a list stays where it is when the caret comes into the list', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, lines)
  await workspace.answer.getByText('Paragraph 0.').click()
  const below = workspace.answer.getByText('Paragraph 8.')
  const before = await below.boundingBox()
  await workspace.answer.getByText('item 4', { exact: true }).click()
  await workspace.afterPaint()
  expect(await below.boundingBox()).toEqual(before)
  await page.keyboard.press('ArrowDown')
  await workspace.afterPaint()
  expect(await below.boundingBox()).toEqual(before)
})

const sentence =
  'Values decoding attention token others cache and that cheap every the keys so stays weighs against. '
const uneven = Array.from({ length: 160 }, (_, at) =>
  at % 8 === 0 ? `## Head ${at}` : `Start ${at}. ${sentence.repeat(1 + (at % 5))}walrus${at}x.`,
)

/** Where the block that begins so stands in the window, in pixels. */
function topOf(page: Page, text: string): Promise<number> {
  return page.evaluate(wanted => {
    const blocks = [...document.querySelectorAll('.note-text > *')]
    return blocks.find(block => block.textContent?.startsWith(wanted))?.getBoundingClientRect().top ?? NaN
  }, text)
}

test('the wheel moves a long note as far as it turns, where nothing has been laid out yet', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, uneven)
  await workspace.answer.getByText('Start 1.').click()
  await page.keyboard.press('Control+End')
  await expect(workspace.answer.getByText('walrus159x')).toBeInViewport()
  const box = await page.getByRole('toolbar', { name: 'Formatting' }).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 250)
  for (let notch = 0; notch < 16; notch += 1) {
    const block = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('.note-text > *')]
      const found = blocks.find(element => element.getBoundingClientRect().top > 300)
      return found?.textContent?.slice(0, 10) ?? ''
    })
    const before = await topOf(page, block)
    await page.mouse.wheel(0, -200)
    await expect.poll(async () => Math.abs((await topOf(page, block)) - before - 200)).toBeLessThanOrEqual(2)
  }
})

test('what is found, an outline and a way back lead to the place in a long note', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, uneven)
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' })
  const below = async (): Promise<number> => {
    const box = await toolbar.boundingBox()
    return (box?.y ?? Infinity) + (box?.height ?? 0)
  }
  await page.getByRole('button', { name: 'Head 120' }).click()
  await expect(workspace.answer.getByText('Head 120')).toBeInViewport()
  expect(await topOf(page, 'Head 120')).toBeGreaterThanOrEqual(await below())

  await page.keyboard.press('Control+F')
  await page.keyboard.type('walrus37x')
  await page.keyboard.press('Enter')
  await expect.poll(() => topOf(page, 'Start 37.')).toBeLessThan(800)
  expect(await topOf(page, 'Start 37.')).toBeGreaterThan(0)
  await page.keyboard.press('Escape')

  const place = await topOf(page, 'Start 37.')
  await workspace.openQuestion('Set the GPT architecture')
  await expect(workspace.answer).toHaveText('')
  await workspace.openQuestion(encoder)
  await expect.poll(async () => Math.abs((await topOf(page, 'Start 37.')) - place)).toBeLessThanOrEqual(1)

  // At the beginning of its block, with words before it that are another block's.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('"Start 142"')
  await page.keyboard.press('Enter')
  await expect(workspace.answer.getByText('Start 142.')).toBeInViewport()
})

test('PageDown shows every line of a long note, PageUp comes back, and the caret is never out of sight', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, uneven)
  await workspace.answer.getByText('Start 1.').click()
  await page.keyboard.press('Control+Home')
  const inSight = () =>
    page.evaluate(() => {
      const top = document.querySelector('.toolbar-area')?.getBoundingClientRect().bottom ?? 0
      const bottom = document.querySelector('footer')?.getBoundingClientRect().top ?? 0
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
      const blocks = [...document.querySelectorAll('.note-text > *')]
      const numbers = blocks.flatMap((block, at) => {
        const { top: above, bottom: below } = block.getBoundingClientRect()
        return below > top && above < bottom ? [at] : []
      })
      return {
        first: numbers[0] ?? NaN,
        last: numbers.at(-1) ?? NaN,
        isCaretSeen: caret !== undefined && caret.bottom > top && caret.top < bottom,
      }
    })
  let last = (await inSight()).last
  for (let turn = 0; turn < 8; turn += 1) {
    await page.keyboard.press('PageDown')
    await workspace.afterPaint()
    const seen = await inSight()
    expect(seen.isCaretSeen).toBe(true)
    expect(seen.first).toBeLessThanOrEqual(last)
    expect(seen.last).toBeGreaterThan(last)
    last = seen.last
  }
  await page.keyboard.press('Shift+PageUp')
  expect(await page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(500)
  for (let turn = 0; turn < 12; turn += 1) await page.keyboard.press('PageUp')
  await page.keyboard.type('Here: ')
  await expect(workspace.answer.locator('> *').first()).toContainText('Here: ')
})

test('a caret that would leave the page is brought in: below, under the toolbar, and sideways in code', async ({
  workspace,
  page,
  notebook,
}) => {
  await openNote({ workspace, notebook }, [
    '## Top',
    ...lines.slice(0, 12),
    'First words.',
    '```text\ncode\n```',
  ])
  const caretIn = async (box: string): Promise<boolean> => {
    await workspace.afterPaint()
    return page.evaluate(selector => {
      const selection = getSelection()
      const around = document.querySelector(selector)?.getBoundingClientRect()
      const range = selection?.getRangeAt(0).cloneRange()
      const { startContainer: node, startOffset: at } = range ?? {}
      if (around === undefined || range === undefined || node === undefined) return false
      if (node instanceof Text) range.setStart(node, Math.max(0, (at ?? 0) - 1))
      const caret = node instanceof Element ? node.getBoundingClientRect() : range.getBoundingClientRect()
      const toolbar = document.querySelector('.toolbar-area')?.getBoundingClientRect().bottom ?? 0
      return (
        caret.top >= toolbar &&
        caret.bottom <= innerHeight - 20 &&
        caret.left >= around.left - 1 &&
        caret.right <= around.right + 1
      )
    }, box)
  }
  await workspace.answer.getByText('First words.').click()
  await page.keyboard.press('End')
  for (let line = 0; line < 10; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(`line ${line}`)
    await expect.poll(() => caretIn('.note-text')).toBe(true)
  }
  for (let line = 0; line < 24; line += 1) {
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => caretIn('.note-text')).toBe(true)
  }
  await workspace.answer.getByText('code', { exact: true }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' is long'.repeat(40))
  await expect.poll(() => caretIn('.note-text pre')).toBe(true)
})
