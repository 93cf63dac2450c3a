import type { AnswerbookClient } from '../../../shared/contract/contract'
import { isImageName } from '../../../shared/domain/image-type'
import { fileUrl } from '../../state/file-urls'
import { showToast } from '../../state/view'
import { showImage } from './image-viewer'

interface Words {
  readonly fileMissing: (path: string) => string
  readonly closeImage: string
}

/** Shows an image over the window; another file in the program that the host has for it, else in a tab of the browser. */
export async function openAttachment(
  { path, size }: { readonly path: string; readonly size: number | null },
  client: AnswerbookClient,
  words: Words,
): Promise<void> {
  if (size === null) return showToast(words.fileMissing(path))
  const url = fileUrl(path)
  if (isImageName(path)) return showImage(url, words.closeImage)
  const opened = await client['attachments.open']({ path }).catch(() => undefined)
  if (opened === undefined) showToast(words.fileMissing(path))
  else if (!opened.isOpened) window.open(url, '_blank', 'noopener,noreferrer')
}
