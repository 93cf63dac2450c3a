/** The only two channels between a window and the desktop host. */
export const requestChannel = 'answerbook:request'
export const eventChannel = 'answerbook:event'

/** What the preload script puts on `window.answerbook`. */
export interface AnswerbookBridge {
  request(name: string, input: unknown): Promise<unknown>
  onEvent(listener: (frame: unknown) => void): () => void
}
