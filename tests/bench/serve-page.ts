import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { build } from 'vite'

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }

export interface ServedPage {
  readonly url: string
  readonly stop: () => void
}

/** Builds a small page as vite does by default, and serves it; `headers` come with every answer. */
export async function servePage(
  root: string,
  outDir: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedPage> {
  await build({ configFile: false, root: resolve(root), logLevel: 'error', build: { outDir } })
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    readFile(join(outDir, name)).then(
      bytes => {
        response
          .writeHead(200, { ...headers, 'content-type': types[extname(name)] ?? 'text/plain' })
          .end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await new Promise(listening => server.once('listening', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close(),
  }
}
