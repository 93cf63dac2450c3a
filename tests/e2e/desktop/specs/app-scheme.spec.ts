import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { openNotebook } from '../open-notebook'

const image = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')

const outside = [
  '/../../etc/passwd',
  '/..//..//etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%252e%252e/%252e%252e/etc/passwd',
  '/..\\..\\..\\etc\\passwd',
  '/..%5c..%5cetc%5cpasswd',
  '/assets/../../main/index.js',
  '/assets/..%2f..%2fmain%2findex.js',
  '//etc/passwd',
  '/%00',
  '/%',
  '/attachments/',
  '/attachments/..%2f..%2f..%2fetc%2fpasswd',
]

test('the app’s own files are served with the page’s policy', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const answers = await app.evaluate(async ({ net }) => {
    const get = async (url: string): Promise<unknown[]> => {
      const { status, headers } = await net.fetch(url)
      return [status, headers.get('content-type'), headers.get('content-security-policy')]
    }
    return [await get('app://bundle/'), await get('app://bundle/index.html')]
  })
  const page = [200, expect.stringContaining('text/html'), expect.stringContaining("default-src 'none'")]
  expect(answers).toEqual([page, page])
})

test('a path that leads out of the app’s files is not found, however it is written', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const expected = outside.map(path => [path, 404])
  const fromMain = await app.evaluate(async ({ net }, paths) => {
    const answers: [string, number][] = []
    for (const path of paths) answers.push([path, (await net.fetch(`app://bundle${path}`)).status])
    return answers
  }, outside)
  expect(fromMain).toEqual(expected)
  const ownPaths = outside.filter(path => !path.startsWith('//'))
  const fromPage = await page.evaluate(
    paths => Promise.all(paths.map(async path => [path, (await fetch(path)).status])),
    ownPaths,
  )
  expect(fromPage).toEqual(ownPaths.map(path => [path, 404]))
})

test('other hosts of the scheme are not found, nor other methods', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const statuses = await app.evaluate(async ({ net }) => {
    const status = async (url: string, method = 'GET'): Promise<number> =>
      (await net.fetch(url, { method })).status
    return [
      await status('app://evil/'),
      await status('app://evil/index.html'),
      await status('app://bundle.evil/index.html'),
      await status('app://bundle/index.html', 'POST'),
      await status('app://bundle/index.html', 'PUT'),
    ]
  })
  expect(statuses).toEqual([404, 404, 404, 404, 404])
})

test('attachments come from the notebook’s attachments folder only', async ({
  desktop,
  folder,
  notebook,
}) => {
  const attachments = join(notebook, 'attachments')
  await mkdir(join(attachments, 'sub'), { recursive: true })
  await writeFile(join(attachments, 'own.svg'), image)
  await writeFile(join(attachments, 'sub', 'own image.svg'), image)
  await writeFile(join(attachments, 'note.md'), '# A note')
  await writeFile(join(notebook, 'beside.svg'), image)
  await writeFile(join(folder, 'outside.svg'), image)
  await symlink(join(folder, 'outside.svg'), join(attachments, 'link.svg'))
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await openNotebook(page, notebook)
  const paths = [
    'own.svg',
    'sub/own%20image.svg',
    'missing.svg',
    'note.md',
    'link.svg',
    '../beside.svg',
    '..%2fbeside.svg',
    '%2e%2e%2fbeside.svg',
    '..%5cbeside.svg',
    '%252e%252e%252fbeside.svg',
    'sub/..%2f..%2fbeside.svg',
    encodeURIComponent(join(folder, 'outside.svg')),
  ]
  const statuses = await page.evaluate(
    list => Promise.all(list.map(async path => [path, (await fetch(`/attachments/${path}`)).status])),
    paths,
  )
  expect(statuses).toEqual(paths.map((path, index) => [path, index < 2 ? 200 : 404]))
})

test('an attachment is served with a policy that lets it run nothing', async ({ desktop, notebook }) => {
  await mkdir(join(notebook, 'attachments'), { recursive: true })
  await writeFile(join(notebook, 'attachments', 'own.svg'), image)
  const app = await desktop.launch()
  await openNotebook(await app.firstWindow(), notebook)
  const headers = await app.evaluate(async ({ net }) => {
    const answer = await net.fetch('app://bundle/attachments/own.svg')
    return ['content-security-policy', 'content-type', 'x-content-type-options'].map(name =>
      answer.headers.get(name),
    )
  })
  expect(headers).toEqual([expect.stringContaining('sandbox'), 'image/svg+xml', 'nosniff'])
})
