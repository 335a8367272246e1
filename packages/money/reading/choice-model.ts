import type { ChoiceMeasure, ChoiceModel, ChoiceScenario, EffectRange, PriceRange } from '../choice/types.ts'
import { type Findings, type ModelProblem, type ModelRead, readOf } from './problem.ts'
import {
  type Fields,
  fieldOf,
  type Placed,
  readAmount,
  readFields,
  readList,
  readRising,
  readScenarios,
  readShare,
  readText,
  tellRepeated,
  wrongKind,
} from './values.ts'

const mostScenarios = 300
const mostMeasures = 100

/** The model of `mimamori plan`, as docs/money.md describes it; everything that is wrong is told at once. */
export function readChoiceModel(value: unknown): ModelRead<ChoiceModel> {
  const findings: Findings = { problems: [], warnings: [] }
  const fields = readFields({ value, place: '' }, ['scenarios', 'measures'], findings)
  if (!fields) return readOf<ChoiceModel>(undefined, findings)
  const scenarios = (readScenarios(fields, mostScenarios, findings) ?? []).flatMap((each) => scenarioOf(each, findings) ?? [])
  const measures = (readList(fieldOf(fields, 'measures'), mostMeasures, findings) ?? []).flatMap((each) => measureOf(each, findings) ?? [])
  const placed = (list: readonly { readonly id: string }[], name: string) => list.map(({ id }, at) => ({ id, place: `${name}[${at}].id` }))
  tellRepeated(placed(scenarios, 'scenarios'), findings)
  tellRepeated(placed(measures, 'measures'), findings)
  const model = { scenarios, measures }
  // NOTE: where an entry could not be read, names that lead to it are no fault of their own.
  if (findings.problems.length === 0) tellNames(model, findings)
  if (findings.problems.length === 0) tellCircles(model, findings)
  return readOf<ChoiceModel>(model, findings)
}

function scenarioOf(placed: Placed, findings: Findings): ChoiceScenario | undefined {
  const fields = readFields(placed, ['id', 'name', 'lossYen'], findings)
  if (!fields) return undefined
  const id = readText(fieldOf(fields, 'id'), findings)
  const lossYen = readAmount(fieldOf(fields, 'lossYen'), findings)
  return id !== undefined && lossYen !== undefined ? { id, lossYen } : undefined
}

const measureFields = ['id', 'name', 'costYen', 'oneOffYen', 'perYearYen', 'effects', 'requires', 'excludes', 'mandatory']

function measureOf(placed: Placed, findings: Findings): ChoiceMeasure | undefined {
  const fields = readFields(placed, measureFields, findings)
  if (!fields) return undefined
  const id = readText(fieldOf(fields, 'id'), findings)
  const prices = pricesOf(fields, findings)
  const effects = effectsOf(fieldOf(fields, 'effects'), findings)
  const [requires, excludes] = (['requires', 'excludes'] as const).map((name) => namesOf(fieldOf(fields, name), findings))
  const isMandatory = flagOf(fieldOf(fields, 'mandatory'), findings)
  if (id === undefined || !prices || !effects || !requires || !excludes || isMandatory === undefined) return undefined
  return { id, ...prices, effects, requires, excludes, isMandatory }
}

/** `costYen` is `oneOffYen` by its short name; a measure without any price is told, as 0 is a price too. */
function pricesOf(
  fields: { readonly value: Fields; readonly place: string },
  findings: Findings,
): Pick<ChoiceMeasure, 'oneOffYen' | 'perYearYen'> | undefined {
  const given = (['costYen', 'oneOffYen', 'perYearYen'] as const).filter((name) => fieldOf(fields, name).value !== undefined)
  if (given.length === 0 || (given.includes('costYen') && given.includes('oneOffYen'))) {
    findings.problems.push({
      code: 'money/no-price',
      place: fields.place,
      message: { ja: '値段がないか、同じ値段が2つあります。', en: 'There is no price, or the same price twice.' },
      action: {
        ja: 'costYen(一度だけ)か、oneOffYen と perYearYen(毎年)を書いてください。無料なら0です。',
        en: 'Write costYen (once), or oneOffYen and perYearYen (each year). If it is free, write 0.',
      },
    })
    return undefined
  }
  const price = (name: string) => priceOf(fieldOf(fields, name), findings)
  const once = price(given.includes('costYen') ? 'costYen' : 'oneOffYen')
  const yearly = price('perYearYen')
  return once && yearly && { oneOffYen: once, perYearYen: yearly }
}

function priceOf(placed: Placed, findings: Findings): PriceRange | undefined {
  if (placed.value === undefined) return { minYen: 0, maxYen: 0 }
  const isRange = Array.isArray(placed.value)
  const one = isRange ? undefined : readAmount(placed, findings)
  const [min, max] = isRange ? (readRising(placed, { names: ['min', 'max'], read: readAmount }, findings) ?? []) : [one, one]
  if (min === undefined || max === undefined) return undefined
  if (!Number.isInteger(min) || !Number.isInteger(max)) {
    findings.warnings.push({
      code: 'money/rounded-up',
      place: placed.place,
      message: { ja: '1円に満たない端数は切り上げました。', en: 'A part of a yen was rounded up.' },
    })
  }
  return { minYen: Math.ceil(min), maxYen: Math.ceil(max) }
}

function effectsOf(placed: Placed, findings: Findings): ReadonlyMap<string, EffectRange> | undefined {
  const fields = readFields(placed, [], findings)
  if (!fields) return undefined
  const entries = Object.keys(fields.value).map((scenario) => [scenario, effectOf(fieldOf(fields, scenario), findings)] as const)
  return new Map(entries.flatMap(([scenario, effect]) => (effect ? [[scenario, effect] as const] : [])))
}

/** One share, or low and high, or low, best and high. Of two, the middle is reckoned with. */
function effectOf(placed: Placed, findings: Findings): EffectRange | undefined {
  if (!Array.isArray(placed.value)) {
    const best = readShare(placed, findings)
    return best === undefined ? undefined : { low: best, best, high: best }
  }
  const names = placed.value.length === 2 ? ['low', 'high'] : ['low', 'best', 'high']
  const found = readRising(placed, { names, read: readShare }, findings)
  const [low, high] = [found?.at(0), found?.at(-1)]
  if (low === undefined || high === undefined) return undefined
  return { low, high, best: found?.length === 3 ? (found[1] ?? low) : (low + high) / 2 }
}

function namesOf(placed: Placed, findings: Findings): readonly string[] | undefined {
  if (placed.value === undefined) return []
  const names = readList(placed, mostMeasures, findings)?.map((each) => readText(each, findings))
  return names?.every((name) => name !== undefined) ? names : undefined
}

function flagOf({ value, place }: Placed, findings: Findings): boolean | undefined {
  if (value === undefined) return false
  if (typeof value === 'boolean') return value
  wrongKind(findings, { value, place }, { ja: 'true か false', en: 'true or false' })
  return undefined
}

/** Names that lead nowhere. */
function tellNames({ scenarios, measures }: ChoiceModel, { problems }: Findings): void {
  const [knownScenarios, knownMeasures] = [new Set(scenarios.map(({ id }) => id)), new Set(measures.map(({ id }) => id))]
  for (const [at, { effects, requires, excludes }] of measures.entries()) {
    for (const scenario of effects.keys()) {
      if (knownScenarios.has(scenario)) continue
      problems.push({
        code: 'money/unknown-scenario',
        place: `measures[${at}].effects.${scenario}`,
        message: { ja: `シナリオ「${scenario}」がありません。`, en: `There is no scenario "${scenario}".` },
        action: { ja: 'つづりを直すか、scenarios に加えてください。', en: 'Mend the spelling, or add it to scenarios.' },
      })
    }
    for (const [name, list] of [
      ['requires', requires],
      ['excludes', excludes],
    ] as const) {
      for (const [place, measure] of list.entries()) {
        if (knownMeasures.has(measure)) continue
        problems.push({
          code: 'money/unknown-measure',
          place: `measures[${at}].${name}[${place}]`,
          message: { ja: `対策「${measure}」がありません。`, en: `There is no measure "${measure}".` },
          action: { ja: 'つづりを直すか、measures に加えてください。', en: 'Mend the spelling, or add it to measures.' },
        })
      }
    }
  }
}

/** Measures that need one another in a circle, and those that need what they exclude: neither could ever be chosen as it is meant. */
function tellCircles({ measures }: ChoiceModel, { problems }: Findings): void {
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const told = new Set<string>()
  for (const [at, { id, excludes }] of measures.entries()) {
    const needs = needsOf(id, byId)
    if (excludes.includes(id)) problems.push(excludesItself(id, `measures[${at}]`))
    const excluding = needs.find((one) => one !== id && (excludes.includes(one) || byId.get(one)?.excludes.includes(id)))
    if (excluding !== undefined) {
      problems.push({
        code: 'money/needs-what-it-excludes',
        place: `measures[${at}]`,
        message: {
          ja: `「${id}」は、前提の「${excluding}」と一緒には選べません。`,
          en: `"${id}" needs "${excluding}", and they exclude each other.`,
        },
        action: { ja: 'requires か excludes のどちらかを直してください。', en: 'Mend requires or excludes.' },
      })
    }
    if (!needs.includes(id) || told.has(id)) continue
    const circle = [id, ...needs.filter((one) => one !== id && needsOf(one, byId).includes(id))]
    for (const one of circle) told.add(one)
    problems.push({
      code: 'money/circle',
      place: `measures[${at}].requires`,
      message: { ja: `前提がひと回りしています:${circle.join(' → ')}`, en: `Prerequisites go round in a circle: ${circle.join(' → ')}` },
      action: { ja: 'どれか1つの requires を外してください。', en: 'Take one requires out of it.' },
    })
  }
}

function excludesItself(id: string, place: string): ModelProblem {
  return {
    code: 'money/needs-what-it-excludes',
    place,
    message: { ja: `「${id}」の excludes に、自分自身が入っています。`, en: `"${id}" excludes itself.` },
    action: { ja: `excludes から「${id}」を外してください。`, en: `Take "${id}" out of its excludes.` },
  }
}

/** Everything that a measure needs, itself only where it does so by a circle. */
function needsOf(id: string, byId: ReadonlyMap<string, ChoiceMeasure>): readonly string[] {
  const reached = [...(byId.get(id)?.requires ?? [])]
  for (const one of reached) reached.push(...(byId.get(one)?.requires ?? []).filter((next) => !reached.includes(next)))
  return [...new Set(reached)]
}
