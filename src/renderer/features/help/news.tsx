import changelog from '../../../../CHANGELOG.md?raw'
import { BlockMarkdown } from '../../editor/inline-markdown'
import styles from './help.module.css'

/** What each version brought, from the CHANGELOG; the newest first. */
export function News() {
  return (
    <div className={styles.news}>
      {versionsOf(changelog).map(({ title, text }) => (
        <section key={title} aria-label={title} lang="en">
          <h2 className={styles.title}>{title}</h2>
          {groupsOf(text).map(group => (
            <div key={group.title}>
              {group.title !== '' && <h3 className={styles.kind}>{group.title}</h3>}
              <BlockMarkdown text={group.text} />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

interface Part {
  readonly title: string
  readonly text: string
}

function versionsOf(text: string): Part[] {
  return splitAt(text, /^## (.*)$/m).slice(1)
}

function groupsOf(text: string): Part[] {
  return splitAt(text, /^### (.*)$/m).filter(part => part.text.trim() !== '')
}

/** What stands before the first heading, with an empty title, then what stands under each. */
function splitAt(text: string, heading: RegExp): Part[] {
  const [before = '', ...rest] = text.split(heading)
  const parts: Part[] = [{ title: '', text: before }]
  for (let index = 0; index < rest.length; index += 2)
    parts.push({ title: (rest[index] ?? '').trim(), text: rest[index + 1] ?? '' })
  return parts
}
