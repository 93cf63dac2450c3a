import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'

interface TableToolsProps {
  readonly editor: Editor
}

interface TableTool {
  readonly id:
    'rowAbove' | 'rowBelow' | 'deleteRow' | 'columnBefore' | 'columnAfter' | 'deleteColumn' | 'deleteTable'
  readonly run: (editor: Editor) => void
}

const tools: readonly TableTool[] = [
  { id: 'rowAbove', run: editor => editor.chain().focus().addRowBefore().run() },
  { id: 'rowBelow', run: editor => editor.chain().focus().addRowAfter().run() },
  { id: 'deleteRow', run: editor => editor.chain().focus().deleteRow().run() },
  { id: 'columnBefore', run: editor => editor.chain().focus().addColumnBefore().run() },
  { id: 'columnAfter', run: editor => editor.chain().focus().addColumnAfter().run() },
  { id: 'deleteColumn', run: editor => editor.chain().focus().deleteColumn().run() },
  { id: 'deleteTable', run: editor => editor.chain().focus().deleteTable().run() },
]

/** What can be done to the table that the caret is in. */
export function TableTools({ editor }: TableToolsProps) {
  const { t } = useTranslation()
  return (
    <div aria-label={t('editor.table.label')} className="table-tools" role="toolbar">
      {tools.map(tool => (
        <button
          className="address-button"
          key={tool.id}
          onClick={() => tool.run(editor)}
          onMouseDown={event => event.preventDefault()}
          type="button"
        >
          {t(`editor.table.${tool.id}`)}
        </button>
      ))}
    </div>
  )
}
