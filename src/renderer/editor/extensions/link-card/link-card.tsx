import type { Editor } from '@tiptap/core'
import { Copy, ExternalLink, FilePlus, Pencil, Unlink } from 'lucide-react'
import { useState } from 'react'
import type { LinkPreview } from '../../../../shared/contract/note-procedures'
import { withoutTitle } from '../../../../shared/domain/markdown/excerpt'
import type { EditorContext } from '../../editor-context'
import { fileFacts } from '../../file-facts'
import { PopoverButton } from '../../popover-button'
import { removeLink } from './change-link'
import { copyText } from '../../copy-text'
import type { LinkInText } from './link-at'
import { LinkFields } from './link-fields'
import { useTranslation } from '../../../ui/use-translation'

export interface LinkCardProps {
  readonly link: LinkInText
  /** Undefined for an address outside of the notebook. */
  readonly preview: LinkPreview | undefined
  /** Whether it opens with its field, to be changed. */
  readonly isEdited: boolean
  readonly editor: Editor
  readonly context: EditorContext
  readonly onClose: () => void
}

/** What a link leads to, and what can be done with it. */
export function LinkCard(props: LinkCardProps) {
  const { context, editor, link, preview, onClose } = props
  const { t } = useTranslation()
  const [isEdited, setIsEdited] = useState(props.isEdited)
  const [isCopied, setIsCopied] = useState(false)
  const title = preview === undefined ? undefined : titleOf(preview)
  const isToBeMade =
    link.kind === 'wiki' && preview?.target.kind === 'missing' && context.services.canCreateNotes()
  const copy = async (): Promise<void> =>
    setIsCopied(await copyText(link.kind === 'wiki' ? `[[${link.inner ?? link.target}]]` : link.target))

  return (
    <div aria-label={t('editor.linkCard.label')} role="group">
      <div className="link-card-head">
        <span className="link-card-target">
          <span className={title === undefined ? 'link-card-address' : 'link-card-title'}>
            {title ?? link.target}
          </span>
          {title !== undefined && link.kind === 'url' && (
            <span className="link-card-address">{link.target}</span>
          )}
        </span>
        <span className="popover-buttons">
          {isToBeMade ? (
            <PopoverButton label={t('editor.embed.create')} onPress={() => context.services.followLink(link)}>
              <FilePlus aria-hidden size={15} />
            </PopoverButton>
          ) : (
            <PopoverButton
              label={t('editor.linkCard.open')}
              onPress={() => context.services.followLink(link)}
            >
              <ExternalLink aria-hidden size={15} />
            </PopoverButton>
          )}
          <PopoverButton
            label={t(isCopied ? 'editor.linkCard.copied' : 'editor.linkCard.copy')}
            onPress={() => void copy()}
          >
            <Copy aria-hidden size={15} />
          </PopoverButton>
          {editor.isEditable && (
            <>
              <PopoverButton label={t('editor.linkCard.edit')} onPress={() => setIsEdited(!isEdited)}>
                <Pencil aria-hidden size={15} />
              </PopoverButton>
              <PopoverButton label={t('editor.linkCard.remove')} onPress={() => removeLink(editor, link)}>
                <Unlink aria-hidden size={15} />
              </PopoverButton>
            </>
          )}
        </span>
        <span aria-live="polite" className="link-card-said">
          {isCopied && t('editor.linkCard.copied')}
        </span>
      </div>
      {isEdited && <LinkFields editor={editor} link={link} services={context.services} onClose={onClose} />}
      {preview !== undefined && <PreviewText context={context} preview={preview} />}
    </div>
  )
}

function PreviewText({
  context,
  preview,
}: {
  readonly context: EditorContext
  readonly preview: LinkPreview
}) {
  const { t } = useTranslation()
  const { notePath, target } = preview
  const text =
    'title' in target ? withoutTitle(preview.text, headingOf(target) ?? target.title) : preview.text
  if (target.kind === 'list') return null
  if (target.kind === 'attachment') {
    const { path, size } = target
    const words = size === null ? t('editor.file.missing', { path }) : fileFacts(path, size)
    return <p className="link-card-message">{words}</p>
  }
  if (target.kind === 'missing') {
    return <p className="link-card-message">{t('editor.embed.missing', { target: target.target })}</p>
  }
  if (notePath === null || text.trim() === '') {
    const isUnanswered = target.kind === 'question' && notePath === null
    return (
      <p className="link-card-message">
        {t(isUnanswered ? 'editor.embed.unanswered' : 'editor.embed.empty')}
      </p>
    )
  }
  return (
    <div
      className="link-card-text"
      ref={mount => (mount === null ? undefined : context.showNote(mount, { path: notePath, body: text }))}
    />
  )
}

function headingOf(target: LinkPreview['target']): string | null {
  return target.kind === 'note' ? target.heading : null
}

function titleOf({ target }: LinkPreview): string | undefined {
  switch (target.kind) {
    case 'note':
      return target.heading === null ? target.title : `${target.title} › ${target.heading}`
    case 'question':
    case 'list':
      return target.title
    case 'attachment':
      return target.path
    case 'missing':
      return undefined
  }
}
