import { a, aReference, check, entryOf, expectFindings, gateHospital, gateMatch, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { freezeNear } from './freeze-near.ts'
import { lineOfProduct } from './line-of-product.ts'
import { notDone } from './not-done.ts'
import { notProven } from './not-proven.ts'
import { responseEnded } from './response-ended.ts'
import { tellAgain } from './tell-again.ts'
import { toldSilent } from './told-silent.ts'
import { updateDue } from './update-due.ts'
import { updateNotReady } from './update-not-ready.ts'
import { updatesForPcs } from './updates-for-pcs.ts'
import { versionUnknown } from './version-unknown.ts'
import { versionsMixed } from './versions-mixed.ts'
import { warningUnanswered } from './warning-unanswered.ts'

const response = a.response({ assets: [ids.asset('d:gate')], vendor: ids.vendor('v:1') })

test('an entrance with a weakness that is used in attacks is critical, and the vendor of the contract acts first', () => {
  const [gate, spare] = check(updateDue, gateHospital())
  expect(gate).toMatchObject({ severity: 'critical', parties: ['vendor:v:1', 'facility'], subjects: ['d:gate'], dueOn: '2026-11-13' })
  expect(gate?.because.map(({ say }) => say)).toEqual(
    expect.arrayContaining(['exploited-entrance', 'version', 'fixed', 'maintenance', 'ransomware', 'lower-reached']),
  )
  expect(spare).toMatchObject({ severity: 'low', subjects: ['d:gate-spare'] })
  expect(spare?.because.map(({ say }) => say)).toEqual(expect.arrayContaining(['calm', 'spare']))
  expect(spare?.dueOn).toBeUndefined()
})

test('the reasons of a finding are the sentences that the pages show', () => {
  const sentences = new Map(aReference().urgencySentences.map(({ id, says }) => [id, says]))
  const { says } = entryOf('vulnerabilities/update-due')
  const shared = Object.keys(says).flatMap((key) => {
    const found = sentences.get(`exposure:${key}`) ?? sentences.get(key.replace(/^(human|assumed|lower)-/, '$1:'))
    return found ? [[says[key], found]] : []
  })
  expect(shared.length).toBeGreaterThan(15)
  for (const [own, other] of shared) expect(own).toEqual(other)
})

const pc = (id: string, os: string) => a.asset({ id: ids.asset(id), kind: 'pc', os })
const oldLine = lineOfProduct({ role: 'os', name: '例OS', version: '10.0.100' })
const pcs = [pc('d:pc1', '例OS 10.0.100'), pc('d:pc2', '例OS 10.0.100'), pc('d:pc3', '例OS 10.0.200')]
const ofPcs = gateMatch({ line: oldLine, product: 'example:os' })

test('many PCs with one product are one finding, and the old versions among them another', () => {
  const some = { facility: [a.facility()], assets: pcs, matches: [ofPcs] }
  expectFindings(check(updateDue, some), [])
  expectFindings(check(updatesForPcs, some), [{ subjects: ['f:mimamori'], parties: ['facility'] }])
  const [mixed] = check(versionsMixed, some)
  expect(mixed?.because[0]?.with).toEqual({ product: '例OS', versions: 2, pcs: 3, old: 2 })
  // Whoever may not see what is published must not see either what follows from it.
  expect(mixed?.because[0]?.facts).toContainEqual(expect.objectContaining({ slice: 'matches', id: ofPcs.id }))
})

test('a version that nobody knows is asked for, for all PCs at once', () => {
  const unknown = { line: lineOfProduct({ role: 'os', name: '例OS' }), product: 'example:os', verdict: 'unknown' } as const
  const some = { facility: [a.facility()], assets: [pc('d:pc1', '例OS'), pc('d:pc2', '例OS')], matches: [gateMatch(unknown)] }
  expectFindings(check(versionUnknown, some), [{ subjects: ['f:mimamori'], because: ['no-version'] }])
})

test('a vendor that was told and is silent is named, and so is one that nobody told', () => {
  expectFindings(check(toldSilent, { responses: [response] }), [
    { subjects: ['resp:1', 'v:1'], because: ['not-told'], parties: ['facility'] },
  ])
  expectFindings(check(toldSilent, { responses: [response], responseSteps: [a.responseStep()] }), [
    { subjects: ['resp:1', 'v:1'], because: ['told'], parties: ['vendor:v:1', 'facility'], dueOn: '2026-11-18' },
  ])
  const accepted = a.responseStep({ id: ids.responseStep('resp:1.0002'), side: 'vendor', kind: 'accepted' })
  expectFindings(check(toldSilent, { responses: [response], responseSteps: [a.responseStep(), accepted] }), [])
})

test('a vendor that stays silent is reminded, called, and asked by way of others, each a week after the last', () => {
  const told = (number: number, on: string) => a.responseStep({ id: ids.responseStep(`resp:1.000${number}`), on: date(on) })
  const days = ['2026-10-05', '2026-10-13', '2026-10-20', '2026-10-27', '2026-11-04'].map((on, at) => told(at + 1, on))
  const second = a.vendor({ secondContactName: '上司 一郎' })
  const others = { vendors: [second, a.vendor({ id: ids.vendor('v:2') })], contracts: [a.contract({ vendor: ids.vendor('v:2') })] }
  const device = a.asset({ id: ids.asset('d:gate'), contract: a.contract().id })
  const next = (steps: readonly ReturnType<typeof told>[]) =>
    check(tellAgain, { ...others, assets: [device], responses: [response], responseSteps: steps }).map(({ severity, because }) => [
      because[0]?.say,
      severity,
    ])
  expect(days.map((_, at) => next(days.slice(0, at + 1)))).toEqual([
    [['remind', 'medium']],
    [['phone', 'medium']],
    [['second-contact', 'high']],
    [['prime-vendor', 'high']],
    [['head-letter', 'high']],
  ])
  expect(next([...days, told(6, '2026-11-11')])).toEqual([])
  expect(next([told(1, '2026-11-18')])).toEqual([])
})

test('what a vendor has said begins its reminders anew, and a day that has passed without a word is named', () => {
  const told = a.responseStep({ on: date('2026-10-05') })
  const planned = a.responseStep({ id: ids.responseStep('resp:1.0002'), side: 'vendor', kind: 'planned', plannedOn: date('2026-11-18') })
  const says = (...steps: readonly ReturnType<typeof a.responseStep>[]) =>
    check(tellAgain, { responses: [response], responseSteps: [told, ...steps] }).map(({ because }) => because.map(({ say }) => say))
  expect(says(planned)).toEqual([['visit-passed', 'remind']])
  expect(says({ ...planned, plannedOn: date('2026-11-20') })).toEqual([])
  const again = a.responseStep({ id: ids.responseStep('resp:1.0003'), on: date('2026-11-19') })
  expect(says(planned, again)).toEqual([])
  const workaround = { ...planned, kind: 'workaround' as const, until: date('2026-11-18'), note: '遮断' }
  expect(says(workaround)).toEqual([['ended', 'remind']])
})

test('a word of the vendor that answers nothing puts its reminder off by a week, and no longer', () => {
  const said = (on: string) =>
    a.responseStep({ id: ids.responseStep('resp:1.0002'), side: 'vendor', kind: 'said', note: '確認します', on: date(on) })
  const findings = (on: string) =>
    check(tellAgain, { responses: [response], responseSteps: [a.responseStep({ on: date('2026-10-05') }), said(on)] })
  expectFindings(findings('2026-11-18'), [])
  expectFindings(findings('2026-11-10'), [{ subjects: ['resp:1', 'v:1'], because: ['remind'] }])
})

test('work that is due within the week is asked about on its day', () => {
  const soon = { ...response, dueOn: date('2026-11-19') }
  const steps = [a.responseStep({ on: date('2026-11-17') })]
  expectFindings(check(tellAgain, { responses: [soon], responseSteps: steps }), [{ subjects: ['resp:1', 'v:1'], because: ['remind'] }])
})

test('an accepted risk and a workaround are named on the day after their last', () => {
  const accepted = a.responseStep({ kind: 'risk-accepted', until: date('2026-11-19'), by: '院長', note: '予算' })
  expectFindings(check(responseEnded, { responses: [response], responseSteps: [accepted] }), [
    { subjects: ['resp:1'], because: ['risk-accepted'] },
  ])
  expectFindings(check(responseEnded, { responses: [response], responseSteps: [{ ...accepted, until: date('2026-11-20') }] }), [])
})

test('work that is done waits for its proof; where the old version is still read, it is graver', () => {
  const done = a.responseStep({ kind: 'done', side: 'vendor', on: date('2026-11-14') })
  const said = { responses: [response], responseSteps: [done] }
  expectFindings(check(notProven, said), [{ subjects: ['resp:1'], because: ['not-read'], severity: 'medium' }])
  expectFindings(check(notProven, { ...gateHospital(), ...said }), [{ subjects: ['resp:1'], because: ['still-weak'], severity: 'high' }])
})

test.each(aReference().notDoneReasons.map(({ id }) => id))('the reason %s has words and a way on', (reason) => {
  const step = a.responseStep({ kind: 'not-done', notDone: reason })
  expectFindings(check(notDone, { responses: [response], responseSteps: [step] }), [{ subjects: ['resp:1'], because: [reason] }])
})

test('a warning is named until somebody has looked, and one that concerns something here until it is answered', () => {
  const warning = a.warning({ urgency: 'at-once' })
  expectFindings(check(warningUnanswered, { warnings: [warning] }), [{ subjects: ['w:1'], because: ['not-looked'], severity: 'critical' }])
  const concerns = { ...warning, concerns: 'yes' as const }
  expectFindings(check(warningUnanswered, { warnings: [concerns] }), [{ subjects: ['w:1'], because: ['no-response'] }])
  expectFindings(check(warningUnanswered, { warnings: [concerns], responses: [{ ...response, warning: warning.id }] }), [])
  expectFindings(check(warningUnanswered, { warnings: [{ ...warning, concerns: 'no' }] }), [])
})

const revision = a.plannedUpdate({ dueOn: date('2027-01-01'), vendor: ids.vendor('v:1') })

test('a planned update says in order what is missing, and nothing once it may go', () => {
  expectFindings(check(updateNotReady, { plannedUpdates: [revision] }), [
    { subjects: ['up:1'], because: ['no-test-bed', 'not-tested', 'touches-unknown', 'no-roll-back', 'no-go'], dueOn: '2026-12-02' },
  ])
  const ready = { ...revision, testBed: ids.asset('d:1'), touches: [], rollBack: '控えから戻す' }
  const tested = a.plannedUpdateStep({ kind: 'tested', result: 'worked' })
  const go = a.plannedUpdateStep({ id: ids.plannedUpdateStep('up:1.0002'), side: 'facility', kind: 'go' })
  expectFindings(check(updateNotReady, { plannedUpdates: [ready], plannedUpdateSteps: [tested] }), [
    { subjects: ['up:1'], because: ['no-go'] },
  ])
  expectFindings(check(updateNotReady, { plannedUpdates: [ready], plannedUpdateSteps: [tested, go] }), [])
  const failed = { ...tested, result: 'failed' as const }
  expectFindings(check(updateNotReady, { plannedUpdates: [ready], plannedUpdateSteps: [failed, go] }), [
    { subjects: ['up:1'], because: ['not-tested'] },
  ])
})

test('what falls due while nothing may be changed is named before that', () => {
  const freeze = { ...revision, assets: [ids.asset('d:gate')], freezeFrom: date('2026-11-25'), freezeUntil: date('2027-01-05') }
  expectFindings(check(freezeNear, gateHospital({ plannedUpdates: [freeze] })), [{ subjects: ['up:1'], dueOn: '2026-11-25' }])
  expectFindings(check(freezeNear, gateHospital({ plannedUpdates: [{ ...freeze, freezeFrom: date('2026-12-20') }] })), [])
})
