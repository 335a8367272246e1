import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@mimamori/catalog'
import { analyse, byId, date, lineOfProduct, ruleSetFor, trackFindings } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { a, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../examples/hospital-180beds', import.meta.url))
const catalogue = loadCatalogue()
const set = ruleSetFor(catalogue)
const line = lineOfProduct({ role: 'firmware', vendor: 'Fortinet', name: 'FortiGate-40F', version: '7.2.4' })
const match = a.match({
  line,
  product: 'fortinet:fortios',
  name: 'FortiGate-40F',
  advisory: 'CVE-2023-27997',
  cves: ['CVE-2023-27997'],
  knownExploitedOn: date('2023-06-13'),
  automatable: 'yes',
  impact: 'total',
  devices: 2,
  fixedVersion: '7.2.12',
})

test('in the example the gate for remote reading is on fire, goes to its vendor, and its spare is calm', async () => {
  const { picture } = await readFolder(folder, { asOf: date('2026-11-20') })
  const now = { picture: { ...picture, slices: { ...picture.slices, matches: [match] } }, catalogue, asOf: date('2026-11-20') }
  const { findings, world, failures } = analyse(set, now, undefined, { strict: true })
  expect(failures).toEqual([])
  const due = findings.filter(({ rule }) => rule === 'vulnerabilities/update-due')
  expect(due.map(({ subjects, severity, parties }) => [subjects[0], severity, parties])).toEqual([
    ['d:gate-reading', 'critical', ['vendor:v:rei-gazo', 'facility']],
    ['d:gate-reading-spare', 'low', ['vendor:v:rei-gazo', 'facility']],
  ])
  expect(due.map(({ because }) => because[0]?.say)).toEqual(['exploited-entrance', 'calm'])
  expect(byId(world.exposures, 'd:gate-reading-spare')?.because).toBe('spare')
  expect(world.visitPlan.map(({ party, assets }) => [party, assets])).toEqual([['vendor:v:rei-gazo', ['d:gate-reading']]])
})

test('the console after the update closes it as done', async () => {
  const { picture } = await readFolder(folder, { asOf: date('2026-11-20') })
  const open = { ...picture, slices: { ...picture.slices, matches: [match] } }
  const first = analyse(set, { picture: open, catalogue, asOf: date('2026-11-20') })
  const rows = trackFindings({ picture: open, analysis: first, catalogue, asOf: date('2026-11-20') }, [])
  const register = rows.map(({ row }) => row).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const read = a.claim({
    id: ids.claim('claim:after'),
    asset: ids.asset('d:gate-reading'),
    by: 'device',
    seenAt: '2026-11-24',
    firmware: '7.2.12',
  })
  const claims = [...picture.slices.claims, read].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const after = { ...open, slices: { ...open.slices, claims, matches: [{ ...match, devices: 1 }] } }
  const second = analyse(set, { picture: after, catalogue, asOf: date('2026-11-25') })
  const tracked = trackFindings({ picture: after, analysis: second, catalogue, asOf: date('2026-11-25') }, register)
  expect(tracked.find(({ id }) => id === 'vulnerabilities/update-due|d:gate-reading#fortinet:fortios')?.state).toBe('done')
})
