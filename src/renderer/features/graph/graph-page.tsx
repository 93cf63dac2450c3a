import { useMemo, useState } from 'react'
import type { QuestionStatus } from '../../../shared/domain/study/question-status'
import type { SectionRef } from '../../../shared/domain/study/question-filter'
import { SectionSelect } from '../../app/question-filter/section-select'
import { goToWrite } from '../../state/editor-info'
import { useGraphLinks, useNotes, usePlacedQuestions } from '../../state/queries'
import { CheckBox } from '../../ui/field'
import { Select } from '../../ui/select'
import { buildGraph, partOfGraph, type Graph, type GraphNode } from './build-graph'
import { GraphCanvas } from './graph-canvas'
import { GraphList } from './graph-list'
import styles from './graph.module.css'
import { useTranslation } from '../../ui/use-translation'

interface GraphFilter {
  readonly text: string
  readonly section: SectionRef | null
  readonly show: 'all' | 'notes' | QuestionStatus
  readonly isLinkedOnly: boolean
}

const shows: readonly GraphFilter['show'][] = ['all', 'not started', 'draft', 'answered', 'notes']

/** How questions and notes are linked: a drawing, and the same as a list. */
export function GraphPage() {
  const { t } = useTranslation()
  const { all: questions } = usePlacedQuestions()
  const notes = useNotes().data
  const links = useGraphLinks().data
  const [filter, setFilter] = useState<GraphFilter>({
    text: '',
    section: null,
    show: 'all',
    isLinkedOnly: true,
  })
  const [activeId, setActiveId] = useState<string>()
  const whole = useMemo(
    () => (notes === undefined || links === undefined ? undefined : buildGraph({ questions, notes, links })),
    [questions, notes, links],
  )
  const graph = useMemo(() => (whole === undefined ? undefined : filtered(whole, filter)), [whole, filter])
  const change = (part: Partial<GraphFilter>): void => setFilter({ ...filter, ...part })
  const open = (id: string): void => {
    const node = graph?.nodes.find(each => each.id === id)
    if (node === undefined) return
    goToWrite(node.place)
  }
  if (whole === undefined || graph === undefined) return null
  return (
    <section className={styles.page} aria-label={t('graph.title')}>
      <header className={styles.header}>
        <h1 className={styles.heading}>{t('graph.title')}</h1>
        <input
          className={styles.input}
          value={filter.text}
          placeholder={t('tree.filter')}
          aria-label={t('graph.filter')}
          onChange={event => change({ text: event.target.value })}
        />
        <SectionSelect section={filter.section} onChange={section => change({ section })} />
        <Select
          label={t('graph.show')}
          value={filter.show}
          options={shows.map(value => ({ value, label: showWords(value) }))}
          onChange={show => change({ show })}
        />
        <CheckBox
          label={t('graph.linkedOnly')}
          isChecked={filter.isLinkedOnly}
          onChange={isLinkedOnly => change({ isLinkedOnly })}
        />
        <span role="status" className={styles.count}>
          {t('graph.count', { count: graph.nodes.length })} ·{' '}
          {t('graph.links', { count: graph.edges.length })}
        </span>
      </header>
      {graph.nodes.length === 0 ? (
        <p className={styles.empty}>{whole.edges.length === 0 ? t('graph.noLinks') : t('graph.noMatch')}</p>
      ) : (
        <div className={styles.panes}>
          <GraphCanvas graph={graph} activeId={activeId} onActive={setActiveId} onOpen={open} />
          <GraphList graph={graph} activeId={activeId} onActive={setActiveId} onOpen={open} />
        </div>
      )}
    </section>
  )

  function showWords(value: GraphFilter['show']): string {
    if (value === 'all') return t('graph.all')
    return value === 'notes' ? t('graph.onlyNotes') : t(`status.${value}`)
  }
}

function filtered(whole: Graph, { text, section, show, isLinkedOnly }: GraphFilter): Graph {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const passes = ({ title, question }: GraphNode): boolean =>
    words.every(word => title.toLowerCase().includes(word)) &&
    (section === null || (question?.listId === section.listId && question.section === section.number)) &&
    (show === 'all' || (show === 'notes' ? question === null : question?.status === show))
  const part = partOfGraph(whole, passes)
  return isLinkedOnly ? partOfGraph(part, node => node.degree > 0) : part
}
