import { useMemo, useState } from 'react'
import { compareTexts, type ComparedLine } from '../../../shared/domain/history/compare-texts'
import { foldUnchanged, type ComparedPart } from '../../../shared/domain/history/fold-unchanged'
import styles from './history.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Longer comparisons are cut; nobody reads on. */
const mostLines = 4000

/** Two texts of a note by lines, changed words marked. What is the same is folded. */
export function CompareView({ earlier, later }: { readonly earlier: string; readonly later: string }) {
  const { t } = useTranslation()
  const parts = useMemo(
    () => foldUnchanged(compareTexts(earlier, later).slice(0, mostLines)),
    [earlier, later],
  )
  const isSame = parts.every(({ kind }) => kind === 'folded')
  return (
    <div className={styles.compare} tabIndex={0} role="region" aria-label={t('history.compared')}>
      {isSame ? (
        <>
          <p className={styles.alike}>{t('history.same')}</p>
          {parts.map(({ lines }, index) => (
            <Lines key={index} lines={lines} />
          ))}
        </>
      ) : (
        <>
          <p className={styles.legend}>
            <span className={styles.earlierSign}>−</span> {t('history.earlierOnly')}
            <span className={styles.laterSign}>+</span> {t('history.laterOnly')}
          </p>
          {parts.map((part, index) => (
            <Part key={index} part={part} />
          ))}
        </>
      )}
    </div>
  )
}

function Part({ part: { kind, lines } }: { readonly part: ComparedPart }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(kind === 'lines')
  if (isOpen) return <Lines lines={lines} />
  return (
    <button type="button" className={styles.folded} onClick={() => setIsOpen(true)}>
      {t('history.unchanged', { count: lines.length })}
    </button>
  )
}

const signs = { earlier: '−', later: '+', same: '' } as const

function Lines({ lines }: { readonly lines: readonly ComparedLine[] }) {
  return lines.map(({ kind, pieces }, index) => {
    const Line = kind === 'earlier' ? 'del' : kind === 'later' ? 'ins' : 'div'
    return (
      <Line key={index} className={`${styles.line} ${styles[kind]}`}>
        <span className={styles.sign} aria-hidden>
          {signs[kind]}
        </span>
        <span>
          {pieces.map(({ text, isChanged }, place) =>
            isChanged ? (
              <span key={place} className={styles.word}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </span>
      </Line>
    )
  })
}
