/** Shows an image over the whole window until Escape or a click; the focus goes back to where it was. */
export function showImage(url: string, closeLabel: string): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'image-viewer'
  dialog.ariaLabel = closeLabel
  dialog.title = closeLabel
  const image = document.createElement('img')
  image.src = url
  image.alt = ''
  dialog.append(image)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
