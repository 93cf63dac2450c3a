import type { Command } from 'commander'
import type { QueryProblem } from '../shared/domain/search-query/search-query'
import { positiveInteger } from './positive-integer'
import { print, withNotebook } from './session'

/** Adds `search`. */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('search questions and notes')
    .argument('<dir>', 'a notebook')
    .argument('<query>', 'what to search for, as in the search box: words, "in this order", -without')
    .option('--limit <n>', 'at most so many results', positiveInteger(1000), 20)
    .option('--json', 'print one JSON value')
    .action(search)
}

async function search(dir: string, text: string, options: { limit: number; json?: true }): Promise<void> {
  const result = await withNotebook(dir, client =>
    client['search.query']({ text, limit: options.limit, waitsForIndex: true }),
  )
  for (const { code, text: part } of result.problems) console.error(`left out: ${problemWords[code](part)}`)
  const hits = result.hits.map(({ kind, id, path, title, section, score, snippet }) => ({
    kind,
    id,
    path,
    title,
    section,
    score,
    snippet,
  }))
  await print(options.json, { query: result.query, total: result.total, tookMs: result.tookMs, hits }, () =>
    [`${result.total} found`, ...hits.map(hit => `${hit.title}\n  ${hit.id}  ${hit.snippet}`)].join('\n'),
  )
}

const problemWords: Readonly<Record<QueryProblem['code'], (text: string) => string>> = {
  'unclosed-regex': text => `/${text} has no closing slash`,
  'bad-regex': text => `/${text}/ is not a regular expression`,
  'unclosed-group': () => 'a bracket that is not closed',
  'unopened-group': () => 'a closing bracket without an opening one',
  'empty-filter': text => `${text}: has nothing to filter by`,
  'too-much': () => 'it asks for more than is looked for at once; a part was left out',
  'unknown-value': text => `there is no "${text}" to filter by`,
}
