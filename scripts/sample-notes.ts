import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a few answers of our own into a notebook with the built-in list, for pictures. */
export async function writeSampleNotes(notebook: string): Promise<void> {
  await mkdir(join(notebook, 'study'), { recursive: true })
  for (const [name, text] of Object.entries(notes)) await writeFile(join(notebook, 'notes', name), text)
  const events = answered.map((question, index) =>
    JSON.stringify({ id: `sample-${index}`, at: index, type: 'status', question, status: 'answered' }),
  )
  await writeFile(join(notebook, 'study', 'sample.jsonl'), `${events.join('\n')}\n`)
}

const answered = [
  ...['llm-01-01', 'llm-01-02', 'llm-01-03', 'llm-01-05', 'llm-01-06', 'llm-01-07'],
  ...['llm-02-01', 'llm-02-02', 'llm-02-08', 'llm-03-01', 'llm-03-02', 'llm-03-05'],
]

const notes: Readonly<Record<string, string>> = {
  'llm-03-04 What a cache is for.md': `---
answers: [llm-03-04]
tags: [attention, inference]
---
# What a cache is for

While decoding, only the **newest** position needs an output. Its query is compared with every key so far, and the weights sum every value so far. So keys and values of old positions are read again at each step; old queries never are.

## One step of decoding

1. Project the new token to \`q\`, \`k\` and \`v\`.
2. Append \`k\` and \`v\` to the cache.
3. Attend: \`q\` against all keys, weights over all values.

\`\`\`python
def step(x, cache):
    q, k, v = project(x)
    cache.append(k, v)
    return attend(q, cache.keys, cache.values)
\`\`\`

| Tensor | Read at later steps | Cached |
| --- | :-: | :-: |
| query | no | no |
| key | yes | yes |
| value | yes | yes |

What this saves is worked out in [[llm#^llm-03-05|the cost without a cache]]; what it costs in memory is a question of [[Grouped queries]].
`,
  'llm-03-05 The cost without a cache.md': `---
answers: [llm-03-05]
---
# The cost without a cache

Each new token would run the whole prefix through the model again: generating *n* tokens after a prompt of *m* costs about *n·(m + n/2)* token passes instead of *m + n*. The reason a KV cache works is in [[llm#^llm-03-04|why queries are not cached]].
`,
  'Grouped queries.md': `---
tags: [attention]
---
# Grouped queries

Several query heads share one pair of key and value heads, so the KV cache shrinks by that factor. See also [[llm#^llm-03-16|why heads differ]] and [[llm#^llm-03-04|what is cached at all]].
`,
}
