export const exportFormats = ['markdown', 'folder', 'html', 'site', 'pdf', 'anki', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `wiki` is `[[name#Heading|words]]`. */
export const linkStyles = ['markdown', 'wiki'] as const
export type LinkStyle = (typeof linkStyles)[number]

/** Formats that write a folder; the others write a file. */
export const folderFormats: readonly ExportFormat[] = ['folder', 'site']
