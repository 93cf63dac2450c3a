/** What Vite makes of files when it builds a host. */
declare module '*?raw' {
  const text: string
  export default text
}

interface ImportMeta {
  /** The default exports of all modules that match, by path. The arguments are read while building. */
  glob(
    pattern: string,
    options: { readonly eager: true; readonly query: '?inline'; readonly import: 'default' },
  ): Record<string, string>
}
