const words =
  'attention weighs every token against the others while the cache keeps keys and values so that decoding stays cheap'.split(
    ' ',
  )

/** A note's body of about `count` words: headings, paragraphs, lists, code, a table and quotes, the same every time. */
export function noteOfWords(count: number): string {
  const blocks: string[] = []
  let written = 0
  for (let index = 0; written < count; index += 1) {
    const block = blockOf(index)
    blocks.push(block)
    written += block.split(/\s+/).length
  }
  return `${blocks.join('\n\n')}\n`
}

/** A note's body of paragraphs with `count` formulas between their words. */
export function noteOfFormulas(count: number): string {
  const paragraphs = Array.from({ length: Math.ceil(count / 5) }, (_, paragraph) =>
    Array.from({ length: 5 }, (_, index) => {
      const at = paragraph * 5 + index
      return `${sentence(at)} $\\frac{q_{${at}} k^\\top}{\\sqrt{d_{${at}}}}$`
    }).join(' '),
  )
  return `${paragraphs.join('\n\n')}\n`
}

function blockOf(index: number): string {
  switch (index % 12) {
    case 0:
      return `## Part ${index / 12 + 1}`
    case 4:
      return [0, 1, 2].map(item => `- ${sentence(index + item)} **${word(index)}**`).join('\n')
    case 7:
      return `\`\`\`python\ndef f_${index}(x):\n    return x * ${index}\n\`\`\``
    case 9:
      return `> ${sentence(index)}`
    case 11:
      return `| a | b |\n| --- | --- |\n| ${word(index)} | ${word(index + 3)} |`
    default:
      return [0, 1, 2, 3].map(part => sentence(index * 7 + part)).join(' ')
  }
}

function sentence(seed: number): string {
  const chosen = Array.from({ length: 9 + (seed % 7) }, (_, index) => word(seed * 5 + index * 3))
  const [first = ''] = chosen
  return `${first.charAt(0).toUpperCase()}${chosen.join(' ').slice(1)}.`
}

function word(seed: number): string {
  return words[seed % words.length] ?? ''
}
