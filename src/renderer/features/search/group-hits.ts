import type { SearchHit } from '../../../shared/contract/search-procedures'

/** What was found of one question: itself, and notes that answer it; or a note that answers none. */
export interface HitGroup {
  readonly key: string
  readonly questionId: string | undefined
  readonly hits: readonly SearchHit[]
}

/** Puts the hits of one question together where the first of them stands; a question goes before its notes. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, { questionId: string | undefined; hits: SearchHit[] }>()
  for (const hit of hits) {
    const questionId = hit.questions[0]
    const key = questionId ?? hit.id
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { questionId, hits: [hit] })
    else if (hit.kind === 'question') group.hits.unshift(hit)
    else group.hits.push(hit)
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}
