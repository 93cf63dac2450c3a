import { mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import {
  attachmentSecurityPolicy,
  pdfSecurityPolicy,
} from '../../../src/backend/security/content-security-policy'
import { startBrowserHost, startSession, testToken, type BrowserHost } from '../../support/browser-host'
import { openNotebookWith, type OpenedNotebook } from '../../support/open-backend'
import { connectWebSocket } from '../../support/web-socket-client'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

describe('the browser host', () => {
  let notebook: OpenedNotebook
  let host: BrowserHost
  let cookie: string

  beforeEach(async () => {
    notebook = await openNotebookWith({
      'attachments/i.png': 'image',
      'attachments/sub/a b.svg': '<svg/>',
      'attachments/page.html': 'html',
      'attachments/run': 'text',
      "attachments/a 'b'(1).txt": 'text',
      'attachments/paper.pdf': '%PDF-1.4',
      'notes/a.md': 'secret',
      'outside.png': 'secret',
    })
    host = await startBrowserHost(notebook.backend)
    cookie = await startSession(host.origin)
  })
  afterEach(async () => {
    await host.close()
    await notebook[Symbol.asyncDispose]()
  })

  /** Sends the path as it is: `fetch` would tidy it up. */
  const ask = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET', body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: host.port, path, method, headers }, response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  const statusOf = async (...args: Parameters<typeof ask>) => (await ask(...args)).status

  it('answers under its own name only', async () => {
    const names = [
      `127.0.0.1:${host.port}`,
      `localhost:${host.port}`,
      'evil.org',
      `evil.org:${host.port}`,
      '127.0.0.1',
    ]
    expect(await Promise.all(names.map(name => statusOf('/', { host: name })))).toEqual([
      200, 200, 421, 421, 421,
    ])
  })

  it('sends pages and files with their policies, and for HEAD no body', async () => {
    const page = await ask('/')
    expect([page.status, page.body, page.headers['cache-control']]).toEqual([
      200,
      '<!doctype html>',
      'no-cache',
    ])
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['access-control-allow-origin']).toBeUndefined()
    expect((await ask('/assets/a.js')).headers['cache-control']).toContain('immutable')
    expect((await ask('/', {}, 'HEAD')).body).toBe('')
    expect(await statusOf('/assets/../web.html')).toBe(404)
    expect(await statusOf('/', {}, 'PUT')).toBe(405)
  })

  it.each(['//', '//evil.org/attachments/i.png', 'http://evil.org/', '*'])(
    'takes %j for no path (broke the connection)',
    async path => {
      expect(await statusOf(path, { cookie })).toBe(400)
    },
  )

  it('gives a session for the token from its own pages', async () => {
    const { origin } = host
    const start = (headers: OutgoingHttpHeaders, body: string) => statusOf('/session', headers, 'POST', body)
    expect(await start({ origin }, testToken)).toBe(204)
    expect(await start({}, testToken)).toBe(403)
    expect(await start({ origin: 'http://evil.org' }, testToken)).toBe(403)
    expect(await start({ origin }, 'wrong')).toBe(403)
    expect(await start({ origin }, testToken + 'x'.repeat(5000))).toBe(403)
    const { headers } = await ask('/session', { origin }, 'POST', testToken)
    expect(headers['set-cookie']?.[0]).toMatch(/^answerbook-\d+=[^;]+; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  it('sends images of the open notebook to its session only', async () => {
    const image = await ask('/attachments/i.png?v=1', { cookie })
    expect([image.status, image.body, image.headers['content-type']]).toEqual([200, 'image', 'image/png'])
    expect((await ask('/attachments/i.png', { cookie }, 'HEAD')).body).toBe('')
    for (const wrong of ['', `answerbook-${host.port}=x`, 'answerbook-1=the-session'])
      expect(await statusOf('/attachments/i.png', { cookie: wrong })).toBe(404)
  })

  it('lets an SVG run and load nothing', async () => {
    const { status, headers } = await ask('/attachments/sub/a%20b.svg', { cookie })
    expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([
      200,
      'image/svg+xml',
      attachmentSecurityPolicy,
    ])
  })

  it.each([
    ['page.html', 'application/octet-stream', "attachment; filename*=UTF-8''page.html"],
    ['run', 'application/octet-stream', "attachment; filename*=UTF-8''run"],
    ["a%20'b'(1).txt", 'text/plain; charset=utf-8', "inline; filename*=UTF-8''a%20%27b%27%281%29.txt"],
  ])('sends %s so that it runs nothing', async (path, type, disposition) => {
    const { status, headers } = await ask(`/attachments/${path}`, { cookie })
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      type,
      disposition,
    ])
    expect(headers['content-security-policy']).toBe(attachmentSecurityPolicy)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('sends a PDF to be shown, outside of a sandbox: browsers show none in one', async () => {
    const { headers } = await ask('/attachments/paper.pdf', { cookie })
    expect([headers['content-type'], headers['content-security-policy']]).toEqual([
      'application/pdf',
      pdfSecurityPolicy,
    ])
  })

  it.each([
    '../outside.png',
    '%2e%2e/outside.png',
    '..%2foutside.png',
    '%2e%2e%2foutside.png',
    '%252e%252e/outside.png',
    '..%5coutside.png',
    'sub/../../outside.png',
    'sub/%2e%2e/%2e%2e/outside.png',
    '/outside.png',
    '%2fetc/passwd.png',
    'i.png%00.png',
    '%E0%A4%A.png',
    'link.png',
    'folder/x.png',
    'sub',
    '',
  ])('sends nothing for attachments/%s', async path => {
    const outside = await mkdtemp(join(notebook.path, 'outside-'))
    await writeFile(join(outside, 'x.png'), 'secret')
    await symlink(join(outside, 'x.png'), join(notebook.path, 'attachments/link.png'))
    await symlink(outside, join(notebook.path, 'attachments/folder'))
    expect(await ask(`/attachments/${path}`, { cookie })).toMatchObject({ status: 404, body: 'not found\n' })
  })

  it('sends nothing when no notebook is open', async () => {
    await notebook.client['notebook.close']({})
    expect(await statusOf('/attachments/i.png', { cookie })).toBe(404)
  })

  it('takes a socket from its own pages with a session only', async () => {
    const { origin, port } = host
    const refused = (path: string, headers: Record<string, string>) =>
      new Promise(resolve => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
        socket.on('error', error => resolve(error.message))
        socket.on('open', () => resolve('open'))
      })
    const no = 'Unexpected server response: 403'
    expect(await refused('/socket', { origin })).toBe(no)
    expect(await refused('/socket', { cookie })).toBe(no)
    expect(await refused('/socket', { cookie, origin: 'http://evil.org' })).toBe(no)
    expect(await refused('/socket', { cookie, origin, host: 'evil.org' })).toBe(no)
    expect(await refused('/other', { cookie, origin })).toBe(no)
    const client = await connectWebSocket(origin, cookie)
    expect(host.connections()).toBe(1)
    await client.close()
  })

  it('ends a socket that sends something else', async () => {
    const { origin } = host
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { headers: { cookie, origin } })
    const code = new Promise(resolve => socket.on('close', resolve))
    socket.on('open', () => socket.send('garbage'))
    expect(await code).toBe(1008)
  })

  it('goes on when a refused client is gone at once (ended the whole server)', async () => {
    for (let count = 0; count < 5; count += 1) {
      const socket = connect(host.port, '127.0.0.1')
      socket.on('error', () => undefined)
      const head = `GET /socket HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
      await new Promise<void>(resolve => socket.write(head, () => resolve()))
      socket.resetAndDestroy()
    }
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(await statusOf('/')).toBe(200)
  })
})
