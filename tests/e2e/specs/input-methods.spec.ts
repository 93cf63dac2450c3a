import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const encoder = 'What do the encoder and the decoder'

async function bodyOfOnlyNote(notebook: string): Promise<string> {
  const [name = ''] = await readdir(join(notebook, 'notes'))
  const text = await readFile(join(notebook, 'notes', name), 'utf8')
  return text.replace(/^---\n[^]*?\n---\n/, '')
}

/** An input method as the browser knows it: letters that are being composed, then what they become. */
class InputMethod {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  async compose(...steps: readonly string[]): Promise<void> {
    for (const text of steps) {
      const at = { selectionStart: text.length, selectionEnd: text.length }
      await this.#session.send('Input.imeSetComposition', { text, ...at })
    }
  }

  /** The key that begins a composition, which a page sees first. */
  async press(code: string): Promise<void> {
    const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text })
  }

  async write(text: string, ...steps: readonly string[]): Promise<void> {
    await this.compose(...steps)
    await this.commit(text)
  }
}

test('a composition in an empty answer goes on while the first save makes the note', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(encoder)
  const ime = await InputMethod.of(page)
  await ime.compose('b', 'bian', 'bian ma')
  await expect.poll(() => readdir(join(notebook, 'notes'))).toHaveLength(1)
  await expect(workspace.saveState).toHaveText('Saved')
  await ime.compose('bian ma qi')
  await ime.commit('编码器')
  await ime.write('读取输入。', 'du', 'du qu shu ru')
  await workspace.waitUntilSaved()
  await expect(workspace.answer).toHaveText('编码器读取输入。')
  expect(await bodyOfOnlyNote(notebook)).toBe('编码器读取输入。\n')
})

test('emphasis next to Chinese is set by keys or typed, and stays emphasis after a reload', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(encoder)
  const ime = await InputMethod.of(page)
  await page.keyboard.press('Control+b')
  await ime.write('重要：', 'zhong', 'zhong yao')
  await page.keyboard.press('Control+b')
  await ime.write('中文', 'zhong wen')
  await page.keyboard.type('，*')
  await ime.write('强调', 'qiang', 'qiang diao')
  await page.keyboard.type('*')
  await ime.write('后', 'hou')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('**重要：**中文，*强调*后\n')
  await page.reload()
  await expect(workspace.answer.locator('strong')).toHaveText('重要：')
  await expect(workspace.answer).toHaveText('重要：中文，强调后')
})

test('the brackets of a Chinese keyboard complete links, and Enter belongs to the composition', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', '注意力.md'), '# 注意力\n\n多头注意力。\n')
  await workspace.openQuestion(encoder)
  const ime = await InputMethod.of(page)
  await page.keyboard.type('见 ')
  await page.keyboard.insertText('【【')
  await ime.write('注意', 'zhu', 'zhu yi')
  const option = page.getByRole('listbox').getByRole('option')
  await expect(option.first()).toContainText('注意力')
  await page.keyboard.press('Enter')
  await workspace.waitUntilSaved()
  const files = await readdir(join(notebook, 'notes'))
  const answer = files.find(name => name !== '注意力.md') ?? ''
  expect(await readFile(join(notebook, 'notes', answer), 'utf8')).toContain('见 [[注意力]]\n')
})

test('a composition inside a heading and a list item stays in one piece', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(encoder)
  const ime = await InputMethod.of(page)
  await page.keyboard.type('## ')
  await ime.write('标题', 'biao', 'biao ti')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- ')
  await ime.write('第一', 'di', 'di yi')
  await page.keyboard.press('Enter')
  await ime.write('第二', 'di', 'di er')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('## 标题\n\n- 第一\n- 第二\n')
})

test('Japanese and Korean are composed and counted by characters', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  const ime = await InputMethod.of(page)
  await ime.write('注意機構', 'ちゅ', 'ちゅうい', '注意きこう')
  await ime.write('입니다', 'ㅇ', '이', '입', '입니')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('注意機構입니다\n')
  await expect(page.getByText('7 words')).toBeVisible()
})

test('Arabic and Hebrew run from the right, English beside them from the left', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = 'الانتباه هو كل ما تحتاجه.\n\nEnglish words.\n\n- שלום\n- עולם\n'
  await writeFile(join(notebook, 'notes', 'answer.md'), `---\nanswers: [llm-01-01]\n---\n${body}`)
  await workspace.openQuestion(encoder)
  const startsRight = (text: string): Promise<boolean> =>
    workspace.answer.getByText(text).evaluate(element => {
      const range = document.createRange()
      range.setStart(element.firstChild as Node, 0)
      range.setEnd(element.firstChild as Node, 1)
      const box = element.getBoundingClientRect()
      return range.getBoundingClientRect().left > box.left + box.width / 2
    })
  expect(await startsRight('الانتباه')).toBe(true)
  expect(await startsRight('English words.')).toBe(false)
  expect(await startsRight('שלום')).toBe(true)
  await workspace.answer.getByText('الانتباه').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' حقا')
  await workspace.waitUntilSaved()
  expect(await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')).toContain('تحتاجه. حقا\n\nEnglish')
})

test('a composition over cells of a table clears all of them, as letters do', async ({
  workspace,
  page,
  notebook,
}) => {
  const table = '| a | b |\n| --- | --- |\n| c | d |\n'
  await writeFile(join(notebook, 'notes', 'a.md'), `---\nanswers: [llm-01-01]\n---\n${table}`)
  await workspace.openQuestion(encoder)
  await workspace.answer.getByText('c', { exact: true }).click()
  await workspace.answer.getByText('d', { exact: true }).click({ modifiers: ['Shift'] })
  await expect(workspace.answer.locator('.selectedCell')).toHaveCount(2)
  const ime = await InputMethod.of(page)
  await ime.press('KeyN')
  await ime.write('你', 'n', 'ni')
  await workspace.waitUntilSaved()
  await expect(workspace.answer.locator('td')).toHaveText(['', '你'])
  expect(await bodyOfOnlyNote(notebook)).toMatch(/\|\s+\| 你\s*\|\n$/)
})
