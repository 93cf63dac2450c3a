import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'lucide-react'
import { plainText } from '../../../shared/domain/markdown/plain-text'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { goTo } from '../../state/place'
import { useMentions } from '../../state/queries'
import { showToast } from '../../state/view'
import { IconButton } from '../../ui/icon-button'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Notes that say the title of the open note, each with a button that makes it a link; nothing where there are none. */
export function Mentions({ path }: { readonly path: string }) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  const mentions = useMentions(path).data ?? []
  const link = async (from: string): Promise<void> => {
    try {
      await client['links.linkMention']({ path: from, to: path })
    } catch (error) {
      showToast(t('context.linkFailed', { reason: errorWords(errorCodeOf(error)) }))
    }
    await queries.invalidateQueries({ queryKey: ['mentions', path] })
  }
  if (mentions.length === 0) return null
  return (
    <nav aria-label={t('context.mentions')}>
      <ContextSection title={t('context.mentions')} count={mentions.length} empty="">
        {mentions.map(mention => (
          <li key={mention.path} className={styles.mention}>
            <button
              type="button"
              className={styles.entry}
              title={mention.title}
              onClick={() => goTo({ kind: 'note', path: mention.path })}
            >
              <span className={styles.source}>{mention.title}</span>
              <span className={styles.context}>{plainText(mention.context)}</span>
            </button>
            <IconButton
              label={t('context.linkMention', { title: mention.title })}
              onClick={() => void link(mention.path)}
            >
              <Link size={14} />
            </IconButton>
          </li>
        ))}
      </ContextSection>
    </nav>
  )
}
