import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button'
import styles from './error-boundary.module.css'
import { useTranslation } from '../ui/use-translation'

interface Props {
  /** A change of it tries again. */
  readonly resetKey?: string
  readonly children: ReactNode
}

interface State {
  readonly error: Error | undefined
  readonly resetKey: string | undefined
}

/** Keeps a failure of one pane inside it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <Failure error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.failure} role="alert">
      <p className={styles.title}>{t('failure.pane')}</p>
      <p>{error.message}</p>
      <Button onClick={onRetry}>{t('failure.retry')}</Button>
    </div>
  )
}
