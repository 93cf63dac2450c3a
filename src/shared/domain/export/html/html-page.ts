/** Text as it stands in HTML, also between the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

export interface HtmlPage {
  readonly title: string
  /** A language tag; undefined where it is not known. */
  readonly language: string | undefined
  /** Style sheets, as elements. */
  readonly styles: string
  /** What a page may load and run: the content of its policy. */
  readonly policy: string
}

/** All of a page up to its body's content. */
export function pageStart({ title, language, styles, policy }: HtmlPage): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Answerbook">
<title>${escapeHtml(title.replace(/\s+/g, ' '))}</title>
${styles}</head>
<body>
`
}

export const pageEnd = '</body>\n</html>\n'

/** A style sheet that is a file, as an element. */
export function styleLink(href: string): string {
  return `<link rel="stylesheet" href="${escapeHtml(href)}">\n`
}

/** Style sheets as elements. */
export function styleElements(styles: readonly string[]): string {
  return styles.map(style => `<style>${style}</style>\n`).join('')
}
