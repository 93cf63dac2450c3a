interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): unknown
}

interface PolicyRules {
  createHTML(value: string, type: string, sink: string): string
}

/**
 * Lets the page parse HTML into documents that run nothing (which pasting needs) and nothing else.
 *
 * To be called before anything else in the page, which must allow the policies `default` and `ProseMirrorClipboard`.
 * ProseMirror asks this policy without a sink and falls back to its own only when it throws.
 */
export function installTrustedTypesPolicy(): void {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createHTML(value, _type, sink) {
      if (sink === 'DOMParser parseFromString') return value
      throw new TypeError(`HTML is not allowed here: ${sink}`)
    },
  })
}
