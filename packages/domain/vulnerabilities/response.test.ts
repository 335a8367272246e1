import { a, gateConsole, gateHospital, gateLine, gateMatch, ids, worldOf } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { byId } from '../picture.ts'
import { closedOn } from './closing.ts'
import { mayRespond, nextResponseStepId } from './response.ts'
import type { ResponseStep } from './types.ts'

const response = a.response({ name: '例ゲート-40', assets: [ids.asset('d:gate')], vendor: ids.vendor('v:1') })
const step = (number: number, some: Partial<ResponseStep>) =>
  a.responseStep({ id: nextResponseStepId(response.id, number - 1), response: response.id, ...some })
const told = step(1, { kind: 'told', on: date('2026-11-11') })
const done = step(2, { kind: 'done', side: 'vendor', on: date('2026-11-14'), version: '7.2.12' })
const console12 = gateConsole('7.2.12', '2026-11-18')
const clears = gateMatch({ id: ids.match('match:ok'), line: gateLine('7.2.12'), version: '7.2.12', verdict: 'not-affected' })

test('the same weakness is on fire at the entrance and calm on the spare that nothing leads to', () => {
  const { weaknesses, exposures } = worldOf(gateHospital())
  expect(byId(exposures, 'd:gate')).toMatchObject({ exposure: 'remote-path', because: 'maintenance' })
  expect(byId(exposures, 'd:gate-spare')).toMatchObject({ exposure: 'none', because: 'spare' })
  expect(weaknesses.map(({ asset, action, dueOn, humanImpact }) => [asset, action, dueOn, humanImpact])).toEqual([
    ['d:gate-spare', 'next-upgrade', undefined, 'low'],
    ['d:gate', 'days-3-forensics', '2026-11-13', 'medium'],
  ])
})

test('a spare that a scan has seen since it was called a spare is switched on', () => {
  const seen = a.claim({ id: ids.claim('cl:spare'), asset: ids.asset('d:gate-spare'), by: 'arp', seenAt: '2026-11-18' })
  const { exposures } = worldOf(gateHospital({ claims: [seen] }))
  expect(byId(exposures, 'd:gate-spare')?.exposure).not.toBe('none')
})

test('devices behind the line, inside, and nowhere are told apart', () => {
  const { exposures } = worldOf(gateHospital())
  const of = (id: string) => byId(exposures, id)?.exposure
  expect([of('d:fw'), of('d:vpn-router'), of('d:server'), of('d:shikaku')]).toEqual(['internet', 'remote-path', 'remote-path', 'internal'])
  expect(of('d:office-pc')).toMatch(/internal|unknown|internet/)
})

test('of several ways to a device the worst counts, whatever else ends on it', () => {
  const { remotePaths = [] } = gateHospital()
  const way = { ...a.remotePath(), id: ids.remotePath('remote:pc'), assets: [ids.asset('d:shikaku')] }
  const maintained = worldOf(gateHospital({ remotePaths: [...remotePaths, way] }))
  expect(byId(maintained.exposures, 'd:shikaku')).toMatchObject({ exposure: 'remote-path', because: 'maintenance', from: 'remote:pc' })
})

test('the task is the vendor’s where the contract says so, and the facility’s where nothing is written', () => {
  const partyOf = (some: Parameters<typeof gateHospital>[0]) => {
    const duty = byId(worldOf(gateHospital(some)).responseDuties, 'd:gate|firmware')
    return [duty?.party, duty?.because]
  }
  expect(partyOf({})).toEqual(['vendor:v:1', 'contract'])
  expect(partyOf({ contracts: [a.contract({ updateDuty: 'facility' })] })).toEqual(['facility', 'contract'])
  expect(partyOf({ contracts: [a.contract({ updateDuty: 'nobody' })] })).toEqual(['facility', 'nobody'])
  expect(partyOf({ contracts: [a.contract()] })).toEqual(['facility', 'unknown'])
})

function stateOf(some: Parameters<typeof gateHospital>[0], asOf = date('2026-11-20')) {
  const { responseStates, responseDuties } = worldOf(gateHospital({ responses: [response], ...some }), asOf)
  return [
    byId(responseStates, response.id)?.state,
    byId(responseStates, response.id)?.proof,
    byId(responseDuties, 'd:gate|firmware')?.isDue,
  ]
}

test('a response is new, told, and done when somebody says so; done is not proven', () => {
  expect(stateOf({})).toEqual(['new', undefined, true])
  expect(stateOf({ responseSteps: [told] })).toEqual(['told', undefined, true])
  expect(stateOf({ responseSteps: [told, done] })).toEqual(['done', undefined, false])
})

test('it is proven when the console is read again and the version read is held not to be affected', () => {
  const read = { responseSteps: [told, done], claims: [console12] }
  expect(stateOf(read)).toEqual(['done', undefined, undefined])
  expect(stateOf({ ...read, matches: [gateMatch(), clears] })).toEqual(['proven', 'read-again', undefined])
})

test('a reading that came in after the response began proves it, also where the device wrote it before', () => {
  const file = { id: ids.source('src:scan'), kind: 'scan' as const, name: 'gate.txt', seenOn: date('2026-11-19') }
  const late = { ...response, openedOn: date('2026-11-19') }
  const some = { responses: [late], sources: [file], matches: [gateMatch(), clears] }
  expect(stateOf({ ...some, claims: [{ ...console12, source: file.id }] })).toEqual(['proven', 'read-again', undefined])
  expect(stateOf({ ...some, claims: [console12] })).toEqual(['new', undefined, undefined])
  const world = worldOf(gateHospital({ ...some, claims: [{ ...console12, source: file.id }] }), date('2026-11-20'))
  const state = byId(world.responseStates, late.id)
  expect(state && closedOn(late, state, world)).toBe('2026-11-19')
})

test('nobody is asked again about what a reading has closed, whatever was said before', () => {
  const askingOf = (some: Parameters<typeof gateHospital>[0]) =>
    byId(worldOf(gateHospital({ responses: [response], responseSteps: [told], ...some }), date('2026-11-20')).responseAsking, response.id)
  expect(askingOf({})).toMatchObject({ why: 'silent', step: 'remind' })
  expect(askingOf({ claims: [console12], matches: [gateMatch(), clears] })).toBeUndefined()
})

test('a device that has left the register keeps nothing open that was read on the others; with none left, nothing is proven', () => {
  const withGone = (assets: readonly ReturnType<typeof ids.asset>[]) => ({ responses: [{ ...response, assets }] })
  const read = { responseSteps: [told, done], claims: [console12], matches: [gateMatch(), clears] }
  expect(stateOf({ ...read, ...withGone([ids.asset('d:gate'), ids.asset('d:gone')]) })).toEqual(['proven', 'read-again', undefined])
  expect(stateOf({ ...read, ...withGone([ids.asset('d:gone')]) })[0]).toBe('done')
})

test('a version that was typed by hand proves nothing', () => {
  const { assets = [] } = gateHospital()
  const typed = assets.map((asset) => (asset.id === 'd:gate' ? { ...asset, firmware: '7.2.12', confirmedOn: date('2026-11-18') } : asset))
  expect(stateOf({ responseSteps: [told, done], assets: typed, matches: [gateMatch(), clears] })).toEqual(['done', undefined, undefined])
})

test('a reading of a clock that runs ahead is as old as its file, and neither proves nor hides anything for years', () => {
  const file = { id: ids.source('src:scan'), kind: 'scan' as const, name: 'gate.txt', seenOn: date('2026-11-12') }
  const ahead = { ...gateConsole('7.2.4', '2031-01-01'), source: file.id }
  const some = { responseSteps: [told, done], sources: [file], matches: [gateMatch(), clears] }
  expect(stateOf({ ...some, claims: [ahead] })).toEqual(['done', undefined, false])
  expect(stateOf({ ...some, claims: [ahead, console12] })).toEqual(['proven', 'read-again', undefined])
  const early = { ...response, openedOn: date('2026-11-15') }
  const fixed = { ...gateConsole('7.2.12', '2031-01-01'), source: file.id }
  expect(stateOf({ ...some, responses: [early], claims: [fixed] })[1]).toBeUndefined()
})

test('a signed statement with evidence proves it until something read later says otherwise', () => {
  const signed = step(3, { kind: 'proven', on: date('2026-11-16'), by: '見本 花子', evidence: ids.evidence('e:1') })
  const some = { responseSteps: [told, done, signed], evidence: [a.evidence()] }
  expect(stateOf(some)).toEqual(['proven', 'statement', false])
  expect(stateOf({ ...some, claims: [gateConsole('7.2.4', '2026-11-18')] })).toEqual(['done', undefined, true])
})

test('work that is done is due again once the weak version is read after it, by whatever it was proven before', () => {
  expect(stateOf({ responseSteps: [told, done], claims: [gateConsole('7.2.4', '2026-11-13')] })).toEqual(['done', undefined, false])
  expect(stateOf({ responseSteps: [told, done], claims: [gateConsole('7.2.4', '2026-11-18')] })).toEqual(['done', undefined, true])
  const proven = step(3, { kind: 'proven', on: date('2026-11-15'), version: '7.2.12' })
  const wentBack = [gateConsole('7.2.4', '2026-11-18')]
  expect(stateOf({ responseSteps: [told, done, proven], claims: wentBack })).toEqual(['done', undefined, true])
})

test('that another version runs holds until a machine has read the one that is meant', () => {
  const other = step(2, { kind: 'not-affected', side: 'vendor', on: date('2026-11-14'), notAffected: 'other-version' })
  expect(stateOf({ responseSteps: [told, other] })).toEqual(['not-affected', undefined, false])
  expect(stateOf({ responseSteps: [told, other], claims: [gateConsole('7.2.4', '2026-11-18')] })).toEqual(['not-affected', undefined, true])
  const unused = { ...other, notAffected: 'part-not-used' as const }
  expect(stateOf({ responseSteps: [told, unused], claims: [gateConsole('7.2.4', '2026-11-18')] })).toEqual([
    'not-affected',
    undefined,
    false,
  ])
})

test('work that is done with a name under it is proven by that statement, and counts less than a reading', () => {
  const signed = (some: Partial<ResponseStep> = {}) => step(2, { ...done, id: step(2, {}).id, signedBy: '仮名 次郎', ...some })
  const confidence = (some: Parameters<typeof gateHospital>[0]) =>
    byId(worldOf(gateHospital({ responses: [response], ...some })).responseStates, response.id)?.proofConfidence
  const alone = { responseSteps: [told, signed()] }
  const shown = { responseSteps: [told, signed({ evidence: ids.evidence('e:1') })], evidence: [a.evidence()] }
  expect(stateOf(alone)).toEqual(['proven', 'statement', false])
  expect([confidence(alone), confidence(shown)]).toEqual([0.6, 0.8])
  const read = { ...alone, claims: [console12], matches: [gateMatch(), clears] }
  expect([stateOf(read)[1], confidence(read)]).toEqual(['read-again', 1])
})

test('a statement that names the version that is weak proves nothing', () => {
  const signed = step(2, { ...done, id: step(2, {}).id, signedBy: '仮名 次郎', version: '7.2.4' })
  expect(stateOf({ responseSteps: [told, signed] })).toEqual(['done', undefined, true])
})

test('an accepted risk holds until its last day, and not for what is found or attacked later', () => {
  const accepted = step(2, { kind: 'risk-accepted', on: date('2026-11-12'), until: date('2026-11-30'), by: '院長', note: '12月に更新' })
  const steps = { responseSteps: [told, accepted] }
  expect(stateOf(steps)).toEqual(['risk-accepted', undefined, false])
  expect(stateOf(steps, date('2026-12-01'))).toEqual(['risk-accepted', undefined, true])
  const later = gateMatch({ id: ids.match('match:later'), advisory: 'CVE-2099-0002', foundOn: date('2026-11-15') })
  expect(stateOf({ ...steps, matches: [gateMatch(), later] })).toEqual(['risk-accepted', undefined, true])
  expect(stateOf({ ...steps, matches: [gateMatch({ knownExploitedOn: date('2026-11-15') })] })).toEqual(['risk-accepted', undefined, true])
})

test('a vendor neither accepts a risk for the facility nor signs its proof, and every step says what its kind needs', () => {
  const may = (some: Partial<ResponseStep>) => mayRespond([told], step(2, some), date('2026-11-20'))
  expect(may({ side: 'vendor', kind: 'accepted' })).toBe(true)
  expect(may({ side: 'vendor', kind: 'risk-accepted', until: date('2026-12-31'), by: 'x', note: 'x' })).toBe(false)
  expect(may({ side: 'facility', kind: 'risk-accepted', by: '院長', note: '予算' })).toBe(false)
  expect(may({ side: 'facility', kind: 'risk-accepted', until: date('2026-12-31'), by: '院長', note: '予算' })).toBe(true)
  expect(may({ kind: 'not-done' })).toBe(false)
  expect(may({ kind: 'not-done', notDone: 'no-budget' })).toBe(true)
  expect(may({ side: 'vendor', kind: 'done', signedBy: '仮名 次郎' })).toBe(false)
  expect(may({ side: 'vendor', kind: 'done', signedBy: '仮名 次郎', version: '7.2.12' })).toBe(true)
  expect(may({ side: 'vendor', kind: 'accepted', signedBy: '仮名 次郎', version: '7.2.12' })).toBe(false)
  expect(may({ kind: 'said' })).toBe(false)
  expect(may({ kind: 'said', evidence: ids.evidence('e:1') })).toBe(true)
})

test('one visit of the vendor clears what is due, and one that is agreed takes it along', () => {
  const second = gateMatch({ id: ids.match('match:fw'), line: 'firmware:::', advisory: 'CVE-2099-0003' })
  const { visitPlan } = worldOf(gateHospital({ matches: [gateMatch({ foundOn: date('2026-11-19') }), second] }))
  expect(visitPlan).toMatchObject([{ party: 'vendor:v:1', by: '2026-11-22', clears: ['d:gate|firmware'] }])
  const planned = step(2, { kind: 'planned', plannedOn: date('2026-11-25') })
  const agreed = worldOf(gateHospital({ responses: [response], responseSteps: [told, planned] }))
  expect(agreed.visitPlan).toMatchObject([{ by: '2026-11-25', clears: ['d:gate|firmware'] }])
})

test('a configuration that names hardware holds on that hardware alone', () => {
  const platforms = (line: string) =>
    worldOf(gateHospital({ matches: [gateMatch({ platforms: [line] })] })).weaknesses.map(({ verdict }) => verdict)
  const { installedProducts } = worldOf(gateHospital())
  expect(platforms(installedProducts.find(({ role, asset }) => role === 'hardware' && asset === 'd:gate')?.line ?? '')).toEqual([
    'affected',
    'affected',
  ])
  expect(platforms('hardware:another:model:')).toEqual([])
})
