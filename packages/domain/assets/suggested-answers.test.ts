import { a, aPicture, aReference, ids, inputs, smallNetwork } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'

const reference = aReference({
  items: ['mgr', 'reg', 'rem', 'mds', 'del', 'svc', 'src', 'bak'].map((topic, at) =>
    a.item({ id: ids.item(`r7:2-0${at}`), topic, number: topic }),
  ),
})
const set = makeRuleSet([], derivations, inputs)
const vendor = ids.vendor('v:1')
const today = date('2026-11-20')

function suggested(slices: Partial<Slices>): Readonly<Record<string, string>> {
  const picture = aPicture({ sheets: [a.ownSheet()], ...slices })
  const { world } = analyse(set, { picture, catalogue: { version: 't', reference, rules: new Map() }, asOf: today }, undefined, {
    strict: true,
  })
  return Object.fromEntries(
    world.suggestedAnswers.map(({ id, answer, because }) => [
      reference.items.find((item) => item.id === id)?.topic,
      [answer ?? '?', ...because.map(({ say, with: values }) => `${say} ${values?.count ?? values?.on}`)].join(' / '),
    ]),
  )
}

test('an empty register suggests nothing: the facility may keep its list elsewhere', () => {
  expect(suggested({})).toEqual({})
})

test('a safety manager who was entered suggests yes, and says beside it what the post lacks', () => {
  const manager = a.person({ roles: ['safety-manager'] })
  expect(suggested({ people: [manager] })).toEqual({ mgr: 'yes / manager-named 1' })
  expect(suggested({ people: [{ ...manager, securityAuthority: 'no' }] })).toEqual({ mgr: 'yes / manager-named 1 / manager-short 1' })
  expect(suggested({ people: [{ ...manager, until: date('2026-03-31') }] })).toEqual({})
})

test('a register that was gone through within a year suggests yes, unless something was found that it does not hold', () => {
  const assets = [a.asset({ confirmedOn: date('2026-05-01') })]
  expect(suggested({ assets })).toMatchObject({ reg: 'yes / assets-listed 1' })
  expect(suggested({ assets: [...assets, a.asset({ id: ids.asset('d:2'), unlisted: 'yes' })] })).toMatchObject({
    reg: 'no / assets-unlisted 1',
  })
})

test('an old register, and one without a date, suggest no answer but say why', () => {
  expect(suggested({ assets: [a.asset({ confirmedOn: date('2025-05-01') })] })).toMatchObject({ reg: '? / assets-old 2025-05-01' })
  expect(suggested({ assets: [a.asset()] })).toMatchObject({ reg: '? / assets-undated 1' })
})

test('remote maintenance that is known of every device with a vendor suggests yes', () => {
  expect(suggested({ assets: [a.asset({ vendor, remoteMaintenance: 'no' })] })).toMatchObject({ rem: 'yes / remote-known 1' })
  expect(suggested({ assets: [a.asset({ vendor })] })).toMatchObject({ rem: '? / remote-unknown 1' })
  const yes = [a.asset({ vendor, remoteMaintenance: 'yes' })]
  expect(suggested({ assets: yes })).toMatchObject({ rem: '? / remote-undeclared 1' })
  expect(suggested({ assets: yes, remotePaths: [a.remotePath({ assets: [ids.asset('d:1')] })] })).toMatchObject({
    rem: 'yes / remote-known 1',
  })
  const byVpn = a.remotePath({ assets: [ids.asset('d:1')], vpn: ids.vpn('vpn:1') })
  const givenUp = a.vpn({ endedOn: date('2026-10-01') })
  expect(suggested({ assets: yes, remotePaths: [byVpn], vpns: [givenUp] })).toMatchObject({ rem: '? / remote-undeclared 1' })
})

test('a missing disclosure sheet suggests no, all of them yes', () => {
  const device = a.asset({ kind: 'medical-device', vendor })
  expect(suggested({ assets: [device] })).toMatchObject({ mds: 'no / disclosure-missing 1' })
  expect(suggested({ assets: [{ ...device, disclosureOn: date('2026-04-01') }] })).toMatchObject({ mds: 'yes / disclosure-all 1' })
  const systems = [ids.system('s:1')]
  const disclosures = [a.disclosure({ system: ids.system('s:1') })]
  expect(suggested({ assets: [{ ...device, systems }], disclosures })).toMatchObject({ mds: 'yes / disclosure-all 1' })
})

test('accounts that are left suggest no, none left yes, and uncounted ones no answer', () => {
  const clean = a.accountList({ leavers: 0, unused: 0 })
  expect(suggested({ accounts: [clean] })).toEqual({ del: 'yes / accounts-clean 1' })
  expect(suggested({ accounts: [clean, a.accountList({ id: ids.accountList('ac:2') })] })).toEqual({ del: '? / accounts-uncounted 1' })
  expect(suggested({ accounts: [a.accountList({ leavers: 2, unused: 3 })] })).toEqual({ del: 'no / accounts-left 5' })
})

test('a program that runs and is not needed suggests no; only a register of all programs suggests yes', () => {
  const assets = [a.asset(), a.asset({ id: ids.asset('d:2') })]
  const software = [a.software({ needed: 'yes' })]
  expect(suggested({ assets, software })).toMatchObject({ svc: '? / software-unchecked 1' })
  expect(suggested({ assets: assets.slice(0, 1), software })).toMatchObject({ svc: 'yes / software-checked 1' })
  expect(suggested({ assets, software: [a.software({ needed: 'no' })] })).toMatchObject({
    svc: 'no / software-needless 1 / software-unchecked 1',
  })
})

describe('the map', () => {
  const small = smallNetwork()
  const src = (slices: Partial<Slices>) => suggested({ ...small, ...slices })['src']

  test('suggests no where a way is open that must not be, and says what else is not known', () => {
    expect(src({})).toBe('no / network-ways 2 / network-unknown 5')
    const pocket = a.asset({ id: ids.asset('d:pocket'), kind: 'mobile-router', ips: ['10.1.18.61'] })
    expect(src({ claims: [], assets: [...small.assets, pocket] })).toBe('no / network-mobile 1 / network-unknown 5')
  })

  test('suggests nothing sure while controls or entrances are unknown, and yes where all is known and closed', () => {
    expect(src({ claims: [] })).toBe('? / network-unknown 5')
    const closed = { claims: [], vpns: [], remotePaths: [], links: small.links.map((link) => ({ ...link, control: 'filter' as const })) }
    const stated = (id: string, some: object) => a.link({ id: ids.link(id), control: 'filter', ...some })
    const links = [...closed.links, stated('lk:cc', { fromAsset: ids.asset('d:core'), toZone: ids.zone('z:core') })]
    expect(src({ ...closed, links, lines: [] })).toBe('yes / network-clear 6')
    expect(src({ ...closed, links, lines: [a.line()] })).toBe('? / network-entrances-unknown 1')
    expect(suggested({ ...small, zones: [] })).not.toHaveProperty('src')
  })
})

test('backups suggest no where one was never put back, and yes only where each was within a year and lies out of reach', () => {
  const backup = (some: object) => suggested({ ...smallNetwork(), backups: [a.backup({ connection: 'offline', ...some })] })['bak']
  expect(backup({ restoreTestedOn: 'none' })).toBe('no / backups-never-tested 1')
  expect(backup({})).toBe('? / backups-untested 1')
  expect(backup({ restoreTestedOn: date('2025-01-10') })).toBe('? / backups-untested 1')
  expect(backup({ restoreTestedOn: date('2026-05-10') })).toBe('yes / backups-tested 1')
  const online = { restoreTestedOn: date('2026-05-10'), device: ids.asset('d:server'), connection: 'online' }
  expect(backup(online)).toBe('? / backups-reachable 1')
  expect(suggested({})).not.toHaveProperty('bak')
})

test('a suggestion points at no more than a few records, and all its sentences are in the catalogue', () => {
  const assets = Array.from({ length: 30 }, (_, at) => a.asset({ id: ids.asset(`d:${at + 10}`), kind: 'medical-device', vendor }))
  const picture = aPicture({ ...smallNetwork(), sheets: [a.ownSheet()], assets, backups: [a.backup()] })
  const { world } = analyse(set, { picture, catalogue: { version: 't', reference, rules: new Map() }, asOf: today })
  const words = new Set(reference.assetSentences.map(({ id }) => id))
  for (const { because } of world.suggestedAnswers) {
    for (const { say, facts } of because) {
      expect(facts.length).toBeLessThanOrEqual(5)
      expect(words.has(`answer:${say}`)).toBe(true)
    }
  }
})
