import { expect, test } from 'vitest'
import { loadCatalogue } from './load.ts'

const { reference } = loadCatalogue()
const { risks, riskCategories, riskGroups, controlTypes, standIns } = reference

test('the nine categories have the names of the final report of the four associations, in its order', () => {
  const names = riskCategories.toSorted((a, b) => a.order - b.order).map(({ name }) => name.ja)
  expect(names).toEqual([
    '本人認証・認可',
    'ID・権限管理',
    'トレーサビリティ管理',
    '媒体・機器等管理',
    'システムメンテナンス',
    '人的管理',
    'インシデントレスポンス',
    'ネットワークセキュリティ',
    'セキュリティガバナンス',
  ])
})

test('there are at least sixty small risks, some in every category and every phase', () => {
  expect(risks.length).toBeGreaterThanOrEqual(60)
  const used = new Set(risks.flatMap(({ group }) => riskGroups.find(({ id }) => id === group)?.category ?? []))
  expect(used.size).toBe(9)
  expect(new Set(risks.flatMap(({ phases }) => phases)).size).toBe(5)
})

test.each([
  ['VPN', 'vpn-password'],
  ['the line of a supplier', 'supplier-line'],
  ['remote maintenance', 'remote-password'],
  ['mail', 'mail-open'],
  ['USB', 'usb-bring'],
  ['FAX', 'fax-wrong'],
  ['an insider', 'insider'],
  ['a leaver', 'leaver'],
  ['the cloud', 'cloud-stops'],
  ['an update that fails', 'update-stops'],
  ['the eligibility line cut off', 'eligibility-cut'],
  ['data that are not genuine', 'record-changed'],
  ['disposal', 'disposal'],
  ['home visits', 'home-visit-device'],
  ['online care', 'online-care-person'],
  ['IoT', 'iot'],
  ['robots', 'robot'],
  ['generative AI', 'ai-input'],
  ['e-prescriptions and the national platform', 'rx-stops'],
  ['passwords on labels', 'label'],
  ['the end of a contract', 'contract-end'],
])('%s is among them', (_, id) => {
  expect(risks.some((risk) => risk.id === `risk:${id}`)).toBe(true)
})

test('every risk points into the guideline of facilities, and into that of vendors where a vendor has a part in it', () => {
  for (const { id, refs, controls } of risks) {
    const isVendors = controls.some(({ control }) => controlTypes.find((type) => type.id === control)?.owners.includes('vendor'))
    expect([id, refs.some(({ edition }) => edition.startsWith('mhlw-'))]).toEqual([id, true])
    expect([id, refs.some(({ edition }) => edition.startsWith('mic-meti-'))]).toEqual([id, isVendors])
  }
})

test('what stands in for a control is needed by some risk, so that it has work to do', () => {
  const needed = new Set(risks.flatMap(({ controls }) => controls.flatMap((one) => (one.needed ? [one.control] : []))))
  expect(standIns.filter((one) => !needed.has(one.for)).map(({ id }) => id)).toEqual([])
})
