import { routes } from '@mimamori/contract'
import { givenServer, givenVendor } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const { acting: vendor, at, relation, sheet } = await givenVendor(server, facility)
const nobody = '00000000-0000-4000-8000-000000000000'
const view = await vendor.ask(routes.sheetToAnswer, { params: at })
const [first = ''] = view.items.filter(({ perClient }) => !perClient).map(({ item }) => item)
const { draft } = await vendor.ask(routes.saveSheetDraft, {
  params: at,
  body: { version: 0, answers: { [first]: { answer: 'yes' } }, answeredBy: { name: '仮名 次郎' } },
})
const standard = await vendor.ask(routes.saveStandard, { body: { product: '電子カルテ', answers: { [first]: { answer: 'yes' } } } })
const terms = { areas: [], counts: false, named: true }

async function ofOtherEdition() {
  await server.database.admin.query(`update standard_answers set edition = 'r6' where id = $1`, [standard.id])
  return vendor.call(routes.proposeStandard, { params: at, body: { version: draft.version, standard: standard.id } })
}

async function onClosedSheet() {
  server.clock.moveMinutes(135 * 24 * 60)
  await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
  const answer = await vendor.call(routes.submitSheet, { params: at, body: { version: draft.version } })
  server.clock.moveMinutes(-135 * 24 * 60)
  return answer
}

test.each([
  ['answer/no-such-sheet', () => vendor.call(routes.sheetToAnswer, { params: { ...at, sheet: 'sh:none' } })],
  [
    'answer/no-such-item',
    () => vendor.call(routes.saveSheetDraft, { params: at, body: { version: draft.version, answers: { 'r7:9-99': { answer: 'yes' } } } }),
  ],
  ['answer/changed-meanwhile', () => vendor.call(routes.submitSheet, { params: at, body: { version: draft.version + 1 } })],
  ['answer/no-such-step', () => vendor.call(routes.moveSheetDraft, { params: at, body: { version: draft.version, to: 'sent-back' } })],
  [
    'answer/no-such-standard',
    () => vendor.call(routes.proposeStandard, { params: at, body: { version: draft.version, standard: nobody } }),
  ],
  ['answer/other-edition', ofOtherEdition],
  ['answer/no-such-discussion', () => vendor.call(routes.sayOnSheet, { params: at, body: { discussion: 'd:none', text: 'はい' } })],
  ['answer/no-link', () => owner.call(routes.withdrawAnswerLink, { params: { facility, sheet } })],
  ['people/no-such-offer', () => owner.call(routes.inviteViewer, { params: { facility, relation: nobody }, body: { way: 'mail' } })],
  ['relation/not-found', () => owner.call(routes.withdrawRelation, { params: { facility, relation: nobody } })],
  [
    'relation/vendor-unknown',
    () => owner.call(routes.offerRelation, { params, body: { kind: 'vendor', name: '例', vendor: 'v:none', terms } }),
  ],
  ['relation/nothing-to-see', () => owner.call(routes.offerRelation, { params, body: { kind: 'association', name: '例病院協会', terms } })],
  ['relation/changed-meanwhile', () => owner.call(routes.changeRelation, { params: { facility, relation }, body: { version: 99, terms } })],
  ['answer/closed', onClosedSheet],
] as const)('%s', async (code, ask) => {
  const answer = await (ask() as Promise<{ kind: string; error?: { code: string } }>)
  expect([answer.kind, answer.error?.code]).toEqual(['error', code])
})
