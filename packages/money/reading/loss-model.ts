import { groupedYen, mostYen } from '@mimamori/domain'
import { tailWarningOf } from '../loss/distribution.ts'
import {
  allHeads,
  type Dependence,
  type Distribution,
  type Frequency,
  type HeadLoss,
  type LossModel,
  type LossScenario,
} from '../loss/types.ts'
import { type Findings, type ModelRead, readOf } from './problem.ts'
import {
  type Fields,
  fieldOf,
  impossibleRange,
  type Placed,
  readAmount,
  readFields,
  readRising,
  readScenarios,
  readShare,
  readText,
  tellRepeated,
  wrongKind,
} from './values.ts'

const mostScenarios = 1000
const mostHeads = 50
/** More than this many events are not drawn: memory, and minutes of work. */
export const mostEvents = 20_000_000

/** The model of `mimamori loss`, as docs/money.md describes it; everything that is wrong is told at once. */
export function readLossModel(value: unknown): ModelRead<LossModel> {
  const findings: Findings = { problems: [], warnings: [] }
  return readOf(modelOf(value, findings), findings)
}

function modelOf(value: unknown, findings: Findings): LossModel | undefined {
  const fields = readFields({ value, place: '' }, ['dependence', 'scenarios'], findings)
  if (!fields) return undefined
  const list = readScenarios(fields, mostScenarios, findings)
  const scenarios = (list ?? []).flatMap((each) => scenarioOf(each, findings) ?? [])
  tellRepeated(
    scenarios.map(({ id }, at) => ({ id, place: `scenarios[${at}].id` })),
    findings,
  )
  const dependence = dependenceOf(fieldOf(fields, 'dependence'), findings)
  if (dependence && dependence.kind !== 'independent') tellBernoulli(scenarios, findings)
  return dependence && { dependence, scenarios }
}

function dependenceOf({ value, place }: Placed, findings: Findings): Dependence | undefined {
  if (value === 'independent') return { kind: 'independent' }
  if (value === undefined) {
    findings.warnings.push({
      code: 'money/no-dependence',
      place,
      message: {
        ja: 'シナリオどうしの関係が書かれていないため、互いに無関係として計算します。',
        en: 'Nothing says how the scenarios hang together; they are taken as independent.',
      },
    })
    return { kind: 'independent' }
  }
  const kinds = {
    ja: '"independent"、{"commonCause": 割合}、{"oneFactor": 変動係数} のどれか',
    en: '"independent", {"commonCause": share} or {"oneFactor": variation}',
  }
  const [entry, ...others] = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (!entry || others.length > 0 || !['commonCause', 'oneFactor'].includes(entry[0])) {
    wrongKind(findings, { value, place }, kinds)
    return undefined
  }
  const inside: Placed = { value: entry[1], place: `${place}.${entry[0]}` }
  const number = entry[0] === 'commonCause' ? readShare(inside, findings) : readAmount(inside, findings)
  if (number === undefined) return undefined
  return entry[0] === 'commonCause' ? { kind: 'commonCause', share: number } : { kind: 'oneFactor', variation: number }
}

function tellBernoulli(scenarios: readonly LossScenario[], { problems }: Findings): void {
  for (const [at, { id, frequency }] of scenarios.entries()) {
    if (frequency.kind === 'poisson') continue
    problems.push({
      code: 'money/poisson-needed',
      place: `scenarios[${at}].frequency`,
      message: {
        ja: `「${id}」の頻度は bernoulli です。関係のあるシナリオでは poisson だけを使えます。`,
        en: `The frequency of "${id}" is bernoulli. Scenarios that hang together need poisson.`,
      },
      action: { ja: '{"poisson": 1年あたりの回数} に書きかえてください。', en: 'Write {"poisson": events a year} in its place.' },
    })
  }
}

function scenarioOf(placed: Placed, findings: Findings): LossScenario | undefined {
  const fields = readFields(placed, ['id', 'name', 'frequency', 'loss', 'days', 'perDay'], findings)
  if (!fields) return undefined
  const id = readText(fieldOf(fields, 'id'), findings)
  const frequency = frequencyOf(fieldOf(fields, 'frequency'), findings)
  const [loss, perDay, days] = ['loss', 'perDay', 'days'].map((name) => fieldOf(fields, name)) as [Placed, Placed, Placed] // of three names
  const isByDay = perDay.value !== undefined
  const long = isByDay || days.value !== undefined ? daysOf(days, findings) : undefined
  const byDay = isByDay ? lossesOf(perDay, findings) : []
  const once = isByDay && loss.value === undefined ? [] : lossesOf(loss, findings)
  const [first, ...others] = [...(once ?? []), ...(byDay ?? []).map((one): HeadLoss => ({ ...one, perDay: true }))]
  if (id === undefined || !frequency || !once || !byDay || !first || (isByDay && !long)) return undefined
  return { id, frequency, ...(long && { days: long }), losses: [first, ...others] }
}

function daysOf(days: Placed, findings: Findings): Distribution | undefined {
  const found = oneOf(days, ['lognormal90', 'pert', 'uniform', 'constant'], findings)
  return found && distributionOf({ ...found, unit: 'days' }, findings)
}

/** An object with exactly one of these fields. */
function oneOf(
  placed: Placed,
  names: readonly string[],
  findings: Findings,
): { readonly name: string; readonly inside: Placed } | undefined {
  const { value, place } = placed
  const fields: Fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {} // told apart in this line
  const [name, ...others] = Object.keys(fields)
  if (name !== undefined && others.length === 0 && names.includes(name)) return { name, inside: fieldOf({ value: fields, place }, name) }
  const all = names.map((each) => `{"${each}": …}`)
  wrongKind(findings, placed, { ja: `${all.join('、')} のどれか1つ`, en: `one of ${all.join(', ')}` })
  return undefined
}

function frequencyOf(placed: Placed, findings: Findings): Frequency | undefined {
  const found = oneOf(placed, ['poisson', 'bernoulli'], findings)
  if (!found) return undefined
  const number = found.name === 'poisson' ? readAmount(found.inside, findings) : readShare(found.inside, findings)
  if (number === undefined) return undefined
  return found.name === 'poisson' ? { kind: 'poisson', perYear: number } : { kind: 'bernoulli', probability: number }
}

function lossesOf(placed: Placed, findings: Findings): LossScenario['losses'] | undefined {
  const found = oneOf(placed, ['lognormal90', 'pert', 'uniform', 'constant', 'heads'], findings)
  if (!found) return undefined
  if (found.name !== 'heads') {
    const loss = distributionOf({ ...found, unit: 'yen' }, findings)
    return loss && [{ head: allHeads, loss }]
  }
  const fields = readFields(found.inside, [], findings)
  const names = Object.keys(fields?.value ?? {})
  if (!fields || names.length === 0 || names.length > mostHeads) {
    if (fields) wrongKind(findings, found.inside, { ja: `1個から${mostHeads}個までの費目`, en: `one to ${mostHeads} heads of loss` })
    return undefined
  }
  const heads = names.map((head): HeadLoss | undefined => {
    const inside = oneOf(fieldOf(fields, head), ['lognormal90', 'pert', 'uniform', 'constant'], findings)
    const loss = inside && distributionOf({ ...inside, unit: 'yen' }, findings)
    return loss && { head, loss }
  })
  const [first, ...others] = heads.flatMap((one) => one ?? [])
  return first && others.length === names.length - 1 ? [first, ...others] : undefined
}

interface Measured {
  readonly name: string
  readonly inside: Placed
  readonly unit: 'yen' | 'days'
}

function distributionOf({ name, inside, unit }: Measured, findings: Findings): Distribution | undefined {
  if (name === 'constant') {
    const value = readAmount(inside, findings)
    return value === undefined ? undefined : { kind: 'constant', value }
  }
  const rising = (names: readonly string[]) => readRising(inside, { names, read: readAmount }, findings)
  if (name === 'pert') {
    const [min, mode, max] = rising(['min', 'mode', 'max']) ?? []
    return min === undefined || mode === undefined || max === undefined ? undefined : { kind: 'pert', min, mode, max }
  }
  const [low, high] = rising(['low', 'high']) ?? []
  if (low === undefined || high === undefined) return undefined
  return name === 'uniform' ? { kind: 'uniform', low, high } : lognormalOf({ place: inside.place, unit, low, high }, findings)
}

interface Ends {
  readonly place: string
  readonly unit: 'yen' | 'days'
  readonly low: number
  readonly high: number
}

function lognormalOf({ place, unit, low, high }: Ends, findings: Findings): Distribution | undefined {
  if (low === 0) {
    impossibleRange(findings, place, {
      ja: '下の端が0では、対数正規分布になりません。0より大きい値にしてください。',
      en: 'A lognormal has no lower end of 0; write one above it.',
    })
    return undefined
  }
  const loss: Distribution = { kind: 'lognormal90', low, high }
  const tail = tailWarningOf(loss)
  if (tail) {
    const [ratio, mean] = [longFigure(tail.ratio), longFigure(tail.meanYen)]
    const [ja, en] = unit === 'yen' ? ['円', 'yen'] : ['日', 'days']
    findings.warnings.push({
      code: 'money/heavy-tail',
      place,
      message: {
        ja: `上の端が下の端の${ratio}倍で、1回あたりの平均は${mean}${ja}${tail.isMeanAboveHigh ? 'と、上の端より大きくなります' : 'になります'}。範囲をせばめるか、pert をお使いください。`,
        en: `The upper end is ${ratio} times the lower one; the mean of an event is ${mean} ${en}${tail.isMeanAboveHigh ? ', above the upper end' : ''}. Narrow it, or use pert.`,
      },
    })
  }
  return loss
}

/** NOTE: an exploding mean has so many figures that only its power of ten says anything. */
function longFigure(value: number): string {
  return value > mostYen ? value.toExponential(1) : groupedYen(value)
}

/** Events that a run would draw, at most; beyond `mostEvents` it is refused. */
export function expectedEvents({ scenarios }: LossModel, years: number): number {
  return (
    years * scenarios.reduce((sum, { frequency }) => sum + (frequency.kind === 'poisson' ? frequency.perYear : frequency.probability), 0)
  )
}
