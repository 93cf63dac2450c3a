import { useQuery } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ComparedPiece, KeyTerm } from '../../../../shared/contract/study-procedures'
import { NotePane } from '../../../app/note/note-pane'
import { useBackend } from '../../../state/backend'
import styles from './comparison.module.css'
import { markWords, missedWords } from './missed-words'
import { useTranslation } from '../../../ui/use-translation'

/** What was written from memory beside the own answer, with what each lacks of the other. */
export function Comparison({ path, written }: { readonly path: string; readonly written: string }) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const { data, isError } = useQuery({
    queryKey: ['comparison', path, written],
    queryFn: () => client['study.compare']({ path, written }),
    gcTime: 0,
  })
  if (isError) return <p className={styles.failed}>{t('review.compareFailed')}</p>
  if (data === undefined) return <div className={styles.comparison} />
  return (
    <div className={styles.comparison}>
      <KeyTerms terms={data.terms} />
      <div className={styles.columns}>
        <Written pieces={data.written} />
        <Own path={path} pieces={data.own} />
      </div>
    </div>
  )
}

function KeyTerms({ terms }: { readonly terms: readonly KeyTerm[] }) {
  const { t } = useTranslation()
  const recalled = terms.filter(({ isRecalled }) => isRecalled).length
  if (terms.length === 0) return null
  return (
    <section className={styles.terms} aria-label={t('review.keyTerms')}>
      <h2 className={styles.title} title={t('review.keyTermsRule')}>
        {t('review.keyTermsCount', { recalled, count: terms.length })}
      </h2>
      <ul className={styles.list}>
        {terms.map(({ words, isRecalled }) => (
          <li key={words} className={styles.term} data-recalled={isRecalled}>
            {isRecalled ? <Check size={12} /> : <Minus size={12} />}
            {words}
            <span className="visually-hidden">{isRecalled ? t('review.recalled') : t('review.missed')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Written({ pieces }: { readonly pieces: readonly ComparedPiece[] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.column} aria-label={t('review.written')} tabIndex={0}>
      <h2 className={styles.title}>
        {t('review.written')} <span className={styles.note}>{t('review.onlyWritten')}</span>
      </h2>
      <p className={styles.text}>
        {pieces.map(({ text, isMissing }, at) =>
          isMissing ? (
            <mark key={at} className={styles.added}>
              {text}
            </mark>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
      </p>
    </section>
  )
}

/** The own answer as a note is shown, with the words marked that were not recalled. */
function Own({ path, pieces }: { readonly path: string; readonly pieces: readonly ComparedPiece[] }) {
  const { t } = useTranslation()
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const words = missedWords(pieces)
    return words === undefined || answer.current === null ? undefined : markWords(words, answer.current)
  }, [pieces])
  return (
    <section className={styles.column} aria-label={t('review.ownAnswer')} tabIndex={0}>
      <h2 className={styles.title}>
        {t('review.ownAnswer')} <span className={styles.note}>{t('review.onlyOwn')}</span>
      </h2>
      <div ref={answer} className={styles.own}>
        <NotePane target={{ path }} label={t('review.ownAnswer')} isEditable={false} isPlain />
      </div>
    </section>
  )
}
