import { Command as CommandMenu } from 'cmdk'
import { FileText, MessageCircleQuestion } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { TitleHit } from '../../../shared/contract/search-procedures'
import { HighlightedTitle } from '../../editor/highlighted-title'
import { useBackend } from '../../state/backend'
import { focusEditor, openNotePath, stayInEditor } from '../../state/editor-info'
import { goTo, usePlace, type Place } from '../../state/place'
import { usePlacedQuestions } from '../../state/queries'
import { keepTyping, takeTyped } from '../../state/typed-ahead'
import { closeDialog } from '../../state/view'
import styles from './palette.module.css'
import { PaletteFrame } from './palette-frame'
import { beginWithTyped } from './begin-with-typed'
import { useRecentHits } from './use-recent-hits'
import { useWhenSettled } from '../../ui/use-when-settled'
import { useTranslation } from '../../ui/use-translation'

const mostShown = 30

/** Goes to a question or a note by a few letters of the words of its title, or back to one of the last. */
export function QuickOpen() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { hits: found, isSettled } = useTitles(text)
  const recent = useRecentHits()
  const isEmpty = text.trim() === ''
  const hits = isEmpty ? recent : found
  const [chosen, setChosen] = useState('')
  // What comes later than the list was drawn has a first one too.
  const active = hits?.some(({ id }) => id === chosen) === true ? chosen : (hits?.[0]?.id ?? '')
  const open = (hit: TitleHit): void => {
    closeDialog()
    const isOpen = isAt(usePlace.getState().place, hit)
    focusEditor({ whenOpen: !isOpen })
    goTo(placeOf(hit))
    if (!isOpen) return
    focusEditor()
    stayInEditor()
  }
  const goOnTyping = (): void => {
    const typed = takeTyped().replaceAll('\n', '')
    if (typed !== '') setText(before => before + typed)
  }
  const opening = useWhenSettled(isSettled, () => {
    const hit = hits?.find(({ id }) => id === active)
    if (hit === undefined) goOnTyping()
    else open(hit)
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    // What is typed next is for the note that opens.
    if (!isSettled && event.target instanceof Element) keepTyping({ left: event.target, onLate: goOnTyping })
    opening.ask(undefined)
  }
  const items = hits?.map(hit => <TitleItem key={hit.id} hit={hit} onSelect={() => open(hit)} />)
  return (
    <PaletteFrame title={t('quickOpen.title')}>
      <CommandMenu
        label={t('quickOpen.title')}
        shouldFilter={false}
        loop
        value={active}
        onValueChange={setChosen}
        onKeyDown={onKeyDown}
      >
        <CommandMenu.Input
          className={styles.input}
          onFocus={() => beginWithTyped(setText)}
          placeholder={t('quickOpen.placeholder')}
          value={text}
          onValueChange={typed => {
            opening.forget()
            setText(typed)
            setChosen('')
          }}
        />
        <CommandMenu.List className={styles.list} label={t('quickOpen.titles')}>
          {!isEmpty && hits !== undefined && (
            <CommandMenu.Empty className={styles.empty}>{t('quickOpen.nothing')}</CommandMenu.Empty>
          )}
          {isEmpty && recent.length > 0 ? (
            <CommandMenu.Group heading={t('quickOpen.recent')} className={styles.group}>
              {items}
            </CommandMenu.Group>
          ) : (
            items
          )}
        </CommandMenu.List>
      </CommandMenu>
    </PaletteFrame>
  )
}

function TitleItem({ hit, onSelect }: { readonly hit: TitleHit; readonly onSelect: () => void }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  return (
    <CommandMenu.Item value={hit.id} className={styles.item} onSelect={onSelect}>
      <span className={styles.hit}>
        {hit.kind === 'question' ? (
          <MessageCircleQuestion size={15} aria-label={t('search.question')} />
        ) : (
          <FileText size={15} aria-label={t('search.note')} />
        )}
        <span className={styles.hitTitle}>
          <HighlightedTitle
            title={hit.title}
            ranges={hit.highlights}
            markdown={hit.kind === 'question' ? byId.get(hit.id)?.item.text : undefined}
          />
        </span>
      </span>
      {hit.section !== '' && <span className={styles.section}>{hit.section}</span>}
    </CommandMenu.Item>
  )
}

function placeOf({ kind, id, path, questions: [question] }: TitleHit): Place {
  if (kind === 'question') return { kind: 'question', id }
  return question === undefined ? { kind: 'note', path } : { kind: 'question', id: question, notePath: path }
}

/** Whether what was found is what the page shows, so that no other editor comes. */
function isAt(place: Place | undefined, hit: TitleHit): boolean {
  if (hit.kind === 'question') return place?.kind === 'question' && place.id === hit.id
  return (place?.kind === 'note' ? place.path : openNotePath()) === hit.path
}

interface Titles {
  readonly hits: readonly TitleHit[] | undefined
  /** The hits are those of the newest text. */
  readonly isSettled: boolean
}

/** What the newest text finds; the last answer stays until the next is there. */
function useTitles(text: string): Titles {
  const { client, on } = useBackend()
  const [round, setRound] = useState(0)
  useEffect(() => on('notes.changed', () => setRound(value => value + 1)), [on])
  const [found, setFound] = useState<{ readonly hits: readonly TitleHit[]; readonly text: string }>()
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    client['search.titles']({ text, limit: mostShown }).then(
      hits => isCurrent && setFound({ hits, text }),
      () => isCurrent && setFound({ hits: [], text }),
    )
    return () => {
      isCurrent = false
    }
  }, [client, text, isEmpty, round])
  return isEmpty
    ? { hits: undefined, isSettled: true }
    : { hits: found?.hits, isSettled: found?.text === text }
}
