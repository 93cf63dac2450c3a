import { useState } from 'react'
import type { ReplaceQuery } from '../../../shared/contract/replace-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { closeDialog, showToast } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { ReplaceFileView } from './replace-file-view'
import styles from './replace-dialog.module.css'
import { useReplacePreview } from './use-replace-preview'
import { useTranslation } from '../../ui/use-translation'

const toggles = ['isCaseSensitive', 'isWholeWord', 'isRegex'] as const
const nothing: ReplaceQuery = {
  text: '',
  replacement: '',
  isCaseSensitive: false,
  isWholeWord: false,
  isRegex: false,
}

/** Replaces text across notes: each change is seen first, and all of it can be undone. */
export function ReplaceDialog() {
  const { t } = useTranslation()
  const { client } = useBackend()
  const errorWords = useErrorWords()
  const [query, setQuery] = useState(nothing)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string>()
  const preview = useReplacePreview(query)
  const files = (preview?.files ?? []).filter(({ path }) => !left.has(path))
  const problem = preview?.problem ?? null
  const failure = preview?.failure
  const count = files.reduce((sum, file) => sum + file.count, 0)

  const undo = async (undoId: string): Promise<void> => {
    const { restored, skipped } = await client['replace.undo']({ undoId })
    showToast(t('replace.undone', { count: restored.length, skipped: skipped.length }))
  }
  const apply = async (): Promise<void> => {
    try {
      const done = await client['replace.apply']({
        query,
        files: files.map(({ path, hash }) => ({ path, hash })),
      })
      closeDialog()
      const words = t('replace.done', {
        count: done.count,
        notes: t('replace.notes', { count: done.changed.length }),
      })
      const skipped =
        done.skipped.length === 0 ? '' : ` ${t('replace.skipped', { count: done.skipped.length })}`
      showToast(words + skipped, { label: t('action.undo'), run: () => void undo(done.undoId) })
    } catch (caught) {
      setError(errorWords(errorCodeOf(caught)))
    }
  }
  const toggleFile = (path: string): void => {
    const next = new Set(left)
    if (!next.delete(path)) next.add(path)
    setLeft(next)
  }
  return (
    <Dialog
      title={t('replace.title')}
      width="wide"
      closeLabel={t('action.close')}
      description={t('replace.description')}
      onClose={closeDialog}
      footer={
        <Button tone="primary" disabled={count === 0} onClick={() => void apply()}>
          {count === 0
            ? t('replace.apply')
            : t('replace.applyCount', { count, notes: t('replace.notes', { count: files.length }) })}
        </Button>
      }
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          label={t('replace.text')}
          value={query.text}
          error={problemWords() ?? error}
          onChange={event => setQuery({ ...query, text: event.target.value })}
        />
        <TextField
          label={t('replace.replacement')}
          value={query.replacement}
          onChange={event => setQuery({ ...query, replacement: event.target.value })}
        />
        <div className={styles.toggles}>
          {toggles.map(name => (
            <label key={name}>
              <input
                type="checkbox"
                checked={query[name]}
                onChange={event => setQuery({ ...query, [name]: event.target.checked })}
              />
              {t(`editor.find.${name}`)}
            </label>
          ))}
        </div>
      </div>
      <p className={styles.count} role="status">
        {query.text === '' || problemWords() !== undefined
          ? ''
          : preview === undefined
            ? t('replace.working')
            : countText()}
      </p>
      <ul className={styles.files} aria-label={t('replace.preview')}>
        {(preview?.files ?? []).map(file => (
          <ReplaceFileView
            key={file.path}
            file={file}
            isChosen={!left.has(file.path)}
            onToggle={() => toggleFile(file.path)}
          />
        ))}
      </ul>
    </Dialog>
  )

  function problemWords(): string | undefined {
    if (problem !== null) return t('editor.find.problem', { text: problem })
    return failure === undefined ? undefined : errorWords(failure)
  }

  function countText(): string {
    const found = preview?.count ?? 0
    return found === 0
      ? t('replace.none')
      : t('replace.found', { count: found, notes: t('replace.notes', { count: preview?.files.length ?? 0 }) })
  }
}
