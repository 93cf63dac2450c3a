import type { Browser } from '@playwright/test'
import type { BarCounter } from '../suite'
import type { Canaries, PageWatch } from './canaries'
import type { Payload } from './payloads'

export interface Counters {
  readonly scripts: BarCounter
  readonly requests: BarCounter
  readonly files: BarCounter
}

export interface HostileWorld {
  readonly browser: Browser
  readonly canaries: Canaries
  readonly counters: Counters
  readonly payloads: readonly Payload[]
  /** How many of the notes that are made of payloads the page has shown. */
  readonly shown: { notes: number }
  readonly report: (line: string) => void
}

/** Counts `times` ways in, and takes over what the page has done. */
export function countOffences({ counters }: HostileWorld, watch: PageWatch, times: number): void {
  for (const counter of Object.values(counters) as BarCounter[]) counter.runs += times
  for (const offence of watch.offences.splice(0)) {
    const counter = offence.includes(': request to ') ? counters.requests : counters.scripts
    counter.violation(offence)
  }
}
