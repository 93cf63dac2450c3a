import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

// What a page with React costs by itself: the measure of a start.
createRoot(document.querySelector('#root') as Element).render(
  createElement('ul', { role: 'tree' }, createElement('li', { role: 'treeitem' }, 'ready')),
)
