import { create } from 'zustand'
import { persist } from 'zustand/middleware'

const mostKept = 5

interface RecentCommands {
  /** Ids, the newest first. */
  readonly ids: readonly string[]
}

/** What was last chosen in the palette; kept in this browser or app. */
export const useRecentCommands = create<RecentCommands>()(
  persist((): RecentCommands => ({ ids: [] }), { name: 'answerbook.recent-commands', version: 1 }),
)

export function rememberCommand(id: string): void {
  const { ids } = useRecentCommands.getState()
  useRecentCommands.setState({ ids: [id, ...ids.filter(other => other !== id)].slice(0, mostKept) })
}
