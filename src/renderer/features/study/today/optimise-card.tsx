import { useState } from 'react'
import type { Optimisation } from '../../../../shared/contract/study-procedures'
import type { StudySettings } from '../../../../shared/domain/study/study-event'
import { useBackend } from '../../../state/backend'
import { Button } from '../../../ui/button'
import styles from './today.module.css'
import { useChangeStudySettings } from './use-change-study-settings'
import { useTranslation } from '../../../ui/use-translation'

type State =
  { readonly kind: 'idle' | 'running' | 'failed' } | { readonly kind: 'done'; readonly result: Optimisation }

/** Fits the scheduling to the user's own reviews, if that predicts them better, and takes it back. */
export function OptimiseCard({ settings }: { readonly settings: StudySettings }) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const change = useChangeStudySettings()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const isFitted = settings.weights !== null
  const better = state.kind === 'done' && state.result.outcome === 'better' ? state.result : undefined

  const run = (): void => {
    setState({ kind: 'running' })
    client['study.optimise']({}).then(
      result => setState({ kind: 'done', result }),
      () => setState({ kind: 'failed' }),
    )
  }
  const use = (weights: StudySettings['weights']): void => {
    change({ weights })
    setState({ kind: 'idle' })
  }

  return (
    <section className={styles.optimise} aria-label={t('today.optimise.title')}>
      <div className={styles.what}>
        <h3 className={styles.fieldTitle}>{t('today.optimise.title')}</h3>
        <p className={styles.quiet}>{t(isFitted ? 'today.optimise.fitted' : 'today.optimise.lead')}</p>
        <p className={styles.quiet} role="status">
          <OptimiseStatus state={state} />
        </p>
      </div>
      {better === undefined ? (
        <Button disabled={state.kind === 'running'} onClick={run}>
          {t('today.optimise.run')}
        </Button>
      ) : (
        <Button tone="primary" onClick={() => use(better.weights)}>
          {t('today.optimise.use')}
        </Button>
      )}
      {isFitted && <Button onClick={() => use(null)}>{t('today.optimise.defaults')}</Button>}
    </section>
  )
}

function OptimiseStatus({ state }: { readonly state: State }) {
  const { t } = useTranslation()
  if (state.kind === 'idle') return null
  if (state.kind !== 'done') return t(`today.optimise.${state.kind}`)
  const { result } = state
  if (result.outcome === 'tooFew')
    return t('today.optimise.tooFew', {
      count: result.needed - result.reviews,
      needed: result.needed,
      reviews: result.reviews,
    })
  return t(`today.optimise.${result.outcome}`, {
    count: result.heldOut,
    reviews: result.reviews,
    before: result.lossBefore.toFixed(3),
    after: result.lossAfter.toFixed(3),
  })
}
