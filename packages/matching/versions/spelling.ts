/** Longer texts are no version. What reads them takes time in proportion to their length, whatever they hold. */
const longest = 128

/** Nothing to fold: most of what feeds write. */
const alreadyPlain = /^[!-[\]-~]*$/

/** Words that stand before a version and say no more than that one follows. */
const before =
  /^(?:(?:firmware|software|versions?|release|revision|rev|ver|v)(?:[.: ]+(?=[^.: ])|(?=[^a-z.: ]))|(?:ファームウ[ェエ]ア|ソフトウ[ェエ]ア|バージョン|リリース)[.: ]*)/

/**
 * A version as all families read it: full-width letters and digits as plain ones, small letters, single blanks, without `v`, `Ver.`,
 * `Rev.`, ファームウェア and the family's own `names` before it. `undefined` for an empty or an endless text.
 */
export function plainVersion(text: string, names: readonly string[] = []): string | undefined {
  if (text.length > longest) return undefined
  let plain = foldSpelling(text).toLowerCase()
  for (let words = 0; words < 5; words += 1) {
    const shorter = withoutFirst(plain, names)
    if (shorter === plain) break
    plain = shorter
  }
  return plain === '' || plain.length > longest ? undefined : plain
}

/** Plain letters and digits, single blanks, and no backslashes, which some feeds leave in versions that they took from CPE names. */
export function foldSpelling(text: string): string {
  if (alreadyPlain.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutFirst(plain: string, names: readonly string[]): string {
  const name = names.find((one) => plain.startsWith(one))
  if (name !== undefined) return plain.slice(name.length).replace(/^[-: ]{1,3}/, '')
  return plain.replace(before, '')
}
