import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
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

/** Notes that say the title of the open note, each with a button that makes it a link; nothing where there were none. */
export function Mentions({ path }: { readonly path: string }) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  const { data } = useMentions(path)
  const mentions = data ?? []
  const [linkedPath, setLinkedPath] = useState<string>()
  const list = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const linkedIndex = useRef<number>(undefined)
  useEffect(() => {
    // The button that was pressed is gone with its mention, and the focus with it.
    if (linkedIndex.current === undefined || document.activeElement !== document.body) return
    const buttons = list.current?.querySelectorAll<HTMLElement>('li > :last-child')
    const next = buttons?.item(Math.min(linkedIndex.current, buttons.length - 1))
    ;(next ?? heading.current)?.focus()
    linkedIndex.current = undefined
  }, [data])
  const link = async (from: string, index: number): Promise<void> => {
    linkedIndex.current = index
    try {
      await client['links.linkMention']({ path: from, to: path })
      setLinkedPath(path)
    } catch (error) {
      linkedIndex.current = undefined
      showToast(t('context.linkFailed', { reason: errorWords(errorCodeOf(error)) }))
    }
    await queries.invalidateQueries({ queryKey: ['mentions', path] })
  }
  if (mentions.length === 0 && linkedPath !== path) return null
  return (
    <nav aria-label={t('context.mentions')} ref={list}>
      <ContextSection
        title={t('context.mentions')}
        count={mentions.length}
        empty={t('context.noMentions')}
        headingRef={heading}
      >
        {mentions.map((mention, index) => (
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
              onClick={() => void link(mention.path, index)}
            >
              <Link size={14} />
            </IconButton>
          </li>
        ))}
      </ContextSection>
    </nav>
  )
}
