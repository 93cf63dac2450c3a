import { leaveEditor } from './editor-info'

/** Of the browser's history, what the page can know of it. https://developer.mozilla.org/docs/Web/API/Navigation */
interface Navigation {
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** Goes to where the user was before; what is typed from now on is for there. */
export function goBack(): void {
  if (navigation()?.canGoBack === true) leaveEditor()
  window.history.back()
}

/** Goes to where the user came back from. */
export function goForward(): void {
  if (navigation()?.canGoForward === true) leaveEditor()
  window.history.forward()
}

function navigation(): Navigation | undefined {
  return (globalThis as { readonly navigation?: Navigation }).navigation
}
