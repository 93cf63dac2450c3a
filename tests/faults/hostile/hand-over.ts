import type { Locator } from '@playwright/test'

export const pasteKinds = ['pasted HTML', 'pasted text', 'dropped HTML', 'dropped text'] as const
export type PasteKind = (typeof pasteKinds)[number]

/** Pastes into an editor, or drops on its middle, what a browser would hand over. */
export async function hand(editor: Locator, kind: PasteKind, text: string): Promise<void> {
  await editor.evaluate(
    (element, { isHtml, isDrop, content }) => {
      const data = new DataTransfer()
      data.setData(isHtml ? 'text/html' : 'text/plain', content)
      const { left, top, width, height } = element.getBoundingClientRect()
      const point = { clientX: left + width / 2, clientY: top + Math.min(height, 40) / 2 }
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        isDrop
          ? new DragEvent('drop', { ...options, ...point, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      )
    },
    { isHtml: kind.endsWith('HTML'), isDrop: kind.startsWith('dropped'), content: text },
  )
}
