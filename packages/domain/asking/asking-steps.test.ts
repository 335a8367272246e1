import { a, aPicture, aReference, ids, inputs } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { VendorRequest } from '../checklists/index.ts'
import type { Slices } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'
import type { AskingStep } from './types.ts'

const text = { ja: '休み', en: 'closed' }
const holidays = [{ id: '2026-09-21', name: text, kind: 'national' as const }]

function stepOf(slices: Partial<Slices>, today: string): AskingStep | undefined {
  const catalogue = { version: 't', reference: aReference({ holidays }), rules: new Map() }
  const picture = aPicture({ vendors: [a.vendor({ secondContactName: '見本 次郎' })], ...slices })
  const { world } = analyse(makeRuleSet([], derivations, inputs), { picture, catalogue, asOf: date(today) }, undefined, { strict: true })
  return world.askingSteps[0]
}

const sent = a.sheet({ sentOn: date('2026-09-01') })

/** The record of steps, each with its kind, way and day. */
function asked(...steps: readonly [VendorRequest['kind'], VendorRequest['way'], string, Partial<VendorRequest>?][]) {
  return steps.map(([kind, way, on, more], at) => a.request({ id: ids.request(`r:${at}`), kind, way, on: date(on), ...more }))
}

describe('the next step in asking a vendor', () => {
  test('is the request, while nothing was sent', () => {
    expect(stepOf({ sheets: [a.sheet()] }, '2026-09-01')).toMatchObject({ state: 'to-send', why: 'not-sent', step: 'request' })
  })

  test('is awaited until its day, and due from then on', () => {
    const waiting = { sheets: [sent], requests: asked(['request', 'post', '2026-09-01']) }
    expect(stepOf(waiting, '2026-09-14')).toMatchObject({ state: 'waiting', step: 'chase-up', dueOn: '2026-09-15' })
    expect(stepOf(waiting, '2026-09-15')).toMatchObject({ state: 'due', step: 'chase-up', dueOn: '2026-09-15', why: 'silent' })
  })

  test('goes through reminder, telephone, second contact, head and notice', () => {
    const steps = asked(
      ['request', 'post', '2026-09-01'],
      ['chase-up', 'fax', '2026-09-15'],
      ['chase-up', 'phone', '2026-09-24'],
      ['second-contact', 'post', '2026-10-01'],
      ['head-letter', 'post', '2026-10-08'],
      ['notice', 'post', '2026-10-27'],
    )
    const next = steps.map((_, at) => stepOf({ sheets: [sent], requests: steps.slice(0, at + 1) }, '2026-11-20')?.step)
    expect(next).toEqual(['chase-up', 'phone', 'second-contact', 'head-letter', 'notice', undefined])
  })

  test('passes over the second contact where there is none', () => {
    const requests = asked(['request', 'post', '2026-09-01'], ['chase-up', 'fax', '2026-09-15'], ['chase-up', 'phone', '2026-09-24'])
    expect(stepOf({ vendors: [a.vendor()], sheets: [sent], requests }, '2026-11-20')?.step).toBe('head-letter')
  })

  test('a day on which offices are closed moves to the next working day', () => {
    const onSaturday = a.sheet({ sentOn: date('2026-09-05') })
    const requests = asked(['request', 'post', '2026-09-05'])
    expect(stepOf({ sheets: [onSaturday], requests }, '2026-09-10')?.dueOn).toBe('2026-09-22')
  })

  test('a late reminder puts the later steps off, as far as the schedule puts between the two', () => {
    const requests = asked(['request', 'post', '2026-09-01'], ['chase-up', 'fax', '2026-10-01'])
    expect(stepOf({ sheets: [sent], requests }, '2026-10-02')).toMatchObject({ step: 'phone', state: 'waiting', dueOn: '2026-10-05' })
  })

  test('the facility may set days of its own', () => {
    const facility = [a.facility({ chaseUpDays: 30 })]
    expect(stepOf({ facility, sheets: [sent], requests: asked(['request', 'post', '2026-09-01']) }, '2026-09-20')?.dueOn).toBe('2026-10-01')
  })

  test('a promise is waited for, and its passing is said', () => {
    const requests = asked(['request', 'post', '2026-09-01'], ['chase-up', 'phone', '2026-09-15', { promisedOn: date('2026-10-06') }])
    expect(stepOf({ sheets: [sent], requests }, '2026-10-06')).toMatchObject({ state: 'waiting', why: 'promised', dueOn: '2026-10-07' })
    expect(stepOf({ sheets: [sent], requests }, '2026-10-07')).toMatchObject({ state: 'due', why: 'promise-passed' })
  })

  test('what came back did not count, and is to be sent again another way', () => {
    const requests = asked(['request', 'post', '2026-09-01'], ['chase-up', 'mail', '2026-09-15'], ['came-back', 'mail', '2026-09-15'])
    expect(stepOf({ sheets: [sent], requests }, '2026-09-16')).toMatchObject({ state: 'due', why: 'came-back', step: 'chase-up' })
    const first = asked(['request', 'mail', '2026-09-01'], ['came-back', 'mail', '2026-09-02'])
    expect(stepOf({ sheets: [sent], requests: first }, '2026-09-03')).toMatchObject({ state: 'due', why: 'came-back' })
  })

  test('a letter that waits for approval has no day and is never late', () => {
    const approvals = [a.approval({ sheets: [sent.id] })]
    const step = stepOf({ sheets: [sent], requests: asked(['request', 'post', '2026-09-01']), approvals }, '2026-11-20')
    expect(step).toMatchObject({ state: 'awaiting-approval', approval: 'ok:1' })
    expect(step).not.toHaveProperty('dueOn')
  })

  test('there is none for a sheet that came back, or for the facility’s own', () => {
    expect(stepOf({ sheets: [a.sheet({ returnedOn: date('2026-09-10') }), a.ownSheet()] }, '2026-11-20')).toBeUndefined()
  })
})
