import type { FullCatalogue } from '@mimamori/catalog'
import {
  type Assessed,
  byId,
  type ControlStanding,
  ifFailed,
  type Lang,
  type MatrixControl,
  type MatrixRow,
  matrixOf,
  type Picture,
  type World,
} from '@mimamori/domain'
import { InputError } from '../errors.ts'
import type { RiskAnswer } from './answer.ts'
import { whyOf } from './why.ts'

type Part = Pick<RiskAnswer, 'risks' | 'controls' | 'summary' | 'questions' | 'categories'>

interface Choice {
  readonly catalogue: FullCatalogue
  readonly lang: Lang
  /** A vendor by its id or its name. */
  readonly vendor: string | undefined
}

/** The matrix of risks and controls of a facility, for a program; of one vendor only what that vendor has a part in. */
export function riskPart({ analysis, picture }: Assessed, { catalogue, lang, vendor }: Choice): Part {
  const { world } = analysis
  const chosen = vendor === undefined ? undefined : vendorOf(vendor, picture)
  const rows = matrixOf(world, chosen === undefined ? {} : { vendor: chosen })
  const used = new Set(rows.flatMap((row) => [...(chosen === undefined ? row.facility : []), ...row.vendor].map((cell) => cell.id)))
  const standings = world.controlStandings.filter((one) => used.has(one.id))
  const states = rows.map(({ state }) => state)
  return {
    risks: rows.map((row) => printRow(row, world, lang)),
    controls: standings.map((one) => printControl(one, world, catalogue, lang)),
    summary: Object.fromEntries(
      (['covered', 'stand-in', 'open', 'unknown', 'not-applicable'] as const).map((state) => [
        state,
        states.filter((one) => one === state).length,
      ]),
    ) as Part['summary'], // the states are the five of the schema
    questions: [...new Set(rows.flatMap(({ standing }) => standing.deciding))].sort().map((id) => ({ id, text: asked(id, world, lang) })),
    categories: world.riskCategories.toSorted((a, b) => a.order - b.order).map(({ id, name }) => ({ id, name: name[lang] })),
  }
}

function asked(id: string, { riskFactWords, controlTypes }: World, lang: Lang): string {
  return byId(riskFactWords, id)?.asks[lang] ?? byId(controlTypes, id)?.name[lang] ?? id
}

function printRow(row: MatrixRow, world: World, lang: Lang): RiskAnswer['risks'][number] {
  const { id, category, phases, state, standing, harms } = row
  const standIns = standing.by.flatMap(({ standIn }) => byId(world.standIns, standIn) ?? [])
  const [first] = standIns
  const inPlace = byId(world.risks, id)?.controls.flatMap(({ control, needed }) =>
    needed && byId(world.controlStandings, control)?.state === 'in-place' ? [control] : [],
  )
  const closed = state === 'covered' || state === 'stand-in'
  return {
    ...{ id, category, phase: phases[0] ?? '', phases: [...phases], large: row.large[lang], middle: row.middle[lang] },
    ...{ name: row.name[lang], scenario: byId(world.risks, id)?.scenario[lang] ?? '', harms, state },
    by: closed ? [...(inPlace ?? []), ...standing.by.map(({ by }) => by)] : [],
    ...(first && {
      condition: first.condition[lang],
      limit: first.limit[lang],
      standIns: standIns.map((one) => ({ for: one.for, by: one.by, condition: one.condition[lang], limit: one.limit[lang] })),
    }),
    ...{ missing: [...standing.missing], unsure: [...standing.unsure], wouldClose: standing.wouldClose.map((set) => [...set]) },
    party: standing.party,
    ...(state === 'unknown' && { deciding: [...standing.deciding] }),
    ...(standing.borne && { borne: { decision: standing.borne, until: byId(world.riskDecisions, standing.borne)?.until ?? null } }),
    ...{ facility: row.facility.map((cell) => printCell(cell, lang)), vendor: row.vendor.map((cell) => printCell(cell, lang)) },
    refs: (byId(world.risks, id)?.refs ?? []).map((ref) => ({ ...ref })),
  }
}

function printCell({ id, name, role, isNeeded, state }: MatrixControl, lang: Lang): RiskAnswer['risks'][number]['facility'][number] {
  return { control: id, name: name[lang], role, needed: isNeeded, state }
}

function printControl(one: ControlStanding, world: World, catalogue: FullCatalogue, lang: Lang): RiskAnswer['controls'][number] {
  const type = byId(world.controlTypes, one.id)
  const [owner, ...others] = type?.owners ?? ['facility']
  return {
    ...{ id: one.id, name: type?.name[lang] ?? one.id, state: one.state },
    party: others.length > 0 ? 'both' : owner,
    parties: one.seats.map((seat) => ({ ...seat })),
    why: one.signs.map((sign) => whyOf(sign, { world, catalogue, lang })),
    ifFailed: ifFailed(world, one.id).map(({ id }) => id),
  }
}

function vendorOf(named: string, { slices: { vendors } }: Picture): string {
  const found = byId(vendors, named) ?? vendors.find(({ name }) => name === named)
  if (found) return found.id
  throw new InputError({
    code: 'risk/no-such-vendor',
    message: { ja: `「${named}」という事業者は、この施設にありません。`, en: `This facility has no vendor "${named}".` },
    action: { ja: 'facility.yaml の事業者のIDか名前を書いてください。', en: 'Give the id or the name of a vendor of facility.yaml.' },
  })
}
