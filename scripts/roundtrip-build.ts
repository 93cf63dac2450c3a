import type { RoundTripModule } from '../src/renderer/editor/round-trip/round-trip-result.ts'
import { loadModule } from './load-module.ts'

/** The editor's code for Node, built anew when it is older than its sources. */
export async function loadRoundTrip(): Promise<RoundTripModule> {
  return loadModule('src/renderer/editor/round-trip/round-trip.ts', 'round-trip')
}
