/**
 * The one script of an exported site: looks for all words of a query, also for their beginnings, in the index of
 * `site-search-index.ts`. It makes nothing but elements and text, and has no `<`, so that it can stand in a page.
 */
export const siteSearchScript = String.raw`
(() => {
  const { pages, words } = JSON.parse(document.getElementById('search-index').textContent)
  const box = document.getElementById('search')
  const results = document.getElementById('results')
  const count = document.getElementById('count')
  const { one, many } = count.dataset
  const most = 50
  const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
  const part = new RegExp('[' + unspaced + ']+|[^' + unspaced + ']+', 'gu')
  const isUnspaced = new RegExp('^[' + unspaced + ']', 'u')

  const wordsOf = text =>
    (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || [])
      .flatMap(word => word.match(part) || [])
      .flatMap(word => (isUnspaced.test(word) ? pairsIn(word) : [word]))

  const pairsIn = word => {
    const characters = [...word]
    return characters.length === 1
      ? characters
      : characters.slice(1).map((character, index) => characters[index] + character)
  }

  const numbersOf = distances => {
    let number = 0
    return distances.split(' ').map(distance => (number += parseInt(distance, 36)))
  }

  const scoresOf = wanted => {
    const scores = new Map()
    for (const [word, distances] of words) {
      if (!word.startsWith(wanted)) continue
      const numbers = numbersOf(distances)
      const weight = (word === wanted ? 3 : 1) * Math.log(1 + pages.length / numbers.length)
      for (const number of numbers) scores.set(number, Math.max(scores.get(number) || 0, weight))
    }
    return scores
  }

  const find = query => {
    const wanted = wordsOf(query)
    if (wanted.length === 0) return []
    const all = wanted.map(scoresOf)
    return [...all[0].keys()]
      .filter(number => all.every(scores => scores.has(number)))
      .map(number => {
        const title = pages[number][1].toLowerCase()
        const inTitle = wanted.filter(word => title.includes(word)).length
        return [number, all.reduce((sum, scores) => sum + scores.get(number), 0) * (1 + inTitle)]
      })
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([number]) => pages[number])
  }

  const item = ([href, title, chapter]) => {
    const link = document.createElement('a')
    link.href = href
    link.textContent = title
    const place = document.createElement('span')
    place.className = 'quiet'
    place.textContent = ' · ' + chapter
    const line = document.createElement('li')
    line.dir = 'auto'
    line.append(link, place)
    return line
  }

  const show = () => {
    const found = find(box.value)
    results.replaceChildren(...found.slice(0, most).map(item))
    count.textContent = box.value.trim() === '' ? '' : found.length === 1 ? one : many.replace('{n}', found.length)
  }

  box.closest('form').hidden = false
  box.closest('form').addEventListener('submit', event => event.preventDefault())
  box.addEventListener('input', show)
  show()
})()
`
