import { Random } from '../bench/search/random'
import { applyStep, copyImage, type DiskImage, type DiskStep } from './crash-disk'

/** What may become of a step that no sync has made safe: as many outcomes as it has choices. */
interface Axis {
  readonly outcomes: readonly Outcome[]
}

type Outcome = { readonly step: number; readonly effect: DiskStep | undefined }[]

/** A disk as a power cut may leave it, and how that came to be, to be printed. */
export interface CrashImage {
  readonly image: DiskImage
  readonly choice: string
}

/**
 * The states that a disk may be in after a cut that comes when `steps` were taken: each name that no sync of its folder
 * made safe is there or not, and of bytes that no sync made safe there are all, half, none, or zeros in their place.
 * Every combination up to `limit` of them, and beyond that as many drawn at random.
 */
export function crashImages(
  initial: DiskImage,
  steps: readonly DiskStep[],
  { limit, seed }: { readonly limit: number; readonly seed: number },
): CrashImage[] {
  const { safe, axes } = sortOut(steps)
  return choices(
    axes.map(({ outcomes }) => outcomes.length),
    limit,
    seed,
  ).map(choice => {
    const effects = new Map(safe)
    for (const [index, axis] of axes.entries()) {
      for (const { step, effect } of axis.outcomes[choice[index] ?? 0] ?? []) {
        if (effect !== undefined) effects.set(step, effect)
      }
    }
    const image = copyImage(initial)
    for (const index of [...effects.keys()].sort((a, b) => a - b)) {
      const effect = effects.get(index)
      if (effect !== undefined) applyStep(image, effect)
    }
    return { image, choice: choice.join('') }
  })
}

function sortOut(steps: readonly DiskStep[]): { safe: Map<number, DiskStep>; axes: Axis[] } {
  const synced = (inode: number, index: number): boolean =>
    steps.slice(index + 1).some(step => step.kind === 'sync' && step.inode === inode)
  const safe = new Map<number, DiskStep>()
  const axes: Axis[] = []
  const writes = new Map<number, number[]>()
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'sync') continue
    if (step.kind === 'write') {
      if (synced(step.inode, index)) safe.set(index, step)
      else writes.set(step.inode, [...(writes.get(step.inode) ?? []), index])
    } else if (step.kind === 'move') {
      const copied: DiskStep = { kind: 'link', at: step.to, inode: step.inode }
      if (synced(step.from.folder, index)) safe.set(index, step)
      else if (step.from.folder === step.to.folder) axes.push(eitherOf(index, [undefined, step]))
      else if (synced(step.to.folder, index)) axes.push(eitherOf(index, [copied, step]))
      else axes.push(eitherOf(index, [undefined, copied, step]))
    } else if (synced(step.at.folder, index)) safe.set(index, step)
    else axes.push(eitherOf(index, [undefined, step]))
  }
  for (const indexes of writes.values()) axes.push(tornWrites(indexes, steps))
  return { safe, axes }
}

function eitherOf(step: number, effects: readonly (DiskStep | undefined)[]): Axis {
  return { outcomes: effects.map(effect => [{ step, effect }]) }
}

function tornWrites(indexes: readonly number[], steps: readonly DiskStep[]): Axis {
  const alteredBy = (change: (bytes: Uint8Array, position: number) => Uint8Array): Outcome =>
    indexes.map((step, position) => {
      const write = steps[step]
      if (write?.kind !== 'write') throw new TypeError(`step ${step} is no write`)
      return { step, effect: { ...write, bytes: change(write.bytes, position) } }
    })
  const last = indexes.length - 1
  return {
    outcomes: [
      [],
      alteredBy(bytes => bytes),
      alteredBy(bytes => new Uint8Array(bytes.byteLength)),
      alteredBy((bytes, position) => (position < last ? bytes : bytes.slice(0, bytes.byteLength >> 1))),
      alteredBy((bytes, position) => (position < last ? bytes : new Uint8Array(bytes.byteLength))),
    ],
  }
}

/** For each axis a number below its size: all combinations, or `limit` of them with the first and the last. */
function choices(sizes: readonly number[], limit: number, seed: number): number[][] {
  const total = sizes.reduce((product, size) => product * size, 1)
  if (total <= limit) {
    return Array.from({ length: total }, (_, number) => {
      let rest = number
      return sizes.map(size => {
        const digit = rest % size
        rest = Math.floor(rest / size)
        return digit
      })
    })
  }
  const random = new Random(seed)
  const drawn = Array.from({ length: limit - 2 }, () => sizes.map(size => random.below(size)))
  return [sizes.map(() => 0), sizes.map(size => size - 1), ...drawn]
}
