import { byId, type Lang, type World } from '@mimamori/domain'
import {
  backTests,
  changesOf,
  type Damage,
  type DamageSide,
  damageFrom,
  drawsOf,
  lossModelOf,
  plannedChanges,
  type RunOptions,
  runLoss,
} from '@mimamori/money'
import type { LossAnswer } from './answers.ts'
import { nameOfFact } from './fact-name.ts'
import type { MoneyFolder } from './folder.ts'

/** Years that are drawn for each real case. */
const backTestYears = 100_000

/** The answer of `loss` for a facility: as it stands, and with what is planned or approved for the year. */
export function lossOfFolder({ world, whose, warnings }: MoneyFolder, options: RunOptions, lang: Lang): LossAnswer {
  const planned = world.measuresHere.flatMap(({ id, state, choice }) =>
    state === 'offered' && (choice === 'planned' || choice === 'approved') ? [id] : [],
  )
  const draws = drawsOf(lossModelOf(world), options)
  const before = runLoss(draws, changesOf(world.damageScenarios))
  const damage = damageFrom(world, { planned, before, after: runLoss(draws, plannedChanges(world, planned)) })
  const { grossYen: _, warnings: __, ...result } = before
  return {
    ...whose,
    ...result,
    dependence: { ...result.dependence },
    exceedance: [...result.exceedance],
    oneIn: [...result.oneIn],
    scenarios: result.scenarios.map((one) => ({ ...one, name: byId(world.lossScenarios, one.id)?.name[lang] ?? one.id })),
    backTests: printTests(world, options.seed, lang),
    damage: { ...printDamage(damage, world, lang), planned },
    warnings: [...warnings],
  }
}

function printTests(world: World, seed: number, lang: Lang): LossAnswer['backTests'] {
  return backTests(world, { years: backTestYears, seed }).map(({ meanYen: _, days, ...one }) => {
    const known = byId(world.backTestCases, one.case)
    return {
      ...one,
      name: known?.name[lang] ?? one.case,
      ...(days && { days: { p10: days.p10, p90: days.p90, inside: days.inside } }),
      tells: known?.tells[lang] ?? '',
    }
  })
}

type Printed = NonNullable<LossAnswer['damage']>

function printDamage(damage: Damage, world: World, lang: Lang): Omit<Printed, 'planned'> {
  const { before, after, revenueYen, isRevenueOwn, monthsOfRevenue, monthsOfOperatingProfit } = damage
  const { perBedYen, shareOfRevenue, waitingMonthYen } = damage
  return {
    before: printSide(before),
    after: printSide(after),
    measures: damage.measures.map((one) => ({ ...one, name: byId(world.planMeasures, one.id)?.name[lang] ?? one.id })),
    revenueYen,
    revenueBy: isRevenueOwn ? 'own' : 'class',
    ...{ monthsOfRevenue, monthsOfOperatingProfit, perBedYen, shareOfRevenue, waitingMonthYen },
    policies: damage.policies.map(({ isInForce, missing, untold, ...one }) => ({
      ...one,
      name: nameOfPolicy(one.id, world),
      inForce: isInForce,
      missing: missing.map((id) => ({ id, name: byId(world.controlTypes, id)?.name[lang] ?? id })),
      untold: [...untold],
    })),
    mostHelpful: damage.mostHelpful.map((one) => ({ ...one, name: nameOfFact(one, world, lang) })),
    assumptions: world.lossAssumptions.flatMap(({ id, unit, value, by }) => {
      const parameter = byId(world.lossParameters, id)
      if (!parameter) return []
      const { name, why, dated, confidence, sources } = parameter
      return [{ id, name: name[lang], unit, value: { ...value }, by, why: why[lang], dated, confidence, sources: [...sources] }]
    }),
  }
}

function nameOfPolicy(id: string, { policies }: World): string {
  const policy = byId(policies, id)
  return [policy?.insurer, policy?.product].filter((part) => part !== undefined).join(' ')
}

function printSide({ meanYen, netMeanYen, oneIn100Yen, chartDays }: DamageSide): Printed['before'] {
  return { meanYen, netMeanYen, oneIn100Yen, ...(chartDays && { chartDays: { ...chartDays } }) }
}
