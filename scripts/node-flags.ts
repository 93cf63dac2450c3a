/**
 * What the command line and the browser host are started with. By default V8 lets the space for new objects grow to more than a
 * hundred megabytes while thousands of notes are read, and keeps it.
 */
export const nodeFlags = ['--max-semi-space-size=8'] as const
