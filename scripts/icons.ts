import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

/** `npm run icons`: the app's icon as PNG in every size that packages want, drawn from src/renderer/icon.svg. */

const output = 'resources/icons'
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]

const svg = await readFile('src/renderer/icon.svg', 'utf8')
await mkdir(output, { recursive: true })
await writeFile(join(output, 'icon.svg'), svg)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="${source}">`)
    const png = await page.screenshot({ omitBackground: true })
    await writeFile(join(output, `${size}x${size}.png`), png)
  }
} finally {
  await browser.close()
}
