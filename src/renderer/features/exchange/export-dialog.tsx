import { useState } from 'react'
import type { ExportReport } from '../../../shared/contract/exchange-procedures'
import type { ExportFormat } from '../../../shared/domain/export/export-formats'
import { ExportForm } from './export-form'
import { ExportResult } from './export-result'

/** Exports the notebook or a part of it, and tells what was written and what is broken in it. */
export function ExportDialog() {
  const [done, setDone] = useState<{ readonly report: ExportReport; readonly format: ExportFormat }>()
  return done === undefined ? (
    <ExportForm onDone={(report, format) => setDone({ report, format })} />
  ) : (
    <ExportResult {...done} />
  )
}
