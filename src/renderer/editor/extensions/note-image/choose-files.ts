/** Lets the user choose images of the computer; `onChosen` isn't called when they think better of it. */
export function chooseImages(
  { isMultiple }: { readonly isMultiple: boolean },
  onChosen: (files: readonly File[]) => void,
): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp,image/svg+xml'
  input.multiple = isMultiple
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) onChosen(files)
  })
  input.click()
}
