import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Image, Link } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressField } from './address-field'
import { HeadingMenu } from './heading-menu'
import { isAllowedAddress } from './extensions/note-link/note-link'
import { TableTools } from './table-tools'
import { type ToolbarAction, toolbarActions } from './toolbar-actions'
import { ToolbarButton } from './toolbar-button'

interface ToolbarProps {
  readonly editor: Editor
}

/** The formatting toolbar, with the row for an address and the tools of a table under it when they are needed. */
export function Toolbar({ editor }: ToolbarProps) {
  const { t } = useTranslation()
  const [field, setField] = useState<'link' | 'image'>()
  const { isLink, isTable, href } = useEditorState({ editor, selector: readLinkState })

  function close(): void {
    setField(undefined)
    // At once: TipTap's own command waits for a frame, in which keys would be lost.
    editor.view.focus()
  }

  return (
    <div className="toolbar-area">
      <div aria-label={t('editor.toolbar.label')} className="toolbar" role="toolbar">
        <HeadingMenu editor={editor} />
        <ActionGroup actions={toolbarActions.emphasis} editor={editor} />
        <div className="toolbar-group">
          <ToolbarButton
            icon={Link}
            isExpanded={field === 'link'}
            isPressed={isLink}
            label={t('editor.toolbar.link')}
            onPress={() => setField(field === 'link' ? undefined : 'link')}
          />
          <ToolbarButton
            icon={Image}
            isExpanded={field === 'image'}
            label={t('editor.toolbar.image')}
            onPress={() => setField(field === 'image' ? undefined : 'image')}
          />
        </div>
        <ActionGroup actions={toolbarActions.blocks} editor={editor} />
        <ActionGroup actions={toolbarActions.history} editor={editor} />
      </div>
      {field === 'link' && (
        <AddressField
          initialAddress={href}
          isValid={isAllowedAddress}
          label={t('editor.address.link')}
          onCancel={close}
          onRemove={isLink ? () => (removeLink(editor), close()) : undefined}
          onSubmit={address => (setLink(editor, address), close())}
        />
      )}
      {field === 'image' && (
        <AddressField
          initialAddress=""
          isValid={() => true}
          label={t('editor.address.image')}
          onCancel={close}
          onSubmit={(src, alt) => (editor.commands.setImage({ src, alt }), close())}
          textLabel={t('editor.address.imageText')}
        />
      )}
      {isTable && <TableTools editor={editor} />}
    </div>
  )
}

interface ActionGroupProps extends ToolbarProps {
  readonly actions: readonly ToolbarAction[]
}

function ActionGroup({ actions, editor }: ActionGroupProps) {
  const { t } = useTranslation()
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      actions.map(action => ({
        isPressed: action.toggles === undefined ? undefined : current.isActive(action.toggles),
        isDisabled: action.isEnabled?.(current) === false,
      })),
  })
  return (
    <div className="toolbar-group">
      {actions.map((action, index) => (
        <ToolbarButton
          icon={action.icon}
          isDisabled={states[index]?.isDisabled}
          isPressed={states[index]?.isPressed}
          key={action.id}
          label={t(`editor.toolbar.${action.id}`)}
          onPress={() => action.run(editor)}
          shortcut={action.shortcut}
        />
      ))}
    </div>
  )
}

function readLinkState({ editor }: ToolbarProps): { isLink: boolean; isTable: boolean; href: string } {
  const href: unknown = editor.getAttributes('link')['href']
  return {
    isLink: editor.isActive('link'),
    isTable: editor.isActive('table'),
    href: typeof href === 'string' ? href : '',
  }
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
