import '../ui/tokens.css'
import '../ui/base.css'
import styles from './refusal.module.css'

const english = {
  title: 'This page is locked',
  text: 'Open the whole address that "answerbook serve" printed in the terminal, with the part after the #. If it was restarted, it printed a new one.',
}

const chinese: typeof english = {
  title: '此页面已锁定',
  text: '请打开“answerbook serve”在终端中显示的完整地址，包括 # 之后的部分。如果它重新启动过，地址会是新的。',
}

/** Says that this page can't reach the workspace: the address is not complete, or the server is gone. */
export function showRefusal(): void {
  const root = document.getElementById('root')
  if (root === null || root.childElementCount > 0) return
  // The language of the settings can't be asked for from here.
  const words = window.navigator.language.startsWith('zh') ? chinese : english
  const box = document.createElement('main')
  box.className = styles['box'] ?? ''
  const title = document.createElement('h1')
  title.textContent = words.title
  const text = document.createElement('p')
  text.textContent = words.text
  box.append(title, text)
  root.append(box)
}
