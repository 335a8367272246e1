const units: Readonly<Record<string, number>> = { 億: 100_000_000, 万: 10_000, 千: 1000 }
const mostYen = 1_000_000_000_000
const amount = /^(?:\d+(?:\.\d+)?[億万千])*(?:\d+(?:\.\d+)?)?$/

/** An amount as an office writes it: 150万, 1,500,000円, ￥1.5億, １５０万円. Undefined where it is none, or below 0. */
export function readYen(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[,、\s]/g, '')
    .replace(/^[¥\\]/, '')
    .replace(/円$/, '')
  if (plain === '' || !amount.test(plain)) return undefined
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)([億万千]?)/g)]
  const yen = Math.round(parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ''] ?? 1), 0))
  return yen <= mostYen ? yen : undefined
}
