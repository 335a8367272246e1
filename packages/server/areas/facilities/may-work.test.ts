import { type Change, type Picture, pictureOf, type VendorId } from '@mimamori/domain'
import { startPicture } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { maySettle, mayWork } from './may-work.ts'

const start = startPicture()
const own = 'v:1' as VendorId // a vendor of the start
const contact = { id: 'cc:9', vendor: own, newName: '新任 良子', from: '2026-12-01', sentOn: '2026-11-20', state: 'waiting' }
const asked = { id: 'vi:own.0001', visit: 'vi:own', side: 'vendor', kind: 'asked', on: '2026-11-20', wishedOn: '2026-12-06' }

/** A visit of the vendor that waits for the facility, one of another, and two changes of contact. */
const picture: Picture = pictureOf({
  ...start,
  slices: {
    ...start.slices,
    visits: [
      { id: 'vi:own', vendor: own, devices: 'x' },
      { id: 'vi:theirs', vendor: 'v:2', devices: 'x' },
    ] as never, // records without their branded ids
    visitSteps: [asked, { ...asked, id: 'vi:theirs.0001', visit: 'vi:theirs' }] as never, // the same
    contactChanges: [contact, { ...contact, id: 'cc:done', state: 'declined' }] as never, // the same
    plannedUpdates: [
      { id: 'upd:own', title: 'x', kind: 'os', vendor: own },
      { id: 'upd:theirs', title: 'x', kind: 'os', vendor: 'v:2' },
    ] as never, // the same
  },
})

const step = (some: object) => ({ kind: 'add', slice: 'visitSteps', record: { ...asked, id: 'vi:own.0002', ...some } }) as Change // without branded ids
const ofUpdate = (some: object) =>
  ({
    kind: 'add',
    slice: 'plannedUpdateSteps',
    record: { id: 'upd:own.0001', update: 'upd:own', side: 'vendor', kind: 'announced', on: '2026-11-20', ...some },
  }) as unknown as Change // without branded ids
const may = (change: object) => mayWork(picture, change as Change, own) // without branded ids

describe('a vendor', () => {
  test('may propose a contact, ask for a visit and go on with its own', () => {
    expect(may({ kind: 'add', slice: 'contactChanges', record: { ...contact, id: 'cc:new' } })).toBe(true)
    expect(may({ kind: 'add', slice: 'visits', record: { id: 'vi:new', vendor: own, devices: 'x' } })).toBe(true)
    expect(may(step({ visit: 'vi:new', id: 'vi:new.0001' }))).toBe(true)
    expect(may(step({ kind: 'withdrawn' }))).toBe(true)
    expect(may(ofUpdate({}))).toBe(true)
    expect(may({ kind: 'add', slice: 'evidence', record: { id: 'ev:new', name: '記録.pdf' } })).toBe(true)
  })

  test.each([
    [
      'a contact that is settled already',
      { kind: 'add', slice: 'contactChanges', record: { ...contact, id: 'cc:new', state: 'accepted' } },
    ],
    ['a contact of another vendor', { kind: 'add', slice: 'contactChanges', record: { ...contact, id: 'cc:new', vendor: 'v:2' } }],
    ['the settling of its own proposal', { kind: 'set', slice: 'contactChanges', id: 'cc:9', fields: { state: 'accepted' } }],
    ['a visit of another', { kind: 'add', slice: 'visits', record: { id: 'vi:new', vendor: 'v:2', devices: 'x' } }],
    ['a step of the visit of another', step({ visit: 'vi:theirs', kind: 'withdrawn' })],
    ["the facility's step", step({ side: 'facility', kind: 'accepted' })],
    ['the acceptance of its own time', step({ kind: 'accepted' })],
    ['the contact in its record', { kind: 'set', slice: 'vendors', id: own, fields: { contactName: 'x' } }],
    ['a step of the update of another', ofUpdate({ update: 'upd:theirs' })],
    ['the word to go of the facility', ofUpdate({ side: 'facility', kind: 'go' })],
    ['the word to go as its own', ofUpdate({ kind: 'go' })],
    ['evidence of an answer', { kind: 'add', slice: 'evidence', record: { id: 'ev:new', name: 'x', answers: ['a:1'] } }],
    ['the end of a visit in the list', { kind: 'remove', slice: 'visits', id: 'vi:own' }],
  ])('may not write %s', (_, change) => {
    expect(may(change)).toBe(false)
  })
})

describe('the facility', () => {
  test('settles what waits, once, and answers a visit as its own side', () => {
    const settle = (id: string, fields: object) => maySettle(picture, { kind: 'set', slice: 'contactChanges', id, fields })
    expect(settle('cc:9', { state: 'accepted', settledOn: '2026-11-20' })).toBe(true)
    expect(settle('cc:9', { newName: '別人' })).toBe(false)
    expect(settle('cc:done', { state: 'accepted' })).toBe(false)
    expect(maySettle(picture, step({ side: 'facility', kind: 'accepted' }))).toBe(true)
    expect(maySettle(picture, step({ side: 'vendor', kind: 'withdrawn' }))).toBe(false)
    expect(maySettle(picture, step({ side: 'facility', visit: 'vi:none', kind: 'asked' }))).toBe(false)
  })
})
