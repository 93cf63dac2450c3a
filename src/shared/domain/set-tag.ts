import { pairOf, parseYaml, readFrontMatter, tagKeys } from './front-matter'
import { splitFrontMatter } from './split-front-matter'
import { addToFrontMatterList, removeFromFrontMatterList } from './front-matter-list'

/**
 * Adds a tag to a note, under the key that the note has for them, or takes it out; no other byte changes.
 *
 * @throws RangeError as `addToFrontMatterList`.
 */
export function setTag(text: string, tag: string, isOn: boolean): string {
  if (isOn) return hasTag(text, tag) ? text : addToFrontMatterList(text, keyFor(text), tag)
  // It may be written either way.
  const places = tagKeys.flatMap(key => [tag, `#${tag}`].map(item => ({ key, item })))
  return places.reduce((rest, { key, item }) => removeFromFrontMatterList(rest, key, item), text)
}

function hasTag(text: string, tag: string): boolean {
  return readFrontMatter(splitFrontMatter(text).yaml).tags.includes(tag)
}

function keyFor(text: string): string {
  const document = parseYaml(splitFrontMatter(text).yaml)
  const has = (key: string): boolean => document !== undefined && pairOf(document, key) !== undefined
  return tagKeys.find(has) ?? tagKeys[0]
}
