import { askingKeys, interviewGradingKeys, reviewKeys, type StudyKey } from '../../app/study-keys'
import { editorShortcuts, typedMarkdown } from '../../editor/editor-shortcuts'
import { useBackend } from '../../state/backend'
import { formatShortcut, type Command } from '../../state/commands'
import styles from './help.module.css'
import { useTranslation } from '../../ui/use-translation'

interface Line {
  readonly name: string
  readonly keys: string
}

/** Every key there is: of the commands as they are set, of the editor, and of the lists. */
export function ShortcutSheet({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const groups = [...new Set(commands.map(command => command.group))].map(group => ({
    title: group,
    lines: commands.flatMap(({ group: its, label, shortcut }) =>
      its === group && shortcut !== undefined
        ? [{ name: label, keys: formatShortcut(shortcut, platform) }]
        : [],
    ),
  }))
  const formatting = editorShortcuts.map(({ id, shortcut }) => ({
    name: t(`editor.action.${id}`),
    keys: formatShortcut(shortcut, platform),
  }))
  const typed = typedMarkdown.map(({ id, markdown }) => ({ name: t(`editor.action.${id}`), keys: markdown }))
  return (
    <div className={styles.sheet}>
      {groups.map(group => (
        <Group key={group.title} {...group} />
      ))}
      <Group title={t('help.sheet.formatting')} lines={formatting} />
      <Group title={t('help.sheet.typed')} lines={typed} />
      <Group
        title={t('help.sheet.lists')}
        lines={[
          { name: t('help.sheet.move'), keys: '↑ ↓' },
          { name: t('help.sheet.fold'), keys: '← →' },
          { name: t('help.sheet.choose'), keys: 'Enter' },
          { name: t('help.sheet.menu'), keys: 'Shift+F10' },
          { name: t('help.sheet.leave'), keys: 'Esc' },
        ]}
      />
      <StudyKeys />
    </div>
  )
}

/** The keys of the pages of studying. */
function StudyKeys() {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const grades = { name: t('review.grade'), keys: '1 2 3 4' }
  const keysOf = ({ keys, whileWriting = [] }: StudyKey): string =>
    [...keys, ...whileWriting]
      .map(key => (key === 'Space' ? t('review.space') : formatShortcut(key, platform)))
      .join(' / ')
  return (
    <>
      <Group
        title={t('help.sheet.review')}
        lines={[
          ...reviewKeys.map(key => ({ name: t(`help.sheet.reviewKey.${key.id}`), keys: keysOf(key) })),
          grades,
        ]}
      />
      <Group
        title={t('help.sheet.interview')}
        lines={askingKeys.map(key => ({ name: t(`help.sheet.interviewKey.${key.id}`), keys: keysOf(key) }))}
      />
      <Group
        title={t('help.sheet.interviewGrading')}
        lines={[
          ...interviewGradingKeys.map(key => ({
            name: t(`help.sheet.interviewKey.${key.id}`),
            keys: keysOf(key),
          })),
          grades,
        ]}
      />
    </>
  )
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <dl>
        {lines.map(({ name, keys }) => (
          <div key={`${name} ${keys}`} className={styles.line}>
            <dt>{name}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
