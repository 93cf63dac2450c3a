import '../ui/tokens.css'
import '../ui/base.css'
import styles from './refusal.module.css'

/** Says that this page can't reach the workspace: the address is not complete, or the server is gone. */
export function showRefusal(): void {
  const root = document.getElementById('root')
  if (root === null || root.childElementCount > 0) return
  const box = document.createElement('main')
  box.className = styles['box'] ?? ''
  const title = document.createElement('h1')
  title.textContent = 'This page is locked'
  const text = document.createElement('p')
  text.textContent =
    'Open the whole address that "answerbook serve" printed in the terminal, with the part after the #. If it was restarted, it printed a new one.'
  box.append(title, text)
  root.append(box)
}
