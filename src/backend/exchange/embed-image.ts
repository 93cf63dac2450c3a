import { imageTypeOf } from '../../shared/domain/image-type'
import { readEmbedded, type ExportRun } from './export-run'

/** An image of the notebook as a `data:` address; undefined for what is no image by its bytes. @throws AppError `storage/…`. */
export async function embedImage({ notebook }: ExportRun, path: string): Promise<string | undefined> {
  const bytes = await readEmbedded(notebook, path)
  const type = imageTypeOf(bytes)
  return type === undefined
    ? undefined
    : `data:${type.contentType};base64,${Buffer.from(bytes).toString('base64')}`
}
