import { mostYen } from '@mimamori/domain'

const units: Readonly<Record<string, number>> = { 億: 100_000_000, 万: 10_000, 千: 1000 }
const amount = /^(?:\d+(?:\.\d+)?[億万千])*(?:\d+(?:\.\d+)?)?$/
/** A figure below 0, as accounts write it. */
const below = /^[-−▲△]/

/** An amount as an office writes it: 150万, 1,500,000円, ￥1.5億, １５０万円. Undefined where it is none, or below 0. */
export function readYen(text: string): number | undefined {
  const plain = cleaned(text)
    .replace(/^[¥\\]/, '')
    .replace(/円$/, '')
  if (plain === '' || !amount.test(plain)) return undefined
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)([億万千]?)/g)]
  const yen = Math.round(parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ''] ?? 1), 0))
  return yen <= mostYen ? yen : undefined
}

/** The same of a figure that may be below 0: ▲120万. */
export function readSignedYen(text: string): number | undefined {
  const plain = cleaned(text)
  if (!below.test(plain)) return readYen(plain)
  const yen = readYen(plain.slice(1))
  return yen === undefined ? undefined : -yen
}

/** 30% or 30 as 0.3; undefined below 0 and above 100. */
export function readShare(text: string): number | undefined {
  const percent = readFigure(cleaned(text).replace(/%$/, ''))
  return percent !== undefined && percent <= 100 ? percent / 100 : undefined
}

/** A plain figure, not below 0, with what it counts behind it. */
export function readFigure(text: string): number | undefined {
  const plain = cleaned(text).replace(/(人|件|日|台|時間|年|回)$/, '')
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** A whole one. */
export function readCount(text: string): number | undefined {
  const figure = readFigure(text)
  return figure !== undefined && Number.isInteger(figure) && figure <= 10_000_000 ? figure : undefined
}

function cleaned(text: string): string {
  return text.normalize('NFKC').replaceAll(/[,、\s]/g, '')
}
