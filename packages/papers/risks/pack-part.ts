import { byId, dateInWords, matrixOf, standingOfDecision } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { type Block, heading, row, say, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

/** Something was asked or settled; else the pack has nothing to tell. Only the copy that stays in the house tells it. */
export function hasAgreements(at: Context): boolean {
  return at.copy === 'on-site' && at.slices.riskDecisions.length > 0
}

/** リスクの取り決め in the pack: how the nine categories stand, and every agreement with its standing. */
export function agreementBlocks(at: Context): readonly Block[] {
  const words = at.t.risks.pack
  const { riskDecisions } = at.slices
  return [
    heading(1, words.part, { anchor: 'agreements' }),
    small(say(words.lead, { on: dateInWords(at.asOf, at.lang), n: riskDecisions.length }), { withNext: true }),
    agreementTable(at),
    heading(2, words.counts),
    countTable(at),
    small(at.t.risks.ours),
  ]
}

function agreementTable(at: Context): Block {
  const words = at.t.risks.pack
  const columns = [
    { title: at.t.risks.name, width: 'rest', names: true },
    { title: at.t.risks.agreement.kind, width: 18 },
    { title: words.vendor, width: 36 },
    { title: at.t.risks.agreement.residual, width: 44 },
    { title: words.until, width: 20, align: 'center' },
    { title: words.standing, width: 24 },
  ] as const
  return table(
    words.agreements,
    columns,
    at.slices.riskDecisions.map((decision) =>
      row(
        byId(at.world.risks, decision.risk)?.name[at.lang] ?? decision.risk,
        at.t.risks.kind[decision.kind],
        byId(at.slices.vendors, decision.vendor)?.name ?? words.own,
        decision.residual ?? '',
        shortDay(decision.until, at.lang),
        words.states[standingOfDecision(decision, at.asOf)],
      ),
    ),
  )
}

const counted = ['open', 'stand-in', 'unknown', 'covered', 'not-applicable'] as const

function countTable(at: Context): Block {
  const { states, category } = at.t.risks
  const rows = [...Map.groupBy(matrixOf(at.world), (one) => one.category).values()]
  return table(
    at.t.risks.pack.counts,
    [
      { title: category, width: 'rest', names: true },
      ...counted.map((state) => ({ title: states[state], width: 24, align: 'right' }) as const),
    ],
    rows.map((own) =>
      row(own[0]?.large[at.lang] ?? '', ...counted.map((state) => String(own.filter((one) => one.state === state).length))),
    ),
  )
}
