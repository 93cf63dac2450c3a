import { detached } from './detached'
import type { RewritableMarkdown } from './rewrite-markdown'

/**
 * Keeps the labels of definitions and footnotes of many texts apart in one document. A label keeps its name
 * unless another text has it or, without defining it, stands it in brackets.
 */
export class ExportLabels {
  readonly #used = new Set<string>()
  readonly #mentions = new Set<string>()
  /** Labels that stand in a text that does not define them. */
  readonly #strangers = new Set<string>()

  /** To be told of every text before any is renamed. */
  add({ labels, mentions }: Pick<RewritableMarkdown, 'labels' | 'mentions'>): void {
    for (const mention of mentions) {
      const label = detached(mention)
      this.#mentions.add(label)
      if (!labels.has(label)) this.#strangers.add(label)
    }
  }

  /** The new names of the labels that a text defines; to be asked once for each text, in their order. */
  renamerFor({ labels }: Pick<RewritableMarkdown, 'labels'>): (label: string) => string {
    const renamed = new Map<string, string>()
    for (const label of labels) {
      if (this.#used.has(label) || this.#strangers.has(label)) renamed.set(label, this.#free(label))
      else this.#used.add(label)
    }
    return label => renamed.get(label) ?? label
  }

  #free(label: string): string {
    for (let count = 2; ; count += 1) {
      const candidate = `${label}-${count}`
      if (this.#used.has(candidate) || this.#mentions.has(candidate)) continue
      this.#used.add(candidate)
      return candidate
    }
  }
}
