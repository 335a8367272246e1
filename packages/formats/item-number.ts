/** ⑤ → (5), before NFKC joins it with the digit in front. */
function uncircled(text: string): string {
  return text.replace(/[①-⑳㉑-㉟㊱-㊿⓪]/gu, (char) => `(${char.normalize('NFKC')})`)
}

/** An official number in the form of item ids: 2-⑤, 2-(5), 2(5), 2-5, ２－５, 2の5 and 2-05 are `2-05`; 0 is `0`. */
export function readItemNumber(text: string): string | undefined {
  const plain = plainNumber(text)
  const pair = /^(\d{1,2})(?:[-の.]\(?|\()(\d{1,2})\)?$/.exec(plain)
  if (pair) return itemNumber(Number(pair[1]), Number(pair[2]))
  return /^0$/.test(plain) ? '0' : undefined
}

function plainNumber(text: string): string {
  return uncircled(text)
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/\s+/g, '')
    .replace(/^第/, '')
}

export function itemNumber(section: number, item: number): string {
  return `${section}-${String(item).padStart(2, '0')}`
}

/** A number within a section, alone or at the head of its question: ⑤, (5), 5, 「⑤退職者…」. */
export function readNumberInSection(text: string): { readonly item: number; readonly rest: string } | undefined {
  const trimmed = uncircled(text).trim()
  const bracketed = /^[((](\d{1,2})[))]\s*([\s\S]*)$/.exec(trimmed.replace(/[０-９]/g, (digit) => digit.normalize('NFKC')))
  if (bracketed) return { item: Number(bracketed[1]), rest: (bracketed[2] ?? '').trim() }
  const alone = /^(\d{1,2})[.．]?$/.exec(trimmed.normalize('NFKC'))
  return alone ? { item: Number(alone[1]), rest: '' } : undefined
}

/** 「2 医療情報システムの管理・運用」, 「2. …」: the number of a section and its title. */
export function readSectionHeading(text: string): { readonly section: number; readonly title: string } | undefined {
  const found = /^(\d{1,2})[.．、:\s]*([^\d\s(（①-⑳\-.][\s\S]*)$/u.exec(
    text.trim().replace(/^[０-９]+/, (digits) => digits.normalize('NFKC')),
  )
  const title = found?.[2]?.trim() ?? ''
  return found && title !== '' ? { section: Number(found[1]), title } : undefined
}

const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** The way a number is printed since 令和7年度: `2-05` → 2-⑤. */
export function printedNumber(number: string): string {
  const pair = /^(\d{1,2})-(\d{2})$/.exec(number)
  const circle = pair ? circles[Number(pair[2]) - 1] : undefined
  return pair && circle !== undefined ? `${pair[1]}-${circle}` : number
}
