/** Lets the user choose files of the computer, or one image; `onChosen` isn't called when they think better of it. */
export function chooseFiles(wanted: 'files' | 'image', onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  if (wanted === 'image')
    input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp,image/svg+xml'
  input.multiple = wanted === 'files'
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) onChosen(files)
  })
  input.click()
}
