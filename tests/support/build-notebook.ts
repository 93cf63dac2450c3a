import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder'

/** A small list in the format of product.md. */
export const smallList = `---
title: Small list
id: small
language: en
---

## Tokens

1. Why does keyword search depend on word segmentation? ^small-1-01
   > Hint: what does it count?
2. Which merge is made first? ^small-1-02

## Attention

1. Why divide by the square root? ^small-2-01
`

export interface BuiltNotebook {
  readonly path: string
  readonly remove: () => Promise<void>
}

/**
 * Writes a notebook, format version 1, into a temporary folder. `files` maps paths in it to text or bytes and
 * adds to or replaces the manifest and the list `small`; undefined leaves a file out.
 */
export async function buildNotebook(
  files: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<BuiltNotebook> {
  const { path, remove } = await temporaryFolder()
  const all: typeof files = {
    'answerbook.json': JSON.stringify({ format: 1, id: 'notebook-1', title: 'My notebook' }),
    'questions/small.md': smallList,
    ...files,
  }
  for (const folder of ['notes', 'attachments']) await mkdir(join(path, folder))
  for (const [name, content] of Object.entries(all)) {
    if (content === undefined) continue
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return { path, remove }
}
