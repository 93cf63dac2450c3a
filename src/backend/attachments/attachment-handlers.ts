import type { attachmentProcedures } from '../../shared/contract/attachment-procedures'
import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { AttachmentService } from './attachment-service'

/** The contract's `attachments.*`. */
export function createAttachmentHandlers(
  attachments: AttachmentService,
): Pick<AnswerbookHandlers, keyof typeof attachmentProcedures> {
  return {
    'attachments.add': async file => attachments.add(file),
    'attachments.open': async ({ path }) => attachments.open(path),
  }
}
