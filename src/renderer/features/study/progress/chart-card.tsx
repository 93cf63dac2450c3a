import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/button'
import styles from './progress.module.css'
import { useTranslation } from '../../../ui/use-translation'

export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart, and the table of its numbers behind it. */
export function ChartCard({
  title,
  summary,
  table,
  empty,
  children,
}: {
  readonly title: string
  /** What the chart says, in a sentence. */
  readonly summary: string
  readonly table: ChartTable
  /** Shown in the place of the chart while there is nothing to show. */
  readonly empty: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [isTable, setIsTable] = useState(false)
  const hasRows = table.rows.length > 0
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <h2 className={styles.title}>{title}</h2>
        {hasRows && (
          <Button tone="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? t('progress.asChart') : t('progress.asTable')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{hasRows ? summary : empty}</p>
      {hasRows && (isTable ? <Table title={title} table={table} /> : children)}
    </section>
  )
}

function Table({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={row[0]}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
