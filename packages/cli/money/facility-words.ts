import { groupedYen, type Lang } from '@mimamori/domain'
import type { LossAnswer } from './answers.ts'
import { yenInWords } from './words.ts'

type Damage = NonNullable<LossAnswer['damage']>

const mostMeasures = 8

/** What `loss` says of a facility before its scenarios: three numbers, what they are measured by, what is not known. */
export function damageInWords({ facility, damage, backTests }: LossAnswer, lang: Lang): readonly string[] {
  if (!damage) return []
  const ja = lang === 'ja'
  const say = (yen: number) => yenInWords(yen, lang)
  const { before, after, planned } = damage
  const change = (of: (side: Damage['before']) => string) => (planned.length === 0 ? of(before) : `${of(before)} → ${of(after)}`)
  return [
    ja ? `${facility?.name ?? ''}の損害の見込み(いま → 計画のあと)` : `${facility?.name ?? ''}: expected damage (now → with the plan)`,
    `  ${ja ? '1年の平均' : 'mean of a year'}: ${change(({ meanYen }) => say(meanYen))}`,
    `  ${ja ? '100年に1度の年' : 'one year in a hundred'}: ${change(({ oneIn100Yen }) => say(oneIn100Yen))}`,
    ...(before.chartDays
      ? [`  ${ja ? '電子カルテが戻るまでの日数(P10–P50–P90)' : 'days until the chart is back (P10–P50–P90)'}: ${change(daysOf)}`]
      : []),
    ja
      ? `失う収益を限界利益だけで数えると、1年の平均は ${say(before.netMeanYen)}`
      : `with the margin alone in place of lost revenue, the mean is ${say(before.netMeanYen)}`,
    ...sizes(damage, lang),
    ...waiting(damage, lang),
    ...policies(damage, lang),
    ...helpful(damage, lang),
    ...measures(damage, lang),
    ...tests(backTests, lang),
    '',
  ]
}

/** Only where something is planned. */
function waiting({ planned, waitingMonthYen }: Damage, lang: Lang): readonly string[] {
  if (planned.length === 0) return []
  const yen = yenInWords(waitingMonthYen, lang)
  return [lang === 'ja' ? `計画を1か月待つごとの平均 ${yen}` : `each month without the plan costs ${yen} on average`]
}

function daysOf({ chartDays }: Damage['before']): string {
  return chartDays ? [chartDays.p10, chartDays.p50, chartDays.p90].map((days) => days.toFixed(0)).join('–') : '-'
}

function sizes({ monthsOfRevenue, monthsOfOperatingProfit, perBedYen, shareOfRevenue, revenueBy }: Damage, lang: Lang): readonly string[] {
  const ja = lang === 'ja'
  const of = revenueBy === 'own' ? (ja ? '医業収益' : 'revenue') : ja ? '同じ規模の施設の医業収益' : 'revenue of its class'
  return [
    ...(monthsOfRevenue === null
      ? []
      : [
          ja
            ? `100年に1度の年は、${of}の${monthsOfRevenue.toFixed(1)}か月分`
            : `one year in a hundred is ${monthsOfRevenue.toFixed(1)} months of ${of}`,
        ]),
    ...(monthsOfOperatingProfit === null
      ? []
      : [
          ja ? `医業利益の${monthsOfOperatingProfit.toFixed(1)}か月分` : `${monthsOfOperatingProfit.toFixed(1)} months of operating profit`,
        ]),
    ...(perBedYen === null
      ? []
      : [ja ? `1床あたりの1年の平均 ${groupedYen(perBedYen)}円` : `mean of a year per bed ${groupedYen(perBedYen)} yen`]),
    ...(shareOfRevenue === null
      ? []
      : [ja ? `${of}の${(shareOfRevenue * 100).toFixed(2)}%` : `${(shareOfRevenue * 100).toFixed(2)} % of ${of}`]),
  ]
}

function policies({ policies: all }: Damage, lang: Lang): readonly string[] {
  const ja = lang === 'ja'
  const say = (yen: number) => yenInWords(yen, lang)
  return all.map(({ name, inForce, missing, oneIn100 }) =>
    ja
      ? `保険「${name}」${inForce ? '' : '(期間外)'}:100年に1度の年に支払い ${say(oneIn100.paidYen)}、残り ${say(oneIn100.openYen)}${missing.length > 0 ? `。条件の対策が確かめられていません:${namesOf(missing).join('、')}` : ''}`
      : `policy "${name}"${inForce ? '' : ' (not in force)'}: pays ${say(oneIn100.paidYen)} of one year in a hundred and leaves ${say(oneIn100.openYen)}${missing.length > 0 ? `; not sure to be in place: ${namesOf(missing).join(', ')}` : ''}`,
  )
}

function namesOf(named: readonly { readonly name: string }[]): readonly string[] {
  return named.map(({ name }) => name)
}

function helpful({ mostHelpful }: Damage, lang: Lang): readonly string[] {
  if (mostHelpful.length === 0) return []
  const ja = lang === 'ja'
  return [
    ja ? '確かめると、見込みがいちばんはっきりすること' : 'What would tell most',
    ...mostHelpful.map(({ name, lowYen, highYen }) =>
      ja
        ? `  ${name}(1年の平均が ${groupedYen(lowYen)}円から ${groupedYen(highYen)}円まで変わります)`
        : `  ${name} (the mean lies between ${groupedYen(lowYen)} and ${groupedYen(highYen)} yen)`,
    ),
  ]
}

function measures({ measures: all }: Damage, lang: Lang): readonly string[] {
  const most = all.toSorted((a, b) => b.aloneYen - a.aloneYen).slice(0, mostMeasures)
  return [
    lang === 'ja' ? '1つだけ行うと減る損害(1年の平均)' : 'What one measure alone takes away (mean of a year)',
    ...most.map(({ name, aloneYen }) => `  ${name}: ${yenInWords(aloneYen, lang)}`),
  ]
}

function tests(all: LossAnswer['backTests'], lang: Lang): readonly string[] {
  const ja = lang === 'ja'
  const verdict = (isInside: boolean) => (ja ? (isInside ? '範囲の中' : '範囲の外') : isInside ? 'inside' : 'outside')
  return [
    ja ? '実際の事例との比べ(規模ごとの初めの値、P10からP90)' : 'Real cases against the defaults of their class (P10 to P90)',
    ...all.map(({ name, observedYen, p10, p90, inside, observedDays, days }) => {
      const yen = `  ${name}: ${groupedYen(observedYen)} / ${groupedYen(p10)}–${groupedYen(p90)} ${ja ? '円' : 'yen'} ${verdict(inside)}`
      if (!days || observedDays === undefined) return yen
      return `${yen}, ${observedDays} / ${days.p10.toFixed(0)}–${days.p90.toFixed(0)} ${ja ? '日' : 'days'} ${verdict(days.inside)}`
    }),
  ]
}
