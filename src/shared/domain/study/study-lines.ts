import { studyEvent, type StudyEvent } from './study-event'

/** One line of a study log; undefined for one that can't be read, or is of a kind that a newer program writes. */
export function readStudyLine(line: string): StudyEvent | undefined {
  if (line.trim() === '') return undefined
  try {
    const parsed = studyEvent.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The events of a log's text; lines that `readStudyLine` can't read are passed over. */
export function readStudyLines(text: string): StudyEvent[] {
  return text.split('\n').flatMap(line => readStudyLine(line) ?? [])
}

/** Events as the text of a log: a JSON object on each line. */
export function formatStudyLines(events: readonly StudyEvent[]): string {
  return events.map(event => `${JSON.stringify(event)}\n`).join('')
}
