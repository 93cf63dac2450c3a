import { expect, test } from '../fixtures'
import { openAnswer } from '../open-answer'

test('text and source side by side are one note', async ({ workspace, page, notebook }) => {
  const body = await openAnswer(workspace, notebook, 'Alpha.\n')
  await page.keyboard.press('Control+Alt+d')
  const source = page.getByRole('textbox', { name: 'Answer (Markdown)' })
  await source.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n**Beta**')
  await expect(page.getByRole('textbox', { name: 'Answer', exact: true }).getByText('Beta')).toBeVisible()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Alpha.\n\n**Beta**')
  await page.getByRole('textbox', { name: 'Answer', exact: true }).getByText('Alpha.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Gamma')
  await expect(source).toContainText('Alpha. Gamma')
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Alpha. Gamma\n\n**Beta**')
})

test('side by side, each view shows the place that the other one is at', async ({
  workspace,
  page,
  notebook,
}) => {
  const paragraphs = Array.from({ length: 120 }, (_, at) => `Paragraph ${at} with **some** words in it.`)
  await openAnswer(workspace, notebook, `${paragraphs.join('\n\n')}\n`)
  await page.keyboard.press('Control+Alt+d')
  const source = page.getByRole('textbox', { name: 'Answer (Markdown)' })
  const answer = page.getByRole('textbox', { name: 'Answer', exact: true })
  await source.click()
  await page.keyboard.press('Control+End')
  await expect(answer.getByText('Paragraph 119 ')).toBeInViewport()
  await page.keyboard.press('Control+Home')
  await expect(answer.getByText('Paragraph 0 ')).toBeInViewport()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('New at the end.')
  await expect(answer.getByText('New at the end.')).toBeInViewport()
  await answer.getByText('New at the end.').click()
  await page.keyboard.press('Control+Home')
  await expect(source.getByText('Paragraph 0 ')).toBeInViewport()
  await page.keyboard.type('Above. ')
  await source.getByText('Above. Paragraph 0 ').click()
  await page.keyboard.press('Control+End')
  await expect(answer.getByText('New at the end.')).toBeInViewport()
})
