/** Options of `search` that a value of their own follows. */
const withValue: readonly string[] = ['--limit']

/**
 * The arguments of `search`, so ordered that a query which begins with `-`, such as `-without`, is not taken for an option:
 * options begin with `--`, but for `-h`, and come first, then `--`, then the notebook and the query.
 */
export function optionsBeforeWords(args: readonly string[]): string[] {
  const options: string[] = []
  const words: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    if (arg !== '-h' && !arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    options.push(arg)
    if (!withValue.includes(arg)) continue
    at += 1
    // Nothing may come behind it then.
    if (at === args.length) return [...args]
    options.push(args[at] ?? '')
  }
  return [...options, '--', ...words]
}
