import { request, type IncomingMessage } from 'node:http'

export interface HostileRequest {
  readonly what: string
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Requests that must get nothing: other hosts and origins, paths that lead elsewhere, sockets without a session. */
export function hostileRequests(port: number, cookie: string, outside: string): HostileRequest[] {
  const own = `127.0.0.1:${port}`
  const socket = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const hosts = [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `[::1]:${port}`,
    `127.0.0.1.evil.example:${port}`,
    '',
  ]
  const origins = [
    'http://evil.example',
    'null',
    `http://127.0.0.1:${port + 1}`,
    `https://${own}`,
    `http://${own}.evil.example`,
  ]
  const paths = [
    '/attachments/../answerbook.json',
    '/attachments/..%2fanswerbook.json',
    '/attachments/%2e%2e/answerbook.json',
    '/attachments/..%5canswerbook.json',
    '/attachments/%252e%252e%252fanswerbook.json',
    '/attachments/../notes/a.md',
    `/attachments/${encodeURIComponent(`${outside}/secret.png`)}`,
    `/attachments/..%2f..%2f${encodeURIComponent(outside.split('/').at(-1) ?? '')}%2fsecret.png`,
    '/attachments/linked.png',
    '/attachments/linked-folder/secret.png',
    '/attachments/x.html',
    '/attachments/x.png%00.md',
    '/attachments/',
    '/attachments/./x.html',
    '/../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//evil.example/',
    'http://evil.example/',
    '/assets/../../node/cli.js',
    '/node/cli.js',
    '/web.html/../../package.json',
    '/index.html%00',
    '/.git/config',
    '*',
  ]
  const session = { Cookie: cookie }
  return [
    ...hosts.flatMap(host => [
      { what: `host ${host}`, path: '/', headers: { Host: host } },
      {
        what: `socket for host ${host}`,
        path: '/socket',
        headers: { ...socket, ...session, Host: host, Origin: `http://${host}` },
      },
    ]),
    ...origins.flatMap(origin => [
      {
        what: `socket from ${origin}`,
        path: '/socket',
        headers: { ...socket, ...session, Host: own, Origin: origin },
      },
      {
        what: `session from ${origin}`,
        method: 'POST',
        path: '/session',
        headers: { Host: own, Origin: origin },
        body: 'x',
      },
    ]),
    { what: 'socket without origin', path: '/socket', headers: { ...socket, ...session, Host: own } },
    {
      what: 'socket without cookie',
      path: '/socket',
      headers: { ...socket, Host: own, Origin: `http://${own}` },
    },
    {
      what: 'socket with another cookie',
      path: '/socket',
      headers: { ...socket, Host: own, Origin: `http://${own}`, Cookie: `${cookie}x` },
    },
    {
      what: 'socket at another path',
      path: '/socket/',
      headers: { ...socket, ...session, Host: own, Origin: `http://${own}` },
    },
    {
      what: 'session with an empty token',
      method: 'POST',
      path: '/session',
      headers: { Host: own, Origin: `http://${own}` },
      body: '',
    },
    {
      what: 'session with a long token',
      method: 'POST',
      path: '/session',
      headers: { Host: own, Origin: `http://${own}` },
      body: 'x'.repeat(100_000),
    },
    ...['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'].map(method => ({
      what: method,
      method,
      path: '/',
      headers: { Host: own },
    })),
    ...paths.flatMap(path => [
      { what: `path ${path}`, path, headers: { Host: own, ...session } },
      { what: `path ${path} without cookie`, path, headers: { Host: own } },
    ]),
  ]
}

/** The status and the text of the answer; a connection that is closed without one has the status 0. */
export function send(
  port: number,
  { method = 'GET', path, headers = {}, body }: HostileRequest,
): Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }> {
  return new Promise(resolve => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, setHost: false })
    const nothing = { status: 0, text: '', headers: {} }
    sent.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ ...nothing, status: 101 })
    })
    sent.on('response', response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', data => (text += String(data)))
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      )
    })
    sent.on('error', () => resolve(nothing))
    sent.end(body)
  })
}
