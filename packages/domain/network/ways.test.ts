import { a, check, expectFindings, ids, smallNetwork } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import type { Slices } from '../picture.ts'
import { eligibilityJoined } from './eligibility-joined.ts'
import { guestReachesInside } from './guest-reaches-inside.ts'
import { internetReachesInside } from './internet-reaches-inside.ts'
import { officeReachesCare } from './office-reaches-care.ts'
import { partnerReachesBeyond } from './partner-reaches-beyond.ts'
import type { LinkControl } from './types.ts'

const small = smallNetwork()

function joined(from: string, to: string, control: LinkControl = 'none'): Partial<Slices> {
  const link = a.link({ id: ids.link('lk:new'), fromZone: ids.zone(from), toZone: ids.zone(to), control })
  return { ...small, links: [...small.links, link] }
}

function withoutHub(): typeof small {
  return { ...small, claims: small.claims.filter(({ asset }) => asset !== 'd:ap') }
}

describe('visitors who reach what is inside', () => {
  test('are told of step by step, once for each class of zone, and not the equipment that can only perhaps be reached', () => {
    const findings = check(guestReachesInside, small)
    expectFindings(findings, [
      { subjects: ['z:clinical', 'z:guest'], severity: 'critical', because: ['start', 'hop', 'hop-to-hub', 'hop-from-hub', 'target'] },
      {
        subjects: ['z:guest', 'z:server'],
        severity: 'critical',
        because: ['start', 'hop', 'hop-to-hub', 'hop-from-hub', 'hop', 'hop', 'target'],
      },
    ])
    for (const { because } of findings) for (const { facts } of because) expect(facts.length).toBeGreaterThan(0)
    expect(findings[0]?.because[2]?.facts).toContainEqual({ slice: 'claims', id: 'cl:mac-ap', field: 'link' })
  })

  test('are told of once where several zones of one class are reached', () => {
    const ward = a.zone({ id: ids.zone('z:ward'), name: '病棟', trust: 'clinical' })
    const link = a.link({ id: ids.link('lk:ward'), fromZone: ids.zone('z:clinical'), toZone: ids.zone('z:ward'), control: 'none' })
    const findings = check(guestReachesInside, { ...small, zones: [...small.zones, ward], links: [...small.links, link] })
    expect(findings.map(({ subjects }) => subjects)).toEqual([
      ['z:clinical', 'z:guest'],
      ['z:guest', 'z:server'],
    ])
    expect(findings[0]?.because.at(-1)).toMatchObject({ say: 'more', with: { count: 1 }, aside: true })
  })

  test('are less grave in the office, and where a control is not known', () => {
    expect(check(guestReachesInside, { ...withoutHub(), links: joined('z:guest', 'z:office').links ?? [] })).toMatchObject([
      { severity: 'medium' },
    ])
    const possible = check(guestReachesInside, { ...withoutHub(), links: joined('z:guest', 'z:server', 'unknown').links ?? [] })
    expectFindings(possible, [
      { subjects: ['z:guest', 'z:server'], severity: 'medium', because: ['start', 'hop-unknown', 'target-possible', 'more'] },
    ])
  })

  test('are none where the base hangs nowhere else, and where a filter stands', () => {
    expectFindings(check(guestReachesInside, withoutHub()), [])
    expectFindings(check(guestReachesInside, { ...withoutHub(), links: joined('z:guest', 'z:server', 'filter').links ?? [] }), [])
  })
})

test('the closed network of the eligibility check is not joined to what goes to the internet', () => {
  expectFindings(check(eligibilityJoined, joined('z:office', 'z:eligibility')), [
    { subjects: ['z:eligibility', 'z:office'], severity: 'high', because: ['start', 'hop', 'target'] },
  ])
  expectFindings(check(eligibilityJoined, joined('z:office', 'z:eligibility', 'unknown')), [
    { subjects: ['z:eligibility', 'z:office'], severity: 'medium' },
  ])
  expectFindings(check(eligibilityJoined, { ...joined('z:office', 'z:eligibility'), lines: [] }), [])
  expectFindings(check(eligibilityJoined, small), [])
})

test('the internet gets in where a line ends on a device of which nobody knows what it holds back, and not past a firewall', () => {
  const open = a.link({ id: ids.link('lk:l'), fromLine: ids.line('line:internet'), toAsset: ids.asset('d:fw'), control: 'none' })
  expectFindings(check(internetReachesInside, { ...small, links: [...small.links, open] }), [])
  const direct = a.line({ id: ids.line('line:second'), kind: 'internet', device: ids.asset('d:office-pc') })
  expectFindings(check(internetReachesInside, { ...small, lines: [...small.lines, direct] }), [
    { subjects: ['line:second', 'z:office'], severity: 'high', because: ['start', 'hop-unknown', 'hop', 'target-possible'] },
  ])
  expectFindings(check(internetReachesInside, small), [])
})

test('the office does not reach the servers of care, nor medical devices, unless it is off the internet', () => {
  expectFindings(check(officeReachesCare, joined('z:office', 'z:server')), [{ subjects: ['z:office', 'z:server'], severity: 'medium' }])
  expectFindings(check(officeReachesCare, { ...joined('z:office', 'z:server'), lines: [] }), [])
  const medical = a.zone({ id: ids.zone('z:medical'), trust: 'medical-device' })
  const both = { ...joined('z:office', 'z:medical'), zones: [...small.zones, medical], lines: [] }
  expectFindings(check(officeReachesCare, both), [{ subjects: ['z:medical', 'z:office'] }])
  expectFindings(check(officeReachesCare, small), [])
})

describe('a vendor', () => {
  const tool = a.remotePath({ id: ids.remotePath('remote:tool'), way: 'cloud-tool', assets: [ids.asset('d:server')] })

  test('that gets further than the devices it works on is told of, with what it works on', () => {
    const findings = check(partnerReachesBeyond, { ...small, remotePaths: [tool], vpns: [], lines: [] })
    expectFindings(findings, [{ subjects: ['remote:tool', 'z:clinical'], severity: 'high', parties: ['facility'] }])
    expect(findings[0]?.because[0]?.facts).toContainEqual({ slice: 'remotePaths', id: 'remote:tool', field: 'assets' })
  })

  test('is told of once, and not again for the VPN and the line that it comes by', () => {
    expectFindings(check(partnerReachesBeyond, small), [{ subjects: ['remote:chart', 'z:clinical'], severity: 'medium' }])
  })

  test('that reaches only the zone of its devices is not told of', () => {
    const links = small.links.filter(({ id }) => id !== 'lk:core-server')
    expectFindings(check(partnerReachesBeyond, { ...small, links }), [])
  })
})
