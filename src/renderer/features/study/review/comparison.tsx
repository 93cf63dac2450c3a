import { useQuery } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComparedPiece, KeyTerm } from '../../../../shared/contract/study-procedures'
import { useBackend } from '../../../state/backend'
import styles from './comparison.module.css'

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
        <Column title={t('review.written')} pieces={data.written} note={t('review.onlyWritten')} />
        <Column title={t('review.ownAnswer')} pieces={data.own} note={t('review.onlyOwn')} isOwn />
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

function Column({
  title,
  note,
  pieces,
  isOwn = false,
}: {
  readonly title: string
  /** What is marked. */
  readonly note: string
  readonly pieces: readonly ComparedPiece[]
  readonly isOwn?: boolean
}) {
  return (
    <section className={styles.column} aria-label={title} tabIndex={0}>
      <h2 className={styles.title}>
        {title} <span className={styles.note}>{note}</span>
      </h2>
      <p className={styles.text}>
        {pieces.map(({ text, isMissing }, at) =>
          isMissing ? (
            <mark key={at} className={isOwn ? styles.missed : styles.added}>
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
