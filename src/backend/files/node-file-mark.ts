import type { BigIntStats } from 'node:fs'

/** Another one once anything has written or replaced a file, or has given it another name. */
export function markOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join('-')
}

/** Another one once anything has been written into a file. */
export function contentMarkOf({ size, mtimeNs }: BigIntStats): string {
  return [size, mtimeNs].join('-')
}
