import { useState } from 'react'
import type { ExportReport } from '../../../shared/contract/exchange-procedures'
import { ExportForm } from './export-form'
import { ExportResult } from './export-result'

/** Exports the notebook or a part of it, and tells what was written and what is broken in it. */
export function ExportDialog() {
  const [report, setReport] = useState<ExportReport>()
  return report === undefined ? <ExportForm onDone={setReport} /> : <ExportResult report={report} />
}
