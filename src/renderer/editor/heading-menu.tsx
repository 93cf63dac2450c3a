import type { Editor } from '@tiptap/core'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

interface HeadingMenuProps {
  readonly editor: Editor
}

const levels = [1, 2, 3, 4] as const

/** Chooses between a paragraph and the levels of headings. */
export function HeadingMenu({ editor }: HeadingMenuProps) {
  const { t } = useTranslation()
  const level = useSettledEditorState(editor, currentLevel)

  function choose(value: string): void {
    const chosen = levels.find(candidate => String(candidate) === value)
    if (chosen === undefined) editor.chain().focus().setParagraph().run()
    else editor.chain().focus().setHeading({ level: chosen }).run()
  }

  return (
    <select
      aria-label={t('editor.toolbar.heading')}
      className="toolbar-select"
      onChange={event => choose(event.target.value)}
      title={t('editor.toolbar.heading')}
      value={String(level)}
    >
      <option value="0">{t('editor.heading.paragraph')}</option>
      {levels.map(each => (
        <option key={each} value={String(each)}>
          {t('editor.heading.level', { level: each })}
        </option>
      ))}
      {level > 4 && <option value={String(level)}>{t('editor.heading.level', { level })}</option>}
    </select>
  )
}

function currentLevel(editor: Editor): number {
  const level: unknown = editor.getAttributes('heading')['level']
  return typeof level === 'number' ? level : 0
}
