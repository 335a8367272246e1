const pieceCharacters = 64 * 1024

/**
 * What `JSON.stringify` makes of an answer, in pieces: its lists item by item. NOTE: as one text the inventory of 5,000 devices is
 * held three times at the end: as an answer, as a text of two bytes a character, and as bytes.
 */
export function* jsonPieces(answer: unknown): Generator<string> {
  let piece = ''
  for (const part of partsOf(answer)) {
    piece += part
    if (piece.length < pieceCharacters) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function* partsOf(answer: unknown): Generator<string> {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    yield JSON.stringify(answer)
    return
  }
  const fields = Object.entries(answer).filter(([, value]) => value !== undefined)
  yield '{'
  for (const [at, [key, value]] of fields.entries()) {
    yield `${at === 0 ? '' : ','}${JSON.stringify(key)}:`
    if (Array.isArray(value)) yield* itemsOf(value)
    else yield JSON.stringify(value)
  }
  yield '}'
}

function* itemsOf(list: readonly unknown[]): Generator<string> {
  yield '['
  for (const [at, item] of list.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(item) ?? 'null'}`
  yield ']'
}
