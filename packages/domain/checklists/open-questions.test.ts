import { a, aPicture, aReference, ids, inputs } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'
import { type OpenQuestion, openQuestions } from './open-questions.ts'

const shared = a.item()
const ours = a.item({ id: ids.item('r7:3-01'), number: '3-①', topic: 'chart', owners: ['facility'] })

function questions(slices: Partial<Slices>): readonly OpenQuestion[] {
  const picture = aPicture({ facility: [a.facility({ usesSystems: 'yes' })], ...slices })
  const catalogue = { version: 'test', reference: aReference({ items: [shared, ours] }), rules: new Map() }
  return openQuestions(analyse(makeRuleSet([], derivations, inputs), { picture, catalogue, asOf: date('2026-11-20') }).world)
}

const known = { remoteMaintenance: 'no', contract: 'none', extra: { backup: 'none' } } as const
const system = a.system({ vendor: ids.vendor('v:1'), ...known })
const vendors = [a.vendor(), a.vendor({ id: ids.vendor('v:2'), name: '例画像株式会社' })]
const asking = (item: string) => a.answer({ item: ids.item(item), pending: 'ask-vendor', pendingOn: date('2026-11-10') })

describe('an item that a vendor is to be asked about', () => {
  test('is open with the vendors whose form has not come back, until it is answered', () => {
    const slices = {
      vendors,
      systems: [system],
      sheets: [a.ownSheet(), a.sheet(), a.sheet({ id: ids.sheet('sh:v2'), vendor: ids.vendor('v:2'), returnedOn: date('2026-10-01') })],
      answers: [
        asking('r7:2-06'),
        a.answer({ id: ids.answer('a:2'), sheet: ids.sheet('sh:v1') }),
        a.answer({ id: ids.answer('a:3'), sheet: ids.sheet('sh:v2'), answer: 'yes', checkedOn: date('2026-10-01') }),
      ],
    }
    expect(questions(slices)).toMatchObject([{ about: { kind: 'item', item: 'r7:2-06' }, vendors: ['v:1'], since: '2026-11-10' }])
    expect(questions({ ...slices, answers: [a.answer({ answer: 'yes', checkedOn: date('2026-11-11') })] })).toEqual([])
  })

  test('counts as asked only with a recorded request; one that is on no form only by a request of that day or later', () => {
    const slices = { vendors, systems: [system], sheets: [a.ownSheet(), a.sheet()] }
    const request = (on: string) => [a.request({ on: date(on) })]
    expect(questions({ ...slices, answers: [asking('r7:2-06')] })[0]).not.toHaveProperty('askedOn')
    expect(questions({ ...slices, answers: [asking('r7:2-06')], requests: request('2026-09-01') })[0]).toMatchObject({
      askedOn: '2026-09-01',
    })
    expect(questions({ ...slices, answers: [asking('r7:3-01')], requests: request('2026-09-01') })[0]).not.toHaveProperty('askedOn')
    expect(questions({ ...slices, answers: [asking('r7:3-01')], requests: request('2026-11-12') })[0]).toMatchObject({
      askedOn: '2026-11-12',
    })
  })

  test('and was put off instead is found out in the house', () => {
    const later = a.answer({ item: ids.item('r7:3-01'), pending: 'later', pendingOn: date('2026-11-10') })
    expect(questions({ vendors, systems: [system], sheets: [a.ownSheet()], answers: [later] })).toMatchObject([{ vendors: [] }])
  })
})

describe('a fact of a system', () => {
  test('that is unknown is asked of its vendor, or found out in the house', () => {
    const person = a.person({ roles: ['safety-manager'] })
    const open = questions({
      vendors,
      people: [person],
      systems: [a.system({ vendor: ids.vendor('v:1') }), a.system({ id: ids.system('s:2') })],
    })
    expect(open.filter(({ about }) => about.kind === 'system').map(({ id, vendors: of }) => [id, of])).toEqual([
      ['systems s:1 contract', ['v:1']],
      ['systems s:1 remoteMaintenance', ['v:1']],
      ['systems s:1 backup', []],
      ['systems s:2 vendor', []],
      ['systems s:2 remoteMaintenance', []],
      ['systems s:2 backup', []],
    ])
  })

  test('is not asked for before the ten questions have come to it, unless somebody has said that they do not know', () => {
    expect(questions({ vendors, systems: [a.system()] })).toEqual([])
    const unsure = a.system({ vendor: ids.vendor('v:1'), extra: { unsure: 'contract=2026-11-18' } })
    expect(questions({ vendors, systems: [unsure] })).toMatchObject([{ id: 'systems s:1 contract', since: '2026-11-18' }])
  })
})

test('a question left with 「わからない」 and a fact of the facility are open in the house, with their day, until they are known', () => {
  const extra = { tenQuestions: '3=unknown 6=unknown', unsure: 'q3=2026-11-18 guestWifi=2026-11-19' }
  const open = questions({ facility: [a.facility({ extra })] })
  expect(open).toEqual([
    { id: 'question 3', about: { kind: 'question', number: 3 }, vendors: [], since: '2026-11-18' },
    { id: 'facility guestWifi', about: { kind: 'facility', fact: 'guestWifi' }, vendors: [], since: '2026-11-19' },
  ])
  expect(questions({ facility: [a.facility({ extra, founder: 'individual', guestWifi: 'no' })] })).toEqual([])
})
