import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import { Fragment, type ReactNode } from 'react'
import { parseMarkdown } from '../../shared/domain/markdown/parse-markdown'
import { Formula } from './formula'

/** A line of Markdown: emphasis, code and formulas; links lose their target. */
export function ParsedInline({ text }: { readonly text: string }) {
  return <>{parseMarkdown(text).children.map(renderBlock)}</>
}

/** Several blocks of Markdown. */
export function ParsedBlocks({ text }: { readonly text: string }) {
  return <>{parseMarkdown(text).children.map((node, index) => renderFlow(node, index, text))}</>
}

function renderBlock(node: RootContent, index: number): ReactNode {
  return 'children' in node ? (
    <Fragment key={index}>{(node.children as PhrasingContent[]).map(renderInline)}</Fragment>
  ) : null
}

function renderFlow(node: RootContent, key: number, source: string): ReactNode {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return <p key={key}>{node.children.map(renderInline)}</p>
    case 'list': {
      const items = node.children.map((item, index) => (
        <li key={index}>{item.children.map((child, at) => renderFlow(child, at, source))}</li>
      ))
      return node.ordered === true ? (
        <ol key={key} start={node.start ?? 1}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      )
    }
    case 'blockquote':
      return (
        <blockquote key={key}>{node.children.map((child, at) => renderFlow(child, at, source))}</blockquote>
      )
    case 'code':
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      )
    case 'table':
      return <TableMarkdown key={key} table={node} />
    case 'math':
      return <Formula key={key} source={node.value} isDisplay />
    case 'thematicBreak':
      return <hr key={key} />
    default:
      return <pre key={key}>{source.slice(node.position?.start.offset, node.position?.end.offset)}</pre>
  }
}

function TableMarkdown({ table: { align, children } }: { readonly table: Table }) {
  const [head, ...rows] = children
  const cells = (row: TableRow | undefined, Cell: 'th' | 'td'): ReactNode =>
    row?.children.map((cell, column) => (
      <Cell key={column} data-align={align?.[column] ?? undefined}>
        {cell.children.map(renderInline)}
      </Cell>
    ))
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

function renderInline(node: PhrasingContent, key: number): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'strong':
      return <strong key={key}>{node.children.map(renderInline)}</strong>
    case 'emphasis':
      return <em key={key}>{node.children.map(renderInline)}</em>
    case 'delete':
      return <s key={key}>{node.children.map(renderInline)}</s>
    case 'highlight':
      return <mark key={key}>{node.children.map(renderInline)}</mark>
    case 'inlineCode':
      return <code key={key}>{node.value}</code>
    case 'inlineMath':
      return <Formula key={key} source={node.value} />
    case 'break':
      return <br key={key} />
    case 'link':
    case 'linkReference':
      return <Fragment key={key}>{node.children.map(renderInline)}</Fragment>
    case 'image':
    case 'imageReference':
      return node.alt
    case 'html':
      return node.value
    default:
      return null
  }
}
