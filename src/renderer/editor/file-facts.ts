import { fileKind } from '../../shared/domain/file-kind'
import { formatBytes } from '../ui/format-bytes'

/** The kind and the size of a file, as `PDF · 1.4 MB`. */
export function fileFacts(path: string, size: number): string {
  const kind = fileKind(path)
  const bytes = formatBytes(size, document.documentElement.lang)
  return kind === '' ? bytes : `${kind} · ${bytes}`
}
