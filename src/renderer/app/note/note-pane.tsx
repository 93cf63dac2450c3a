import { useEffect } from 'react'
import { useErrorWords } from '../error-words'
import { formulaCode } from '../../editor/extensions/math/lazy-formulas'
import { codeTokens } from '../../editor/extensions/note-code-block/lazy-code-tokens'
import { sourceViewCode } from '../../editor/source/lazy-source-view'
import { LazyCode, useFirstCode } from '../../state/lazy-code'
import { useNotebook } from '../../state/queries'
import { keepTyping } from '../../state/typed-ahead'
import { useLayout } from '../../state/view'
import { useSession, type EditorTarget } from './use-session'
import { lazyPart, loadWhenIdle } from '../../state/lazy-part'
import type { NoteDocumentProps } from './note-document'
import styles from './note-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

const documentCode = new LazyCode(async () => (await import('./note-document')).NoteDocument)
const NoteDocument = lazyPart(documentCode)
for (const code of [formulaCode, codeTokens, sourceViewCode]) loadWhenIdle(code)

/** The editor for a note or for an answer that is yet to be written; while it opens, nothing jumps. */
export function NotePane({
  target,
  label,
  isEditable,
  isPlain = false,
}: {
  readonly target: EditorTarget
  readonly label: string
  readonly isEditable: boolean
  /** Whether only its text is shown, without tools. */
  readonly isPlain?: boolean
}) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const opened = useSession(target)
  // Unsaved text is journaled while the user decides about vanished notes.
  const isUndecided = useNotebook().data?.readOnly === 'notes-vanished'
  if (opened.kind === 'opening') return isPlain ? <div className={styles.opening} /> : <Opening />
  if (opened.kind === 'failed') {
    return (
      <div className={styles.failed} role="alert">
        <p className={styles.title}>{t('note.cannotOpen')}</p>
        <p>{errorWords(opened.code)}</p>
      </div>
    )
  }
  const placeholder = 'questionId' in target ? t('answer.placeholder') : t('note.placeholder')
  return (
    <ReadyNote
      session={opened.session}
      label={label}
      placeholder={placeholder}
      isEditable={isEditable || (isUndecided && !isPlain)}
      isPlain={isPlain}
    />
  )
}

/** The open note, once the code is there that its text takes: so that nothing jumps when that comes. */
function ReadyNote(props: NoteDocumentProps) {
  const { session, isPlain } = props
  const isReady = [
    useFirstCode(documentCode, () => true),
    useFirstCode(formulaCode, () => session.body.includes('$')),
    useFirstCode(codeTokens, () => /```|~~~/.test(session.body)),
    useFirstCode(sourceViewCode, () => !isPlain && useLayout.getState().noteView !== 'rich'),
  ].every(Boolean)
  return isReady ? <NoteDocument {...props} /> : <div className={styles.opening} />
}

/** Who was writing when the note before went away goes on writing when this one is there. */
function Opening() {
  useEffect(() => {
    if (document.activeElement === document.body) keepTyping()
  }, [])
  return <div className={styles.opening} />
}
