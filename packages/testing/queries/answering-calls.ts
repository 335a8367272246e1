import { type RouteId, routes } from '@mimamori/contract'
import type { Acting } from '../server/index.ts'
import type { Place, Prepare } from './place.ts'

export interface AtSheet {
  readonly vendor: Acting
  readonly sheet: string
  readonly relation: string
  readonly item: string
}

const known = new WeakMap<Place, AtSheet>()

/** A vendor of the facility with an account, at one of its sheets; the same one for all calls of a place. */
export async function atSheet(place: Place): Promise<AtSheet> {
  const found = known.get(place)
  if (found) return found
  const { acting, server, facility } = place
  const line = (await acting.ask(routes.vendors, { params: { facility } })).sheets[0]
  const [sheet, id] = [line?.sheet ?? '', line?.vendor ?? '']
  const terms = { areas: [], counts: false, named: true }
  const { relation } = await acting.ask(routes.offerRelation, {
    params: { facility },
    body: { kind: 'vendor', name: '例システム株式会社', vendor: id, terms },
  })
  const vendor = await server.stranger({ kind: 'vendor', name: '例システム株式会社' })
  await server.accepted({ facility, relation }, vendor)
  const item = (await vendor.ask(routes.sheetToAnswer, { params: { place: relation, sheet } })).items[0]?.item ?? ''
  const made = { vendor, sheet, relation, item }
  known.set(place, made)
  return made
}

async function draftOf({ vendor, relation, sheet }: AtSheet) {
  return (await vendor.ask(routes.sheetToAnswer, { params: { place: relation, sheet } })).draft
}

/** The draft as one that can be written and handed in. */
async function written(place: Place, round: number) {
  const at = await atSheet(place)
  const params = { place: at.relation, sheet: at.sheet }
  const held = await draftOf(at)
  const isOpen = held.state === 'writing'
  const back = { params, body: { version: held.version, to: 'writing' as const } }
  const { version } = isOpen ? held : await at.vendor.ask(routes.moveSheetDraft, back)
  const answers = { [at.item]: { answer: 'no' as const, note: `予定${round}` } }
  const { draft } = await at.vendor.ask(routes.saveSheetDraft, { params, body: { version, answers, answeredBy: { name: '仮名 次郎' } } })
  return { at, params, version: draft.version, answers }
}

async function standard({ vendor }: AtSheet, product: string): Promise<string> {
  return (await vendor.ask(routes.saveStandard, { body: { product, answers: {} } })).id
}

let counted = 0

async function link({ acting, facility }: Place, sheet: string): Promise<{ token: string; code: string }> {
  const { path, code } = await acting.ask(routes.makeAnswerLink, { params: { facility, sheet }, body: { what: 'link' } })
  return { token: path?.split('#')[1] ?? '', code }
}

/** Routes by which vendors answer, and those that open the way for them. */
export const answeringCalls = {
  vendorClients: async (place) => ({ as: (await atSheet(place)).vendor }),
  standards: async (place) => ({ as: (await atSheet(place)).vendor }),
  saveStandard: async (place) => ({ as: (await atSheet(place)).vendor, body: { product: `製品${++counted}`, answers: {} } }),
  removeStandard: async (place) => {
    const at = await atSheet(place)
    return { as: at.vendor, params: { standard: await standard(at, `製品${++counted}`) } }
  },
  sheetToAnswer: async (place) => {
    const { vendor, relation, sheet } = await atSheet(place)
    return { as: vendor, params: { place: relation, sheet } }
  },
  saveSheetDraft: async (place, round) => {
    const { at, params, version, answers } = await written(place, round)
    return { as: at.vendor, params, body: { version, answers } }
  },
  sheetBeat: async (place) => {
    const { vendor, relation, sheet } = await atSheet(place)
    return { as: vendor, params: { place: relation, sheet }, body: { tab: 'tab-1', isHere: true } }
  },
  moveSheetDraft: async (place, round) => {
    const { at, params, version } = await written(place, round)
    return { as: at.vendor, params, body: { version, to: 'checking' } }
  },
  proposeStandard: async (place, round) => {
    const { at, params, version } = await written(place, round)
    return { as: at.vendor, params, body: { version, standard: await standard(at, `製品${++counted}`) } }
  },
  submitSheet: async (place, round) => {
    const { at, params, version } = await written(place, round)
    return { as: at.vendor, params, body: { version } }
  },
  addSheetEvidence: async (place, round) => {
    const { vendor, relation, sheet, item } = await atSheet(place)
    return { as: vendor, params: { place: relation, sheet }, query: { item }, file: { name: '証.pdf', bytes: `%PDF-1.7\n%v${round}\n` } }
  },
  sayOnSheet: async (place) => {
    const { vendor, relation, sheet, item } = await atSheet(place)
    const id = `dis:counted.${++counted}`
    const record = { id, sheet, item, openedOn: '2026-11-20' }
    const change = { kind: 'add', slice: 'discussions', record } as never // a record without its branded ids
    await place.acting.ask(routes.change, { params: { facility: place.facility }, body: { changes: [{ change }] } })
    return { as: vendor, params: { place: relation, sheet }, body: { discussion: id, text: '検証が済みしだい更新します。' } }
  },
  discussions: () => ({}),
  answerLink: async (place) => ({ params: { sheet: (await atSheet(place)).sheet } }),
  makeAnswerLink: async (place) => ({ params: { sheet: (await atSheet(place)).sheet }, body: { what: 'link' } }),
  withdrawAnswerLink: async (place) => {
    const { sheet } = await atSheet(place)
    await link(place, sheet)
    return { params: { sheet } }
  },
  answerLetter: async (place) => {
    const { sheet } = await atSheet(place)
    return { params: { sheet }, body: { way: 'post', code: (await link(place, sheet)).code } }
  },
  replyPage: ({ server }) => ({ as: server.nobody }),
  lookAtAnswerLink: async (place) => {
    const { token } = await link(place, (await atSheet(place)).sheet)
    return { as: place.server.nobody, body: { token } }
  },
  enterAnswerLink: async (place) => ({ as: place.server.nobody, body: await link(place, (await atSheet(place)).sheet) }),
  leaveAnswerLink: ({ server }) => ({ as: server.nobody, body: {} }),
} as const satisfies Partial<Record<RouteId, Prepare>>
