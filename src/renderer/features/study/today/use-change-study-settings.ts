import { useQueryClient } from '@tanstack/react-query'
import { AppError } from '../../../../shared/contract/app-error'
import type { StudySettingsChange } from '../../../../shared/domain/study/study-event'
import { useErrorWords } from '../../../app/error-words'
import { useBackend } from '../../../state/backend'
import { showToast } from '../../../state/view'

/** A function that changes how studying is set; a failure is told. */
export function useChangeStudySettings(): (change: StudySettingsChange) => void {
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  return change => {
    client['study.updateSettings'](change).then(
      settings => queries.setQueryData(['studySettings'], settings),
      (error: unknown) => showToast(errorWords(error instanceof AppError ? error.code : 'internal')),
    )
  }
}
