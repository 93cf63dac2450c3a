const textFields = 'input:is(:not([type]), [type=text], [type=search]):enabled, textarea:enabled'
const choices =
  'select:enabled, input:is(:checked, [type=checkbox], [type=number]):enabled, button[aria-pressed=true]:enabled, ' +
  '[role=listbox], [role=tab][aria-selected=true]'
const mainButton = 'footer button:last-of-type:enabled'
const otherButtons = 'button:enabled:not(header *)'

/**
 * Gives the focus to what a dialog that has just opened is for: its first text field, else its first choice, its main
 * button, another button, or itself; never to what closes it. For Radix' `onOpenAutoFocus`.
 */
export function focusFirstControl(event: Event): void {
  focusFirst(event, [textFields, choices, mainButton, otherButtons])
}

/** As `focusFirstControl`, but fields and choices are one, in the order of reading: for dialogs of several parts. */
export function focusFirstPart(event: Event): void {
  focusFirst(event, [`${textFields}, ${choices}`, mainButton, otherButtons])
}

function focusFirst(event: Event, wanted: readonly string[]): void {
  const dialog = event.currentTarget
  if (!(dialog instanceof HTMLElement)) return
  event.preventDefault()
  const control = wanted
    .map(selector => dialog.querySelector<HTMLElement>(selector))
    .find(each => each !== null)
  if (control instanceof HTMLInputElement) control.select()
  ;(control ?? dialog).focus()
  // `focus` scrolls before the dialog has its height: in a low window the field would stay under the buttons.
  requestAnimationFrame(() => control?.scrollIntoView({ block: 'nearest' }))
}
