import { freeBuffer, growBuffer } from './grow-buffer'

/** Numbers in the record of a list; the first of those that are the caller's own. */
export const recordSize = 5
export const ownNumber = 2

/**
 * Many lists of bytes that all grow at their ends, in one buffer: each list is a chain of slices, every one longer than
 * the one before, so that a list of two bytes costs few and a list of a million takes few steps. Numbers are varints.
 */
export class GrowingLists {
  /**
   * By list: where its next byte goes, where the room in its last slice ends (0 and 0 for an empty list), and three numbers
   * for the caller, who finds them near what is looked at anyway. Another array after `reserve`.
   */
  records = new Uint32Array(recordSize * fewestLists)
  /** By list: where its first slice starts. */
  #firsts = new Uint32Array(fewestLists)
  #bytes = new Uint8Array(fewestBytes)
  /** Address 0 stands for none. */
  #used = 1

  /** Size of what lies in the buffer, in bytes. */
  get size(): number {
    return this.#used
  }

  /** Makes room for lists with numbers up to `list`. */
  reserve(list: number): void {
    if (list < this.#firsts.length) return
    const length = Math.max(this.#firsts.length * 2, list + 1)
    this.records = new Uint32Array(growBuffer(this.records.buffer, 4 * recordSize * length))
    this.#firsts = new Uint32Array(growBuffer(this.#firsts.buffer, 4 * length))
  }

  /** Adds a whole number from 0 to 2 ** 32 - 1 to a list that there is room for. */
  writeVarint(list: number, value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.#writeByte(list, (rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.#writeByte(list, rest)
  }

  /** Lists one after the other, and where each starts; one more start than there are lists. */
  join(lists: Uint32Array): { readonly starts: Uint32Array; readonly bytes: Uint8Array } {
    const starts = new Uint32Array(lists.length + 1)
    for (let at = 0; at < lists.length; at += 1) starts[at + 1] = starts[at]! + this.#lengthOf(lists[at]!)
    const bytes = new Uint8Array(starts[lists.length]!)
    for (let at = 0; at < lists.length; at += 1) this.#copy(lists[at]!, bytes, starts[at]!)
    return { starts, bytes }
  }

  /** Empties all lists, and lets go of what they took when that was much. */
  clear(): void {
    if (this.#bytes.length > fewestBytes) {
      freeBuffer(this.#bytes.buffer)
      this.#bytes = new Uint8Array(fewestBytes)
    }
    if (this.#firsts.length > fewestLists) {
      freeBuffer(this.records.buffer)
      freeBuffer(this.#firsts.buffer)
      this.records = new Uint32Array(recordSize * fewestLists)
      this.#firsts = new Uint32Array(fewestLists)
    } else this.records.fill(0)
    this.#used = 1
  }

  #lengthOf(list: number): number {
    let length = 0
    this.#visitSlices(list, (start, end) => (length += end - start))
    return length
  }

  #copy(list: number, to: Uint8Array, at: number): void {
    let next = at
    this.#visitSlices(list, (start, end) => {
      if (end - start < longestLoop) for (let from = start; from < end;) to[next++] = this.#bytes[from++]!
      else {
        to.set(this.#bytes.subarray(start, end), next)
        next += end - start
      }
    })
  }

  #writeByte(list: number, byte: number): void {
    const records = this.records
    const record = list * recordSize
    let at = records[record]!
    if (at === records[record + 1]!) at = this.#addSlice(list, at)
    this.#bytes[at] = byte
    records[record] = at + 1
  }

  /** A slice ends with four bytes: its level as long as it is the last one, then the address of the next one. */
  #addSlice(list: number, end: number): number {
    const level = end === 0 ? 0 : Math.min(this.#bytes[end]! + 1, sliceSizes.length - 1)
    const start = this.#used
    const size = sliceSizes[level]!
    this.#used += size
    if (this.#used > this.#bytes.length) {
      const length = Math.ceil(this.#bytes.length * growth) + size
      this.#bytes = new Uint8Array(growBuffer(this.#bytes.buffer, length))
    }
    if (end === 0) this.#firsts[list] = start
    else {
      for (let byte = 0; byte < linkBytes; byte += 1) this.#bytes[end + byte] = start >>> (8 * byte)
    }
    this.records[recordSize * list + 1] = start + size - linkBytes
    this.#bytes[start + size - linkBytes] = level
    return start
  }

  #visitSlices(list: number, visit: (start: number, end: number) => void): void {
    const lastEnd = this.records[recordSize * list + 1]!
    if (lastEnd === 0) return
    let start = this.#firsts[list]!
    for (let level = 0; ; level = Math.min(level + 1, sliceSizes.length - 1)) {
      const end = start + sliceSizes[level]! - linkBytes
      if (end === lastEnd) return visit(start, this.records[recordSize * list]!)
      visit(start, end)
      start = this.#bytes[end]! | (this.#bytes[end + 1]! << 8) | (this.#bytes[end + 2]! << 16)
      start = (start | (this.#bytes[end + 3]! << 24)) >>> 0
    }
  }
}

const linkBytes = 4
/** The first holds what most words have that occur once. */
const sliceSizes = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
const fewestBytes = 1 << 16
const fewestLists = 4096
const growth = 1.5
/** From so many bytes on a view is cheaper than a loop. */
const longestLoop = 48
