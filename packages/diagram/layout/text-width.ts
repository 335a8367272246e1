/** Widths of letters in ems, never less than those of BIZ UDPGothic in either weight; measured from the face. */
const narrow = new Set(Array.from(" !',.:;_ijl"))
const slim = new Set(Array.from('"()*/[\\]^`{|}~rtfI-'))
const middle = new Set(Array.from('Jacegkosvxyz1L'))
const wide = new Set(Array.from('MW%@m#&QwO'))

function widthOfLetter(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x300 && code < 0x370) return 0
  if (code > 0x7e) return code >= 0xff61 && code <= 0xff9f ? 0.55 : 1
  if (narrow.has(letter)) return 0.37
  if (slim.has(letter)) return 0.55
  if (middle.has(letter)) return 0.69
  return wide.has(letter) ? 1 : 0.84
}

/** Width of a text of this size, in the unit of the size. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOfLetter(letter)
  return width * size
}

/** The text as far as it fits, with … where something is missing. */
export function cutText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  let kept = ''
  let width = size
  for (const letter of text) {
    width += widthOfLetter(letter) * size
    if (width > room) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** One or two lines; the second is cut where even two are too few. */
export function wrapText(text: string, size: number, room: number): readonly string[] {
  if (textWidth(text, size) <= room) return [text]
  const letters = [...text]
  let fits = 0
  for (let width = 0; fits < letters.length; fits++) {
    width += widthOfLetter(letters[fits] ?? '') * size
    if (width > room) break
  }
  const at = breakBefore(letters, Math.max(1, fits))
  const rest = letters.slice(at).join('').trim()
  return [letters.slice(0, at).join('').trim(), cutText(rest, size, room)]
}

const notFirst = new Set(Array.from('、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;)]'))

/** Breaks at a blank where one is near, and never before a mark that belongs to what stands before it. */
function breakBefore(letters: readonly string[], fits: number): number {
  const blank = letters.lastIndexOf(' ', fits)
  const inWord = (at: number) => /[A-Za-z0-9]/.test(letters[at - 1] ?? '') && /[A-Za-z0-9]/.test(letters[at] ?? '')
  if (blank > fits / 2 || (blank > 0 && inWord(fits))) return blank + 1
  let at = fits
  while (at > fits / 2 && (notFirst.has(letters[at] ?? '') || inWord(at))) at--
  return at > fits / 2 ? at : fits
}
