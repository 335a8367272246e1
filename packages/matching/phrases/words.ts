/** What a word says between versions. `to` and `dash` stand between two ends; `before`, `up-to`, `from`, `after` before one; the others behind one. */
export type Meaning =
  | 'before'
  | 'up-to'
  | 'from'
  | 'after'
  | 'exactly'
  | 'to'
  | 'dash'
  | 'earlier'
  | 'and-earlier'
  | 'later'
  | 'and-later'
  | 'all'
  | 'line'
  | 'colon'
  | 'list'
  | 'noise'

const english: Readonly<Partial<Record<Meaning, string>>> = {
  before:
    'before|prior to|earlier than|older than|lower than|less than|up to but not including|up to, but not including|up to (but not including)|up to (excluding)',
  'up-to': 'up to|up to and including|up to (including)|less than or equal to',
  from: 'from|starting from|starting with|beginning with|since|greater than or equal to',
  after: 'after|later than|newer than|greater than',
  to: 'to|through|thru',
  'and-earlier': ['earlier', 'prior', 'previous', 'before', 'below', 'lower', 'older', 'under']
    .flatMap((word) => [`and ${word}`, `or ${word}`, `& ${word}`, `and all ${word}`])
    .join('|'),
  'and-later': ['later', 'above', 'newer', 'higher', 'up', 'onwards']
    .flatMap((word) => [`and ${word}`, `or ${word}`, `& ${word}`, `and all ${word}`])
    .concat('onwards')
    .join('|'),
  all: 'all|any|all versions|any version|all firmware versions|all releases|every version',
  list: 'and|or|as well as',
  noise: 'version|versions|release|releases|firmware|software|core|ver|ver.|rev|rev.|v|v.|the|of',
}

const japanese: Readonly<Partial<Record<Meaning, string>>> = {
  to: 'から',
  earlier: 'より前|よりも前|より古い|未満',
  'and-earlier':
    '以前|以下|まで|およびそれ以前|及びそれ以前|またはそれ以前|又はそれ以前|かそれ以前|とそれ以前|ならびにそれ以前|およびこれ以前|および以前|及び以前',
  later: 'より後|より新しい|を超える|を超え',
  'and-later': '以降|以上|以後|およびそれ以降|及びそれ以降|またはそれ以降|又はそれ以降|とそれ以降|および以降|及び以降|およびそれ以後',
  all: 'すべてのバージョン|全てのバージョン|全バージョン|すべてのファームウェアバージョン|全ファームウェアバージョン|すべてのファームウェア|すべて|全て',
  line: '系|系列|系統',
  list: 'および|及び|ならびに|並びに|または|又は|もしくは|と|かつ',
  noise: 'の|バージョン|ファームウェア|ファームウエア|ソフトウェア|ソフトウエア|リリース|版|本体|。',
}

const signs: Readonly<Partial<Record<Meaning, string>>> = {
  before: '<',
  'up-to': '<=|=<|≤|≦',
  from: '>=|=>|≥|≧',
  after: '>',
  exactly: '=|==',
  dash: '-|‐|‑|‒|–|—|―|−|~|〜',
  'and-later': '+',
  colon: ':',
  list: ',|、|;|/|・',
}

export interface Word {
  readonly spelling: string
  readonly means: Meaning
  /** A word of Latin letters ends where they end; some may stand close to a digit (`Ver1.0`). */
  readonly ends: 'anywhere' | 'before-letter' | 'before-letter-or-digit'
}

/** Words by their first letter, the longer ones first, so that `およびそれ以前` is found before `および`. */
export const words: ReadonlyMap<string, readonly Word[]> = new Map(
  [...Map.groupBy([...wordsOf(english, true), ...wordsOf(japanese), ...wordsOf(signs)], ({ spelling }) => spelling.charAt(0))].map(
    ([first, all]) => [first, all.sort((a, b) => b.spelling.length - a.spelling.length)] as const,
  ),
)

function wordsOf(table: Readonly<Partial<Record<Meaning, string>>>, isLatin = false): Word[] {
  return Object.entries(table).flatMap(([meaning, spellings]) => {
    const means = meaning as Meaning // the keys of the tables above
    return spellings.split('|').map((spelling): Word => ({ spelling, means, ends: endOf(means, isLatin) }))
  })
}

function endOf(means: Meaning, isLatin: boolean): Word['ends'] {
  if (!isLatin) return 'anywhere'
  return means === 'noise' ? 'before-letter' : 'before-letter-or-digit'
}

/** Whole texts that say that nothing is known of the versions. */
export const saysNothing: ReadonlySet<string> = new Set([
  '',
  '-',
  'n/a',
  'na',
  'unspecified',
  'unknown',
  'not specified',
  'not available',
  'not applicable',
  '不明',
  '未定',
  '情報なし',
])
