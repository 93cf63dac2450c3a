import { useState, useSyncExternalStore } from 'react'
import { readFrontMatter } from '../../../shared/domain/front-matter'
import type { NoteSession } from '../../state/note-session'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { useTranslation } from '../../ui/use-translation'
import { PropertiesDialog } from './properties-dialog'
import { usePropertiesProblem } from './use-properties-problem'

/** Says that the properties at the top of the open note can't be read, and shows them. */
export function PropertiesBanner({
  session,
  isEditable,
}: {
  readonly session: NoteSession
  readonly isEditable: boolean
}) {
  const { t } = useTranslation()
  const yaml = useSyncExternalStore(session.subscribe, session.getProperties)
  const [isShown, setIsShown] = useState(false)
  const { problem } = readFrontMatter(yaml)
  const words = usePropertiesProblem()
  return (
    <>
      {problem !== undefined && (
        <Banner tone="careful" text={t('properties.unreadable', { problem: words(problem) })}>
          <Button onClick={() => setIsShown(true)}>{t('properties.show')}</Button>
        </Banner>
      )}
      {isShown && (
        <PropertiesDialog session={session} isEditable={isEditable} onClose={() => setIsShown(false)} />
      )}
    </>
  )
}
