import type { Editor } from '@tiptap/core'
import { AddressField } from './address-field'
import { isAllowedAddress } from './extensions/note-link/note-link'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

/** What an address is asked for. */
export type AddressFieldKind = 'link' | 'image'

interface AddressRowProps {
  readonly editor: Editor
  readonly kind: AddressFieldKind
  readonly onClose: () => void
}

/** The row where the address of a link or an image is written. */
export function AddressRow({ editor, kind, onClose }: AddressRowProps) {
  const { t } = useTranslation()
  const { isLink, href } = useSettledEditorState(editor, readLinkState)
  function close(): void {
    onClose()
    // At once: TipTap's own command waits for a frame, in which keys would be lost.
    editor.view.focus()
  }
  return kind === 'link' ? (
    <AddressField
      initialAddress={href}
      isValid={isAllowedAddress}
      label={t('editor.address.link')}
      onCancel={close}
      onRemove={isLink ? () => (removeLink(editor), close()) : undefined}
      onSubmit={address => (setLink(editor, address), close())}
    />
  ) : (
    <AddressField
      initialAddress=""
      isValid={() => true}
      label={t('editor.address.image')}
      onCancel={close}
      onChooseFile={() => (editor.commands.chooseFiles(), close())}
      onSubmit={(src, alt) => (editor.commands.setImage({ src, alt }), close())}
      textLabel={t('editor.address.imageText')}
    />
  )
}

function readLinkState(editor: Editor): { isLink: boolean; href: string } {
  const href: unknown = editor.getAttributes('link')['href']
  return { isLink: editor.isActive('link'), href: typeof href === 'string' ? href : '' }
}

function removeLink(editor: Editor): void {
  editor.chain().extendMarkRange('link').unsetLink().run()
}

/** Without a selection the address is its own text. */
function setLink(editor: Editor, address: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href: address } }]
    editor.chain().insertContent({ type: 'text', text: address, marks }).unsetMark('link').run()
    return
  }
  editor.chain().extendMarkRange('link').setLink({ href: address }).run()
}
