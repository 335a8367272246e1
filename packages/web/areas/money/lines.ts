import type { DamageView } from '@mimamori/contract'
import { byId, type MeasureHere } from '@mimamori/domain'
import { type Damage, type FacilityPlan, type PlanSupport, planLinesOf, planSupport, type SupportedLine } from '@mimamori/money'
import type { PlainKey, Words } from '../../text/words.tsx'
import { offeredBy } from './quote-cell.tsx'

/** A measure as the page lists it; whole yen of the first year, at the highest price. */
export interface MeasureLine {
  readonly id: string
  readonly name: string
  readonly isPlanned: boolean
  readonly isMandatory: boolean
  /** The head said yes to it. */
  readonly isApproved: boolean
  readonly priceYen: number
  /** By what the loss of a year would rise without it, or fall with it. */
  readonly takesYen: number
  /** Who offers it; absent: the catalogue's price. */
  readonly from?: string
  /** Sentences about its price. */
  readonly marks: readonly string[]
  /** Measures without which it is worth nothing and that are not ticked. */
  readonly needs: readonly string[]
  /** Of a hundred draws of prices and effects, in how many it is chosen. */
  readonly steadyPercent?: number
  /** What schemes of support bear of it; of ticked ones alone. */
  readonly support?: SupportedLine
}

const markWords: Readonly<Record<Exclude<MeasureHere['priceMarks'][number], 'catalogue'>, PlainKey>> = {
  'open-upper': 'money.mark.open-upper',
  expired: 'money.mark.expired',
  'no-tax-told': 'money.mark.no-tax-told',
}

interface Told {
  readonly planned: readonly string[]
  readonly damage: Damage | undefined
  readonly answer: FacilityPlan | undefined
}

/** What the law asks for first; then the ticked ones, then by what each takes away. */
export function measureLines(words: Words, view: DamageView, { planned, damage, answer }: Told): readonly MeasureLine[] {
  const lines = view.world.measuresHere.flatMap((here): readonly MeasureLine[] => {
    const type = byId(view.world.planMeasures, here.id)
    if (!type || here.state !== 'offered') return []
    const quote = view.quotes.find(({ record }) => record.id === here.quote)?.record
    const steady = answer?.kind === 'plan' ? answer.stability.shares.get(here.id) : undefined
    const missing = type.requires.filter((id) => !planned.includes(id) && byId(view.world.measuresHere, id)?.state === 'offered')
    return [
      {
        id: here.id,
        name: words.say(type.name),
        isPlanned: planned.includes(here.id),
        isMandatory: here.isMandatory,
        isApproved: here.choice === 'approved',
        priceYen: here.oneOffYen.maxYen + here.perYearYen.maxYen,
        takesYen: damage ? (byId(damage.measures, here.id)?.lastYen ?? 0) : 0,
        ...(quote && { from: words.t('money.measures.quoted', { from: offeredBy(words, view, quote) }) }),
        marks: here.priceMarks.flatMap((mark) => (mark === 'catalogue' ? [] : [words.t(markWords[mark])])),
        needs: missing.flatMap((id) => {
          const name = byId(view.world.planMeasures, id)?.name
          return name ? [words.say(name)] : []
        }),
        ...(steady !== undefined && { steadyPercent: Math.round(steady * 100) }),
      },
    ]
  })
  return inOrder(lines)
}

/** What schemes of support bear of the ticked lines, in their order: the first ones use up what there is. */
export function supportOfLines(lines: readonly MeasureLine[], { world, support }: DamageView): PlanSupport {
  const ticked = lines.flatMap(({ id, isPlanned }) => (isPlanned ? [id] : []))
  return planSupport(planLinesOf(world, ticked), support)
}

/** The lines, the ticked ones with what is borne of them. */
export function withSupport(lines: readonly MeasureLine[], support: PlanSupport): readonly MeasureLine[] {
  return lines.map((line) => {
    const borne = support.lines.find(({ id }) => id === line.id)
    return borne ? { ...line, support: borne } : line
  })
}

function inOrder(lines: readonly MeasureLine[]): readonly MeasureLine[] {
  return lines.toSorted(
    (a, b) =>
      Number(b.isMandatory) - Number(a.isMandatory) ||
      Number(b.isPlanned) - Number(a.isPlanned) ||
      b.takesYen - a.takesYen ||
      (a.id < b.id ? -1 : 1),
  )
}

/** What the ticked measures cost in the first year, at the highest prices. */
export function costOfLines(lines: readonly MeasureLine[]): number {
  return lines.reduce((sum, { isPlanned, priceYen }) => sum + (isPlanned ? priceYen : 0), 0)
}
