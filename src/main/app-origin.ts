/** The origin of the workspace's page: a privileged scheme of our own, so that no file is ever opened as a page. */
export const appScheme = 'app'
export const appHost = 'bundle'
export const appUrl = `${appScheme}://${appHost}/`

/** Whether a URL is a page of ours. */
export function isAppUrl(url: string): boolean {
  return (
    url === appUrl ||
    url.startsWith(`${appUrl}#`) ||
    url === `${appUrl}index.html` ||
    url.startsWith(`${appUrl}index.html#`)
  )
}
