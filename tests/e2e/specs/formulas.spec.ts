import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const encoder = 'What do the encoder and the decoder'
const roots = ['d', 'd_k', 'x^2 + 1', 'f(x)', '\\frac{a}{b}', '\\sum_i x_i']

test('no root of a formula has empty space after it', async ({ workspace, page, notebook }) => {
  const inText = roots.map(root => `$\\sqrt{${root}}V$`).join(' ')
  const set = roots.map(root => `\\sqrt{${root}}V`).join(' + ')
  await writeAnswer(notebook, `In text: ${inText} and $\\sqrt[3]{x}y$.\n\n$$\n${set}\n$$\n`)
  await workspace.openQuestion(encoder)
  // From what is under a root to the letter after it.
  const spaces = (): Promise<number[]> =>
    page.locator('msqrt, mroot').evaluateAll(all =>
      all.map(root => {
        const under = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild
        const letter = root.nextElementSibling?.getBoundingClientRect().left ?? NaN
        return Math.abs(letter - (under?.getBoundingClientRect().right ?? NaN))
      }),
    )
  await expect.poll(async () => (await spaces()).length).toBe(2 * roots.length + 1)
  await expect.poll(async () => Math.max(...(await spaces()))).toBeLessThan(0.5)
})

test('a formula between two dollars on one line takes that line and no more', async ({
  workspace,
  notebook,
}) => {
  await writeAnswer(notebook, 'Before.\n\n$$a = b$$\n\nAfter.\n')
  await workspace.openQuestion(encoder)
  await expect(workspace.answer.locator('> p')).toHaveCount(3)
  const heights = await workspace.answer
    .locator('> p')
    .evaluateAll(all => all.map(paragraph => paragraph.getBoundingClientRect().height))
  expect(heights[1]).toBeLessThan((heights[0] ?? 0) * 1.5)
})

test('a question is shown with its formulas, and one that can not be set as it is written', async ({
  workspace,
  page,
  notebook,
}) => {
  const list = `# Mathematics

## Scaling

1. Why is attention scaled by $\\frac{1}{\\sqrt{d_k}}$? ^m-01-01

   > Hint: think of $\\operatorname{Var}(q \\cdot k)$.
2. How is the unclosed $\\frac{1$ read? ^m-01-02
`
  await writeFile(join(notebook, 'questions', 'mathematics.md'), list)
  await workspace.openQuestion('Why is attention scaled by')
  await expect(workspace.tree.locator('math mfrac')).toHaveCount(1)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading.locator('math msqrt')).toBeVisible()
  await page.getByRole('button', { name: 'Hint' }).click()
  await expect(page.locator('math').filter({ hasText: 'Var' })).toBeVisible()
  await workspace.openQuestion('How is the unclosed')
  await expect(heading.locator('code')).toHaveText('\\frac{1')
})

test('a formula stays when one goes on typing after its field', async ({ workspace, page, notebook }) => {
  await writeAnswer(notebook, 'Loss $x^2$\n')
  await workspace.openQuestion(encoder)
  const formula = workspace.answer.locator('.inline-math')
  const field = page.getByRole('textbox', { name: 'Formula' })
  await formula.click()
  await page.keyboard.press('Enter')
  await field.press('End')
  await page.keyboard.type('+1')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' is')
  await formula.click()
  await page.keyboard.press('Enter')
  await field.fill('y')
  await page.keyboard.press('Escape')
  await page.keyboard.type('!')
  await workspace.waitUntilSaved()
  const saved = await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')
  expect(saved.split('---\n')[2]).toBe('Loss $x^2+1$! is\n')
})

test('among words the slash menu offers a formula in the line first, and a block below them', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeAnswer(notebook, 'The loss\n')
  await workspace.openQuestion(encoder)
  await workspace.type(' /formula')
  await expect(page.getByRole('listbox', { name: 'Insert' }).getByRole('option')).toHaveText([
    /Formula in the line/,
    /Formula block/,
  ])
  await page.keyboard.press('Enter')
  await page.keyboard.type('L')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' is /formula')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('e^x')
  await workspace.waitUntilSaved()
  const saved = await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')
  expect(saved.split('---\n')[2]).toBe('The loss $L$ is\n\n$$\ne^x\n$$\n')
})

async function writeAnswer(notebook: string, body: string): Promise<void> {
  await writeFile(join(notebook, 'notes', 'answer.md'), `---\nanswers: [llm-01-01]\n---\n${body}`)
}
