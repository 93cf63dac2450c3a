import { useSettings } from './queries'

/** Height of a row of the question tree and of the list of notes, in CSS pixels: `--row` for what is placed by numbers. */
export function useRowPx(): number {
  return useSettings().data?.density === 'compact' ? 26 : 30
}
