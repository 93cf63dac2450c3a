import { z } from 'zod'
import { historyReason } from '../../shared/contract/history-procedures'

const line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('version'),
    id: z.string().min(1),
    at: z.number(),
    path: z.string(),
    /** SHA-256 of the bytes, in hexadecimal: the name of the object that holds them. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number(),
    words: z.number().nullable(),
    reason: historyReason.catch('editing'),
  }),
  /** A note, with its versions, has another path: also that of its file in the trash. */
  z.object({ kind: z.literal('moved'), at: z.number(), from: z.string(), to: z.string() }),
  /** Versions that were thinned out. */
  z.object({ kind: z.literal('dropped'), at: z.number(), ids: z.array(z.string()) }),
])

/** A line of a history log. */
export type HistoryLine = z.output<typeof line>
export type VersionLine = Extract<HistoryLine, { kind: 'version' }>

/** A version, and the device whose log has it. */
export interface StoredVersion extends VersionLine {
  readonly device: string
}

/** The lines of a log. One that is torn, damaged or of a kind that a newer program writes is passed over. */
export function readLines(bytes: Uint8Array): HistoryLine[] {
  return new TextDecoder('utf-8')
    .decode(bytes)
    .split('\n')
    .flatMap(text => {
      const parsed = text.trim() === '' ? undefined : line.safeParse(parseJson(text)).data
      return parsed === undefined ? [] : [parsed]
    })
}

/** Versions by the path that their note has now, the oldest first, from the logs of all devices. */
export function foldHistory(logs: ReadonlyMap<string, readonly HistoryLine[]>): Map<string, StoredVersion[]> {
  const lines = [...logs].flatMap(([device, own]) => own.map(each => ({ device, line: each })))
  const dropped = new Set(lines.flatMap(({ line: each }) => (each.kind === 'dropped' ? each.ids : [])))
  const versions = new Map<string, StoredVersion[]>()
  for (const { device, line: each } of lines.sort((a, b) => a.line.at - b.line.at)) {
    if (each.kind === 'version' && !dropped.has(each.id)) add(versions, each.path, [{ ...each, device }])
    if (each.kind !== 'moved' || each.from === each.to) continue
    const moved = versions.get(each.from) ?? []
    versions.delete(each.from)
    add(versions, each.to, moved)
  }
  return versions
}

/** Versions that another note of this path left stay reachable there. */
function add(versions: Map<string, StoredVersion[]>, path: string, added: readonly StoredVersion[]): void {
  if (added.length === 0) return
  const known = versions.get(path) ?? []
  versions.set(
    path,
    [...known, ...added].sort((a, b) => a.at - b.at),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
