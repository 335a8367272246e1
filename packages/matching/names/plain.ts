/** What a name says beyond this length tells no product from another. */
const longest = 200

/** Nothing to fold: plain small letters and marks without blanks. */
const alreadySpelled = /^[!-@[-^`-~]*$/

/** One word of small letters and digits: nothing of it can be left out. */
const alreadyPlain = /^[a-z0-9+]*$/

/** Plain letters and marks, large and small, with blanks: nothing to fold but these. */
const plainLetters = /^[ -~]*$/

/** A name at whose end or in brackets something may stand that does not belong to it. */
const mayHoldMore = /[(.]| (?:x64|x86|64-bit|32-bit)$/

const legalForms =
  /株式会社|有限会社|合同会社|\((?:株|有|同)\)|[\s,.]+(?:co|ltd|inc|llc|corp|corporation|company|limited|gmbh|ag|sa|bv|kk|k\.k|s\.r\.o)(?=[\s,.]|$)/g
const meaningless: ReadonlySet<string> = new Set([
  '',
  'na',
  'unspecified',
  'unknown',
  'none',
  'multipleproducts',
  'multiple',
  'various',
  'any',
])

/** A text as all names are read: full-width as plain, small letters, one blank, and no longer than a name can be. */
export function spelled(text: string): string {
  if (text.length <= longest && alreadySpelled.test(text)) return text
  if (text.length <= longest && plainLetters.test(text)) return text.toLowerCase().replace(/[_ ]+/g, ' ').trim()
  return text.slice(0, longest).normalize('NFKC').toLowerCase().replace(/_/g, ' ').replace(/\s+/g, ' ').trim()
}

/** Letters and digits alone, with `+` and the dots of numbers: `Windows 8.1` is not Windows 81, and AW+ is not AW. */
export function plainName(text: string): string {
  const name = spelled(text)
  if (alreadyPlain.test(name)) return name
  if (!name.includes('.') && plainLetters.test(name)) return name.replace(/[^a-z0-9+]+/g, '')
  return name.replace(/(?<!\d)\.|\.(?!\d)/g, '').replace(/[^\p{L}\p{N}+.]/gu, '')
}

/** A maker without what kind of company it is; a name that is nothing else stays. */
export function plainVendor(text: string): string {
  if (text.length <= longest && alreadyPlain.test(text)) return text
  const bare = plainName(spelled(` ${text}`).replace(legalForms, ' '))
  return bare === '' ? plainName(text) : bare
}

/** `n/a` and the like stand where a name should. */
export function isNoName(plain: string): boolean {
  return meaningless.has(plain)
}

const firmware = /(?:firmware|ファームウェア|ファームウエア)$/

/** A model and its firmware are one product to whoever updates them; feeds write either. */
export function withoutFirmware(plain: string): string {
  const bare = plain.replace(firmware, '')
  return bare === '' ? plain : bare
}

/**
 * Spellings of a program as lists of installed programs write it, the fullest first: without what stands in brackets, and without a
 * version at its end (`7-Zip 23.01 (x64)`).
 */
export function spellingsOf(text: string): readonly string[] {
  const whole = spelled(text)
  if (alreadyPlain.test(whole)) return whole === '' ? [] : [whole]
  if (plainLetters.test(whole) && !mayHoldMore.test(whole)) return [whole]
  const unbracketed = whole
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = unbracketed
    .replace(/ (?:v|ver\.? ?|version |rev\.? ?)?\d+(?:\.\d+)+\S*$/, '')
    .replace(/ (?:x64|x86|64-bit|32-bit|日本語版)$/, '')
  return [...new Set([whole, unbracketed, bare])].filter((spelling) => spelling !== '')
}
