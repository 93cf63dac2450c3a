import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { useNotes } from '../../state/queries'
import { startSearch } from '../../state/search-text'
import { showToast } from '../../state/view'
import { useTranslation } from '../../ui/use-translation'
import pane from './context-pane.module.css'
import styles from './tags.module.css'

interface TagsProps {
  readonly path: string
  readonly isEditable: boolean
}

/** The tags of the open note, as its front matter has them: each searches for its notes, and can be taken away; others are added. */
export function Tags({ path, isEditable }: TagsProps) {
  const { t } = useTranslation()
  const notes = useNotes().data
  const tags = notes?.find(note => note.path === path)?.tags ?? []
  const setTag = useSetTag(path)
  if (tags.length === 0 && !isEditable) return null
  return (
    <section>
      <h2 className={pane.heading}>{t('context.tags')}</h2>
      <ul className={styles.tags}>
        {[...new Set(tags)].map(tag => (
          <li key={tag} className={styles.tag}>
            <button
              type="button"
              className={styles.name}
              title={t('context.searchTag', { tag })}
              onClick={() => startSearch(/^[^\s"()]+$/.test(tag) ? `tag:${tag} ` : `tag:"${tag}" `)}
            >
              #{tag}
            </button>
            {isEditable && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('context.removeTag', { tag })}
                onClick={event => {
                  // The button goes, and the focus is to stay.
                  event.currentTarget.closest('ul')?.querySelector('input')?.focus()
                  void setTag(tag, false)
                }}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
        {isEditable && (
          <li className={styles.adding}>
            <TagField taken={tags} onAdd={tag => setTag(tag, true)} />
          </li>
        )}
      </ul>
    </section>
  )
}

/** Changes a tag of a note, and resolves to whether it did; a failure is told to the user. */
function useSetTag(path: string): (tag: string, isOn: boolean) => Promise<boolean> {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const queries = useQueryClient()
  const errorWords = useErrorWords()
  return async (tag, isOn) => {
    let isSet = false
    try {
      await sessions.ofPath(path)?.flush()
      await client['notes.setTag']({ path, tag, isOn })
      isSet = true
      await sessions.ofPath(path)?.refresh()
    } catch (error) {
      showToast(t('context.tagFailed', { reason: errorWords(errorCodeOf(error)) }))
    }
    for (const key of ['notes', 'lists']) void queries.invalidateQueries({ queryKey: [key] })
    return isSet
  }
}

interface TagFieldProps {
  readonly taken: readonly string[]
  readonly onAdd: (tag: string) => Promise<boolean>
}

function TagField({ taken, onAdd }: TagFieldProps) {
  const { t } = useTranslation()
  const notes = useNotes().data
  const id = useId()
  const [text, setText] = useState('')
  const known = useMemo(() => [...new Set((notes ?? []).flatMap(note => note.tags))].sort(), [notes])
  const add = async (): Promise<void> => {
    setText('')
    const left: string[] = []
    // One after the other: each is a change of the same file.
    for (const part of text.split(/[,，、]/)) {
      const tag = part.trim().replace(/^#/, '')
      if (tag === '') continue
      if (left.length > 0 || !(await onAdd(tag))) left.push(tag)
    }
    if (left.length > 0) setText(typed => typed || left.join(', '))
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        aria-label={t('context.addTag')}
        className={styles.field}
        list={`${id}-tags`}
        maxLength={200}
        placeholder={t('context.addTag')}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          setText('')
        }}
      />
      <datalist id={`${id}-tags`}>
        {known
          .filter(tag => !taken.includes(tag))
          .map(tag => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  )
}
