/** A list of `count` questions with stored ids `q-01`, `q-02` …, so that each can be answered in a note of its own. */
export function manyQuestions(count: number): string {
  const ids = Array.from({ length: count }, (_, index) => questionIdAt(index + 1))
  const items = ids.map((id, index) => `${index + 1}. What is the point of number ${index + 1}? ^${id}`)
  return `---\ntitle: Many\nid: many\n---\n\n## All\n\n${items.join('\n')}\n`
}

/** Numbers from 1. */
export function questionIdAt(number: number): string {
  return `q-${String(number).padStart(3, '0')}`
}
