/** What a launch of the app, or a link from outside, asks for. */
export type LaunchTarget =
  | { readonly kind: 'notebook'; readonly path: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'note'; readonly path: string }

export const deepLinkScheme = 'answerbook'

/**
 * Reads a deep link: `answerbook://question/<id>` or `answerbook://note/<path below notes/>`. It can only lead to a
 * question or a note of the notebook that is open; anything else is undefined.
 */
export function readDeepLink(url: string): LaunchTarget | undefined {
  const match = /^answerbook:\/\/(question|note)\/([^?#]{1,1000})$/i.exec(url)
  const value = decode(match?.[2] ?? '')
  if (match?.[1] === undefined || value === undefined) return undefined
  if (match[1].toLowerCase() === 'question')
    return /^[A-Za-z0-9-]{1,80}$/.test(value) ? { kind: 'question', id: value } : undefined
  const isInside =
    !value.split('/').some(part => part === '' || part === '.' || part === '..') && !/[\\\0:]/.test(value)
  return isInside && /\.md$/i.test(value) ? { kind: 'note', path: `notes/${value}` } : undefined
}

/**
 * What the command line of a launch asks for: the first deep link, else the first argument that is a path.
 * `args` are without the program and, in development, without the app's folder.
 */
export function readLaunchArguments(args: readonly string[]): LaunchTarget | undefined {
  for (const arg of args) {
    if (arg.toLowerCase().startsWith(`${deepLinkScheme}:`)) return readDeepLink(arg)
  }
  const path = args.find(arg => arg !== '' && !arg.startsWith('-') && !/^[a-z][a-z0-9+.-]+:\/\//i.test(arg))
  return path === undefined ? undefined : { kind: 'notebook', path }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
