/**
 * Chromium gives up on a page of a scheme it doesn't know before anyone can answer for it. So `app://host/path` is
 * `http://host.app.localhost/path` to it: an origin of its own, secure, and resolved without DNS. The app and its
 * tests see `app://` only.
 */
const schemes = new Set<string>()

export function addScheme(scheme: string): void {
  schemes.add(scheme.toLowerCase())
}

export function hasScheme(scheme: string): boolean {
  return schemes.has(scheme)
}

/** The URL that Chromium is given. */
export function toChromiumUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/is.exec(url) ?? []
  if (!schemes.has(scheme.toLowerCase())) return url
  return `http://${host.toLowerCase()}.${scheme.toLowerCase()}.localhost${rest === '' ? '/' : rest}`
}

/** The URL that the app knows. Also turns an origin back. */
export function fromChromiumUrl(url: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^http:\/\/([^/?#:]+)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)(.*)$/is.exec(url) ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** A content security policy in Chromium's terms: `app:` and `app://host` among its sources. */
export function toChromiumPolicy(policy: string): string {
  let text = policy
  for (const scheme of schemes) {
    text = text.replace(
      new RegExp(`(^|[\\s;])${scheme}://([^\\s;/]+)`, 'gi'),
      `$1http://$2.${scheme}.localhost`,
    )
    text = text.replace(new RegExp(`(\\s)${scheme}:(?=[\\s;]|$)`, 'gi'), `$1http://*.${scheme}.localhost`)
  }
  return text
}
