import { useState } from 'react'
import type { BackupStatus } from '../../../shared/contract/backup-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import styles from './backups.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Whether a backup is made every day, and where. Mount it with the folder as key. */
export function BackupOptions({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation()
  const { client, capabilities } = useBackend()
  const errorWords = useErrorWords()
  const [folder, setFolder] = useState(status.folder)
  const [isOn, setIsOn] = useState(status.isOn)
  const [problem, setProblem] = useState<string>()
  const configure = async (change: { isOn?: boolean; folder?: string | null }): Promise<void> => {
    try {
      setProblem(undefined)
      setIsOn((await client['backups.configure'](change)).isOn)
    } catch (error) {
      setIsOn(status.isOn)
      setProblem(errorWords(errorCodeOf(error)))
    }
  }
  const choose = async (): Promise<void> => {
    const { path } = await client['places.chooseFolder']({})
    if (path !== null) await configure({ folder: path })
  }
  return (
    <div className={styles.options}>
      <label className={styles.daily}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={event => {
            setIsOn(event.target.checked)
            void configure({ isOn: event.target.checked })
          }}
        />
        {t('backups.daily')}
      </label>
      <form
        onSubmit={event => {
          event.preventDefault()
          void configure({ folder: folder.trim() })
        }}
      >
        <TextField
          label={t('backups.folder')}
          value={folder}
          hint={status.isOwnFolder ? t('backups.ownFolder') : undefined}
          error={problem}
          onChange={event => setFolder(event.target.value)}
          action={
            <>
              {capabilities.nativeDialogs && (
                <Button onClick={() => void choose()}>{t('action.choose')}</Button>
              )}
              {folder.trim() !== status.folder && <Button type="submit">{t('backups.useFolder')}</Button>}
              {!status.isOwnFolder && (
                <Button onClick={() => void configure({ folder: null })}>{t('backups.useOwnFolder')}</Button>
              )}
            </>
          }
        />
      </form>
    </div>
  )
}
