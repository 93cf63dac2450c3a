export const exportFormats = ['markdown', 'folder', 'html', 'site', 'pdf', 'anki', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Formats that write a folder; the others write a file. */
export const folderFormats: readonly ExportFormat[] = ['folder', 'site']
