/** A text could not be written as Markdown. `text` is as much of it as there is. */
export class UnwrittenText extends Error {
  override readonly name = 'UnwrittenText'
  readonly text: string

  constructor(text: string, cause: unknown) {
    super('a text could not be written as Markdown', { cause })
    this.text = text
  }
}

/** What `getBody` gives; of a text that can't be written, as much as there is. */
export function bestText(getBody: () => string): string {
  try {
    return getBody()
  } catch (error) {
    if (error instanceof UnwrittenText) return error.text
    throw error
  }
}
