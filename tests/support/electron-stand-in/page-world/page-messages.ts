/** What a page's isolated world tells the stand-in's main process. Values in it are codec text. */
export type PageMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }
  | { readonly kind: 'key'; readonly input: KeyInput; readonly isHandled: boolean }
  | { readonly kind: 'context-menu'; readonly target: ContextMenuTarget }
  | { readonly kind: 'zoom'; readonly direction: 'in' | 'out' }

/** And what the main process tells it. */
export type MainMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly result: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }

/** A key as `before-input-event` describes it. */
export interface KeyInput {
  readonly type: 'keyDown' | 'keyUp'
  readonly key: string
  readonly code: string
  readonly isAutoRepeat: boolean
  readonly isComposing: boolean
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly location: number
  readonly modifiers: string[]
}

/** What lies below the pointer when the page asks for a context menu. */
export interface ContextMenuTarget {
  readonly x: number
  readonly y: number
  readonly linkURL: string
  readonly linkText: string
  readonly srcURL: string
  readonly selectionText: string
  readonly isEditable: boolean
  readonly pageURL: string
}

/** What the isolated world is made with. */
export interface IsolatedWorldOptions {
  readonly bindingName: string
  readonly receiverName: string
  readonly arguments: readonly string[]
  readonly platform: string
  readonly architecture: string
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly isMainFrame: boolean
}
