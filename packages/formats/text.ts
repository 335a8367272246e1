/** Forms of one kanji that names are written with; found as one, kept as typed. */
const variants: Readonly<Record<string, string>> = Object.fromEntries(
  '髙高 﨑崎 嵜崎 德徳 濵浜 濱浜 邉辺 邊辺 齋斉 齊斉 斎斉 澤沢 廣広 國国 櫻桜 眞真 惠恵 曻昇 𠮷吉 黑黒 槇槙 槗橋 桒桑 瀨瀬 淸清 增増 靑青 賴頼 圓円 學学 會会 醫医'
    .split(' ')
    .map((pair) => [...pair]),
)

/** A text for comparing only: full and half width, case, kanji variants, strokes and spaces make no difference. */
export function foldText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[〜～]/g, '~')
    .replace(/\s+/g, '')
    .replace(anyVariant, (char) => variants[char] ?? char)
}

/** Nothing to fold but case: most cells of what a machine writes. */
const plainAscii = /^[!-~]*$/
const anyVariant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')

const shareCompany = /株式会社|\(株\)|k\.?k\.?$|co\.,?ltd\.?$/g
const otherForms: readonly (readonly [RegExp, string])[] = [
  [/\(有\)/g, '有限会社'],
  [/\(同\)/g, '合同会社'],
  [/\(資\)/g, '合資会社'],
  [/\(名\)/g, '合名会社'],
  [/\(一社\)/g, '一般社団法人'],
  [/\(公社\)/g, '公益社団法人'],
  [/\(医\)/g, '医療法人'],
]

/** A company's name for comparing only: (株), ㈱ and 株式会社 before or behind make no difference, nor does 御中. */
export function foldCompany(name: string): string {
  const folded = otherForms.reduce((text, [form, whole]) => text.replace(form, whole), foldText(name))
  const bare = folded
    .replace(shareCompany, '')
    .replace(/(御中|様)$/, '')
    .replace(/[・･.,、]/g, '')
  return bare === '' ? folded : bare
}

/** True when a text carries tags of HTML: it is kept as text, and whoever prints it must escape it. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text)
}
