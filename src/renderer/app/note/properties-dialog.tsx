import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { rewriteProperties } from '../../../shared/domain/rewrite-properties'
import { errorCodeOf, useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'
import type { NoteSession } from '../../state/note-session'
import { saveProperties } from '../../state/save-properties'
import { showToast } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { useTranslation } from '../../ui/use-translation'
import { useErrorWords } from '../error-words'
import styles from './properties-dialog.module.css'
import { usePropertiesProblem } from './use-properties-problem'

interface PropertiesDialogProps {
  readonly session: NoteSession
  readonly isEditable: boolean
  readonly onClose: () => void
}

/** The properties at the top of a note as they stand there, to be put right. */
export function PropertiesDialog({ session, isEditable, onClose }: PropertiesDialogProps) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  const problemWords = usePropertiesProblem()
  const formId = useId()
  const [before] = useState(session.getProperties)
  const [yaml, setYaml] = useState(before)
  const rewritten = rewriteProperties(`---\n${before}\n---\n`, yaml)
  const isUsable = rewritten.kind === 'text' && yaml !== before
  const save = async (): Promise<void> => {
    try {
      await saveProperties(session, client, { before, yaml })
      for (const key of ['notes', 'lists']) void queries.invalidateQueries({ queryKey: [key] })
      onClose()
    } catch (error) {
      showToast(t('properties.failed', { reason: errorWords(errorCodeOf(error)) }))
    }
  }
  return (
    <Dialog
      title={t('properties.title')}
      closeLabel={t('action.close')}
      description={t('properties.description')}
      onClose={onClose}
      onClosed={focusEditor}
      footer={
        isEditable && (
          <>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button tone="primary" type="submit" form={formId} disabled={!isUsable}>
              {t('properties.save')}
            </Button>
          </>
        )
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isUsable) void save()
        }}
      >
        <TextArea
          autoFocus
          label={t('properties.label')}
          hint={rewritten.kind === 'problem' ? problemWords(rewritten.problem) : t('properties.readable')}
          readOnly={!isEditable}
          spellCheck={false}
          value={yaml}
          onChange={event => setYaml(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
