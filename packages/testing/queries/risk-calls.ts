import { type RouteId, routes } from '@mimamori/contract'
import { atSheet } from './answering-calls.ts'
import type { Place, Prepare } from './place.ts'

/** An agreement with the vendor of a sheet, and who works for that vendor; ten times as many at the large facility. */
async function asked(place: Place, name: string) {
  const { acting, facility, times } = place
  const { vendor: as, relation, sheet } = await atSheet(place)
  const { sheets } = await acting.ask(routes.vendors, { params: { facility } })
  const vendor = sheets.find((line) => line.sheet === sheet)?.vendor
  const ids = Array.from({ length: times }, (_, at) => `decision:counted.${name}.${at}`)
  const changes = ids.map((id) => {
    const record = { id, risk: 'risk:always-on', vendor, kind: 'request', asked: '使うときだけ開いてください。' }
    return { change: { kind: 'add', slice: 'riskDecisions', record } as never } // a record without branded ids
  })
  await acting.ask(routes.change, { params: { facility }, body: { changes } })
  return { as, relation, agreement: ids[0] ?? '' }
}

/** Routes of risks, of controls, and of what is agreed with vendors about them. */
export const riskCalls = {
  risks: () => ({}),
  risk: () => ({ params: { risk: 'risk:always-on' } }),
  control: () => ({ params: { control: 'control:two-factor' } }),
  vendorAgreements: async (place, round) => ({ as: (await asked(place, `listed.${round}`)).as }),
  clientAgreements: async (place, round) => {
    const { as, relation } = await asked(place, `looked.${round}`)
    return { as, params: { place: relation } }
  },
  answerAgreement: async (place, round) => {
    const { as, relation, agreement } = await asked(place, `answered.${round}`)
    const { agreements } = await as.ask(routes.clientAgreements, { params: { place: relation } })
    const seen = agreements.find((one) => one.agreement === agreement)?.version ?? 0
    return { as, params: { place: relation, agreement }, body: { seen, answer: '次の更新で行います。' } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>
