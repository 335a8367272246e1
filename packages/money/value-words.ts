import { type Lang, type ParameterUnit, type Spread, yenInWords } from '@mimamori/domain'

/** A figure of the damage model as it is said: 30%, 31日, 20年に1回, 937万円. */
export function valueInWords(value: number, unit: ParameterUnit, lang: Lang): string {
  switch (unit) {
    case 'yen':
      return yenInWords(value, lang)
    case 'share':
      return lang === 'ja' ? `${figures(value * 100)}%` : `${figures(value * 100)} %`
    case 'days':
      return counted(value, { ja: '日', one: 'day', more: 'days' }, lang)
    case 'hours':
      return counted(value, { ja: '時間', one: 'hour', more: 'hours' }, lang)
    case 'persons':
      return counted(value, { ja: '人', one: 'person', more: 'persons' }, lang)
    case 'units':
      return figures(value)
    case 'eventsPerYear':
      return oftenInWords(value, lang)
  }
}

/** The most likely value with its ends behind it: 30%(20%〜45%); alone where it is exact. */
export function spreadInWords({ low, best, high }: Spread, unit: ParameterUnit, lang: Lang): string {
  const [from, likely, to] = [low, best, high].map((value) => valueInWords(value, unit, lang))
  if (low === high || from === to) return likely ?? ''
  // NOTE: from often to seldom, as the years are told and not the chance.
  const [start, end] = unit === 'eventsPerYear' ? [to, from] : [from, to]
  return lang === 'ja' ? `${likely}(${start}〜${end})` : `${likely} (${start} to ${end})`
}

/** The year or month of a publication: 2023年3月, 2023-03. */
export function publishedInWords(dated: string, lang: Lang): string {
  const [year = '', month] = dated.split('-')
  if (lang === 'en') return dated
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

function oftenInWords(perYear: number, lang: Lang): string {
  if (perYear === 0) return lang === 'ja' ? '起きない' : 'never'
  if (perYear >= 1) return lang === 'ja' ? `1年に${figures(perYear)}回` : `${figures(perYear)} a year`
  const years = figures(1 / perYear)
  return lang === 'ja' ? `${years}年に1回` : `once in ${years} years`
}

function counted(value: number, { ja, one, more }: { ja: string; one: string; more: string }, lang: Lang): string {
  const said = figures(value)
  if (lang === 'ja') return `${said}${ja}`
  return `${said} ${said === '1' ? one : more}`
}

/** Two figures of a small number, whole ones from 10 on. */
function figures(value: number): string {
  const rounded = Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(2))
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 })
}

/** 100万: how many years were simulated, as it is said. */
export function yearsInWords(years: number, lang: Lang): string {
  return lang === 'ja' && years % 10_000 === 0 ? `${years / 10_000}万` : years.toLocaleString('en-US')
}

/** A small share in per cent, with two figures that count: 0.043. */
export function smallPercent(share: number): string {
  return String(Number((share * 100).toPrecision(2)))
}
