import type { Page } from '@playwright/test'

/** Notes what a page must not do: break its policy, throw, ask for something from elsewhere. */
export function watchPage(page: Page, offences: string[]): void {
  page.on('pageerror', error => offences.push(`error: ${error.message}`))
  page.on('console', message => {
    if (/Content Security Policy|Trusted ?Type|TrustedHTML|TrustedScript/i.test(message.text()))
      offences.push(message.text())
  })
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    const isLocal = hostname === '127.0.0.1' || hostname.endsWith('.localhost')
    if (/^(https?|wss?):$/.test(protocol) && !isLocal) offences.push(`request to ${request.url()}`)
  })
  page.on('dialog', () => undefined)
}
