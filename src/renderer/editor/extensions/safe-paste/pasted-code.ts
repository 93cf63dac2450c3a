const languageClass =
  /(?:^|\s)(?:language|lang|highlight-source|brush:?|hljs|sourceCode)[-\s:]?([a-z0-9+#.-]+)/i

/**
 * Code of web pages, chats and code editors as one `<pre><code class="language-…">`: without line numbers, and with line
 * breaks where lines were elements.
 */
export function unwrapCode(root: HTMLElement): void {
  for (const gutter of root.querySelectorAll(
    'pre .line-number, pre .linenumber, pre .lineno, td.blob-num, td.gutter',
  )) {
    gutter.remove()
  }
  for (const pre of root.querySelectorAll('pre')) replaceWithCode(pre)
  for (const block of root.querySelectorAll<HTMLElement>('div')) {
    if (isEditorCode(block)) replaceWithCode(block)
  }
}

function replaceWithCode(block: HTMLElement): void {
  if (block.hasAttribute('data-math-block') || block.hasAttribute('data-raw-block')) return
  const { ownerDocument } = block
  const inner = block.tagName === 'PRE' ? (block.querySelector('code') ?? block) : block
  const pre = ownerDocument.createElement('pre')
  const code = ownerDocument.createElement('code')
  const language = languageOf(block, inner)
  if (language !== undefined) code.className = `language-${language}`
  code.textContent = textOf(inner)
    .replace(/\u00a0/g, ' ')
    .replace(/^\n|\n$/g, '')
  pre.append(code)
  block.replaceWith(pre)
}

/** VS Code and its like paste a `<div>` of lines with a fixed-width font and kept white space. */
function isEditorCode({ style }: HTMLElement): boolean {
  return /mono|courier|consolas|menlo/i.test(style.fontFamily) && style.whiteSpace.startsWith('pre')
}

function languageOf(...elements: readonly HTMLElement[]): string | undefined {
  for (const start of elements) {
    for (const element of [start, start.parentElement]) {
      const found = languageClass.exec(element?.className ?? '')?.[1] ?? element?.dataset['language']
      if (found !== undefined && found !== '') return found.toLowerCase()
    }
  }
  return undefined
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? ''
  if (node.nodeName === 'BR') return '\n'
  const parts = [...node.childNodes].map(child => {
    const text = textOf(child)
    const isLine = /^(?:DIV|P|LI|TR)$/.test(child.nodeName)
    return isLine && child.nextSibling !== null && !text.endsWith('\n') ? `${text}\n` : text
  })
  return parts.join('')
}
