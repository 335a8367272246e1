import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { assess, date, ruleSetFor, withOwnSheet } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { changesOf, drawsOf, lossModelOf, runLoss } from '@mimamori/money'

const asOf = date('2026-11-20')
const catalogue = loadCatalogue()
const read = await readFolder(join(import.meta.dirname, '../examples/hospital-180beds'), { asOf, items: catalogue.reference.items })
const { picture } = withOwnSheet(read.picture, { reference: catalogue.reference, asOf })
const { world } = assess(ruleSetFor(catalogue), { picture, catalogue, asOf }).analysis
const model = lossModelOf(world)
const now = changesOf(world.damageScenarios)
let total = 0,
  evs = 0,
  used = 0
for (let r = 0; r < 12; r++) {
  const c0 = process.cpuUsage(),
    t0 = performance.now()
  const draws = drawsOf(model, { years: 1_000_000, seed: 1 })
  const res = runLoss(draws, now)
  const c = process.cpuUsage(c0)
  console.log(Math.round(performance.now() - t0), 'cpu', Math.round(c.user / 1000), res.annual.mean)
  if (r === 0)
    for (const s of draws.scenarios) {
      const ev = [...s.own.plane.layers, ...s.common.plane.layers].reduce((n, l) => n + l.years.length, 0)
      const own = s.own.costs.reduce((n, c) => n + c.once.length, 0),
        com = s.common.costs.reduce((n, c) => n + c.once.length, 0)
      const f = s.scenario.frequency
      const per = now.get(s.scenario.id)?.frequency ?? 1
      console.log(
        s.scenario.id,
        f,
        per.toFixed(3),
        'days',
        s.scenario.days?.kind,
        'own',
        own,
        'common',
        com,
        s.scenario.losses.map((l) => l.loss.kind + (l.perDay ? '*' : '')).join(' '),
      )
      total += (own + com) * (s.scenario.losses.length + (s.scenario.days ? 1 : 0))
      evs += own + com
    }
}
console.log({ evs, total, dependence: model.dependence })
