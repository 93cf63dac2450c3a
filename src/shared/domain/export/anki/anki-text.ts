/** A card as Anki's import of text files takes it. `front` and `back` are HTML. */
export interface AnkiCard {
  /** A card that has it already is updated, and keeps its reviews. */
  readonly guid: string
  /** Parents first. */
  readonly deck: readonly string[]
  readonly front: string
  readonly back: string
  readonly tags: readonly string[]
}

/** The lines that tell Anki what the columns are; they come first. https://docs.ankiweb.net/importing/text-files.html */
export const ankiHeader = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:2',
  '#tags column:5',
]
  .map(line => `${line}\n`)
  .join('')

/** A card as a line of the file. Every field is in quotes, so that it can hold tabs, line breaks and quotes. */
export function ankiLine({ guid, deck, front, back, tags }: AnkiCard): string {
  const fields = [guid, deck.map(deckName).join('::'), front, back, tags.map(tagName).join(' ')]
  return `${fields.map(quoted).join('\t')}\n`
}

function quoted(field: string): string {
  return `"${field.replace(/\0/g, '').replace(/"/g, '""')}"`
}

/** `::` tells decks apart from those they are in. */
function deckName(name: string): string {
  return name.replace(/:{2,}/g, ':').replace(/"/g, '”').replace(/\s+/g, ' ').trim() || 'Untitled'
}

/** A space ends a tag. */
function tagName(name: string): string {
  return name.trim().replace(/\s+/g, '_')
}
