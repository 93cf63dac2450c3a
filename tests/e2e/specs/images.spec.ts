import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { samplePng } from '../../support/sample-images'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const open = async (notebook: string, body: string): Promise<string> => {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, `---\nanswers: [llm-01-01]\n---\n${body}`)
  return path
}
const bodyOf = async (path: string): Promise<string> => (await readFile(path, 'utf8')).split('---\n')[2] ?? ''

interface Pasted {
  readonly files?: readonly { readonly name: string; readonly base64: string }[]
  readonly html?: string
}

/** Pastes, or drops at a point, what a browser would hand over. */
async function hand(editor: Locator, pasted: Pasted, at?: { x: number; y: number }): Promise<void> {
  await editor.evaluate(
    (element, { files = [], html, point }) => {
      const data = new DataTransfer()
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
        data.items.add(new File([bytes], name, { type: 'image/png' }))
      }
      if (html !== undefined) data.setData('text/html', html)
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        point === undefined
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data, clientX: point.x, clientY: point.y }),
      )
    },
    { ...pasted, point: at },
  )
}

const png = (name: string, seed = 0) => ({ name, base64: Buffer.from(samplePng(seed)).toString('base64') })

test('a pasted screenshot is stored once and linked from the note', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(question)
  await page.keyboard.type('See ')
  await hand(workspace.answer, { files: [png('image.png')] })
  await page.keyboard.type('typed on')
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(1)
  await workspace.waitUntilSaved()
  const [attachment = ''] = await readdir(join(notebook, 'attachments'))
  expect(attachment).toMatch(/^llm-01-01 \d{4}-\d\d-\d\d\.png$/)
  const [note = ''] = await readdir(join(notebook, 'notes'))
  await expect
    .poll(() => bodyOf(join(notebook, 'notes', note)))
    .toBe(`See ![](../attachments/${attachment.replace(' ', '%20')})typed on\n`)

  await page.keyboard.press('Enter')
  await hand(workspace.answer, { files: [png('again.png')] })
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(2)
  expect(await readdir(join(notebook, 'attachments'))).toEqual([attachment])
  await workspace.waitUntilSaved()
  await page.reload()
  const shown = workspace.answer.locator('.note-image img')
  await expect(shown).toHaveCount(2)
  await expect.poll(() => shown.first().evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(24)
})

test('several dropped images stand where they were dropped, and undo takes them away at once', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = await open(notebook, 'first\n\nsecond\n\nthird\n')
  await workspace.openQuestion(question)
  const box = await workspace.answer.getByText('second').boundingBox()
  if (box === null) throw new Error('the paragraph is not shown')
  const point = { x: box.x + box.width - 2, y: box.y + box.height / 2 }
  await hand(workspace.answer, { files: [png('One (1).png', 1), png('Größe 二.png', 2)] }, point)
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(2)
  await workspace.waitUntilSaved()
  const images = '![](../attachments/One%20%281%29.png)\n\n![](../attachments/Größe%20二.png)'
  await expect.poll(() => bodyOf(path)).toMatch(/first[\s\S]*third/)
  expect((await bodyOf(path)).replace('secon', '').replace('\n\nd\n', '\n\n')).toContain(images)
  await workspace.answer.click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+z')
  await expect(workspace.answer.locator('.note-image')).toHaveCount(0)
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('first\n\nsecond\n\nthird\n')
})

test('what is not an image is refused in words and leaves no link', async ({ workspace, page, notebook }) => {
  const path = await open(notebook, 'text\n')
  await workspace.openQuestion(question)
  await workspace.answer.click()
  await hand(workspace.answer, {
    files: [{ name: 'fake.png', base64: Buffer.from('<html>').toString('base64') }],
  })
  await expect(page.getByText('“fake.png” was not added. This is not an image.')).toBeVisible()
  await expect(workspace.answer.locator('.note-image, .image-waiting')).toHaveCount(0)
  expect(await readdir(join(notebook, 'attachments'))).toEqual([])
  expect(await bodyOf(path)).toBe('text\n')
})

test('images inside pasted HTML are stored, remote ones stay links', async ({ workspace, notebook }) => {
  const path = await open(notebook, '\n')
  await workspace.openQuestion(question)
  await workspace.answer.click()
  const { base64 } = png('', 3)
  await hand(workspace.answer, {
    html: `<p>before <img alt="own" src="data:image/png;base64,${base64}"> after</p><p><img alt="far" src="https://example.com/a.png"></p>`,
  })
  await expect(workspace.answer.getByRole('img', { name: 'own' })).toBeVisible()
  await expect(workspace.answer.locator('.image-placeholder')).toContainText('https://example.com/a.png')
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(path))
    .toMatch(
      /^\nbefore !\[own\]\(\.\.\/attachments\/[^)]+\.png\) after\n\n!\[far\]\(https:\/\/example\.com\/a\.png\)\n$/,
    )
})

test('a selected image is described, resized by keyboard and by dragging, and removed', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'attachments', 'map.png'), samplePng())
  const path = await open(notebook, 'Map: ![old](../attachments/map.png)\n')
  await workspace.openQuestion(question)
  const image = workspace.answer.locator('.note-image img')
  await image.click()
  const popover = page.getByRole('group', { name: 'Image' })
  await page.keyboard.press('Enter')
  await expect(popover.getByLabel('Description')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('KV cache')
  await popover.getByLabel('Width').fill('200')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('Map: ![KV cache|200](../attachments/map.png)\n')
  expect(await image.evaluate(element => element.clientWidth)).toBe(200)

  const handle = page.getByRole('slider', { name: 'Width of the image' })
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await expect(handle).toHaveAttribute('aria-valuenow', '210')
  const box = await handle.boundingBox()
  if (box === null) throw new Error('the handle is not shown')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('Map: ![KV cache|300](../attachments/map.png)\n')

  await image.click()
  await page.keyboard.press('Enter')
  await expect(popover.getByLabel('Description')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('!')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('Map: ![KV cache|300](../attachments/map.png)!\n')
  await image.click()
  await popover.getByRole('button', { name: 'Open image' }).click()
  await expect(page.getByRole('dialog', { name: 'Close the image' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await image.click()
  await popover.getByRole('button', { name: 'Remove image' }).click()
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('Map: !\n')
})

test('images are chosen from the computer', async ({ workspace, page, notebook }) => {
  const path = await open(notebook, 'text\n')
  await workspace.openQuestion(question)
  await workspace.answer.click()
  await page.getByRole('button', { name: 'Image', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await (
    await chooser
  ).setFiles([{ name: 'chosen.png', mimeType: 'image/png', buffer: Buffer.from(samplePng(5)) }])
  await expect(workspace.answer.locator('.note-image img')).toBeVisible()
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toContain('../attachments/chosen.png')
})

test('a picture goes to a note of another folder with its address', async ({
  workspace,
  page,
  notebook,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await writeFile(join(notebook, 'attachments', 'p.png'), samplePng())
  const path = await open(notebook, 'Here ![keep|90](../attachments/p.png) and [x](other.md).\n')
  const deep = join(notebook, 'notes', 'sub', 'deep.md')
  await mkdir(join(notebook, 'notes', 'sub'))
  await writeFile(deep, '---\nanswers: [llm-01-02]\n---\ntext\n')
  await workspace.openQuestion(question)
  await workspace.answer.locator('.note-image img').click()
  await page.keyboard.press('Control+c')
  await workspace.openQuestion('Set the GPT architecture beside')
  await workspace.type(' ')
  await page.keyboard.press('Control+v')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(deep)).toBe('text ![keep|90](../../attachments/p.png)\n')
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(1)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await workspace.openQuestion(question)
  await workspace.answer.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await workspace.waitUntilSaved()
  const line = 'Here ![keep|90](../attachments/p.png) and [x](other.md).'
  await expect.poll(() => bodyOf(path)).toBe(`${line}\n\n${line}\n`)
})

test('blocks that the browser joins keep their pictures', async ({ workspace, page, notebook, offences }) => {
  await writeFile(join(notebook, 'attachments', 'p.png'), samplePng())
  const moved = '![old|100](../attachments/p.png "a title") x ![[p.png|40]] $x^2$ <kbd>K</kbd>'
  const path = await open(notebook, `first\n\n${moved}\n`)
  await workspace.openQuestion(question)
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(2)
  await workspace.answer.getByText('first').click()
  await page.keyboard.press('End')
  await page.evaluate(() => document.execCommand('forwardDelete'))
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe(`first${moved}\n`)
  // The browser writes styles of its own into what it moves, and its policy refuses them.
  expect(new Set(offences.splice(0))).toEqual(new Set(['style-src-attr inline  :1']))
})

test('a file that is no image is stored and linked, offered, and opened in a tab', async ({
  workspace,
  page,
  notebook,
  context,
}) => {
  const path = await open(notebook, 'See \n\n![[gone.pdf]]\n')
  await workspace.openQuestion(question)
  const card = workspace.answer.locator('.embed')
  await expect(card).toHaveText('There is no file attachments/gone.pdf in this notebook.')
  await workspace.answer.getByText('See').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')
  await hand(workspace.answer, {
    files: [{ name: 'My t.txt', base64: Buffer.from('hello').toString('base64') }],
  })
  await expect(workspace.answer.getByRole('link', { name: 'My t.txt' })).toBeVisible()
  await page.keyboard.type(' and ![[my')
  await page.getByRole('option', { name: 'My t.txt' }).click()
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(path))
    .toBe('See [My t.txt](../attachments/My%20t.txt) and ![[My t.txt]]\n\n![[gone.pdf]]\n')
  await expect(card.first()).toContainText('TXT · 5 bytes')

  const tab = context.waitForEvent('page')
  await card.first().getByRole('button', { name: 'My t.txt' }).click()
  await expect((await tab).locator('body')).toHaveText('hello')
  await writeFile(join(notebook, 'attachments', 'gone.pdf'), '%PDF-1.4')
  await expect(card.nth(1)).toContainText('PDF · 8 bytes')
})

test('a picture shows once its file is there, says its width as it is, and what the handle does is undone', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = await open(notebook, '![later](../attachments/%E6%9D%A5%20x.png) ![[late.png]]\n')
  await workspace.openQuestion(question)
  const boxes = workspace.answer.locator('.image-placeholder')
  await expect(boxes).toHaveText([
    'later../attachments/来 x.pngThe file is missing, or it is not an image.',
    'late.pngThe file is missing, or it is not an image.',
  ])
  for (const name of ['来 x.png', 'late.png'])
    await writeFile(join(notebook, 'attachments', name), samplePng())
  await expect(workspace.answer.locator('.note-image img')).toHaveCount(2)

  await workspace.answer.getByRole('img', { name: 'later' }).click()
  const width = page.getByRole('group', { name: 'Image' }).getByLabel('Width')
  await width.press('ArrowUp')
  await expect(width).toHaveValue('34')
  const handle = page.getByRole('slider', { name: 'Width of the image' })
  await handle.focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
  await expect(width).toHaveValue('64')
  await page.keyboard.press('Control+z')
  await expect(width).toHaveValue('54')
  await expect(handle).toHaveAttribute('aria-valuenow', '54')
  await page.keyboard.press('Control+Shift+z')
  await expect(width).toHaveValue('64')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toContain('![later|64](../attachments/%E6%9D%A5%20x.png)')
})

test('a picture pasted at the end of a long note is seen', async ({ workspace, page, notebook }) => {
  await open(notebook, 'line\n\n'.repeat(60))
  await workspace.openQuestion(question)
  await workspace.answer.click()
  await page.keyboard.press('Control+End')
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="9" height="9"/></svg>'
  await hand(workspace.answer, {
    files: [{ name: 'tall.svg', base64: Buffer.from(svg).toString('base64') }],
  })
  const image = workspace.answer.locator('.note-image img')
  await expect.poll(() => image.evaluate(element => element.clientHeight)).toBe(400)
  await expect(image).toBeInViewport({ ratio: 0.99 })
})
