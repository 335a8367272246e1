/** From here on letters are as wide as they are high, and count for two. */
const firstWide = 0x2e80

/** The first sentences of a text, as many as fit into so much width; the first one always, cut where it alone is too wide. */
export function sentencesWithin(text: string, width: number): string {
  const sentences = text.match(/[^。.]*(?:[。.](?=\s|[^\d]|$)|$)/gu)?.filter((part) => part !== '') ?? []
  let said = ''
  for (const sentence of sentences) {
    if (said !== '' && widthOf(said + sentence) > width) break
    said += sentence
  }
  return cut(said.trim(), width)
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(letters.join('')) > width - 2) letters.pop()
  return `${letters.join('')}…`
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= firstWide ? 2 : 1), 0)
}
