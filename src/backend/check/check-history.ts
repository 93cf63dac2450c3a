import type { Finding } from '../../shared/contract/check-procedures'
import { foldHistory } from '../history/history-line'
import { HistoryStore } from '../history/history-store'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Earlier versions of notes whose text is gone, or no longer what was kept. */
export const checkHistory: NotebookCheck = async ({ files, info, deviceId }) => {
  const store = new HistoryStore(files, info.path, deviceId)
  const logs = await store.readLogs().catch(() => new Map<string, never[]>())
  const findings: Finding[] = []
  for (const [path, versions] of foldHistory(logs)) {
    for (const version of versions) {
      const detail = new Date(version.at).toISOString()
      await store.read(version).catch(() => findings.push(aboutFile('damaged-history', path, detail)))
    }
  }
  return findings
}
