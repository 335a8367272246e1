import { type Change, type Picture, pictureOf, type SheetId, sliceNames } from '@mimamori/domain'
import { arbitraryChange, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayAnswer } from './may-answer.ts'

const start = startPicture()
const vendorSheets = start.slices.sheets.filter((one) => one.audience === 'vendor' && one.closedOn === undefined)
const sheet = vendorSheets[0]?.id as SheetId // the start has sheets of vendors
const answer = start.slices.answers.find((one) => one.sheet === sheet)?.id ?? ''
const elsewhere = start.slices.answers.find((one) => one.sheet !== sheet)?.id ?? ''

/** The picture with a discussion of this sheet and one of another. */
const picture: Picture = pictureOf({
  ...start,
  slices: {
    ...start.slices,
    discussions: [
      { id: 'dis:ours', sheet, item: 'r7:2-06', openedOn: '2026-11-20' },
      { id: 'dis:theirs', sheet: 'sh:other', item: 'r7:2-06', openedOn: '2026-11-20' },
    ] as never, // records without their branded ids
  },
})

function may(change: object): boolean {
  return mayAnswer(picture, change as Change, sheet) // written without branded ids
}

describe('a vendor on the screen', () => {
  test('may answer the items of its sheet, hand it in, reply, speak and add evidence', () => {
    expect(may({ kind: 'set', slice: 'answers', id: answer, fields: { answer: 'no', note: 'x' }, forget: ['pending'] })).toBe(true)
    expect(may({ kind: 'set', slice: 'sheets', id: sheet, fields: { returnedOn: '2026-11-20', replyBy: 'screen', answeredBy: 'x' } })).toBe(
      true,
    )
    expect(may({ kind: 'add', slice: 'requests', record: { id: 'rq:1', sheet, kind: 'reply', way: 'screen', on: '2026-11-20' } })).toBe(
      true,
    )
    expect(
      may({ kind: 'add', slice: 'messages', record: { id: 'm:1', discussion: 'dis:ours', side: 'vendor', on: '2026-11-20', text: 'x' } }),
    ).toBe(true)
    expect(may({ kind: 'add', slice: 'evidence', record: { id: 'ev:1', name: 'x', answers: [answer] } })).toBe(true)
  })

  test.each([
    ['an answer of another sheet', { kind: 'set', slice: 'answers', id: elsewhere, fields: { answer: 'yes' } }],
    ['the second check', { kind: 'set', slice: 'answers', id: answer, fields: { recheckedOn: '2026-11-20' } }],
    ['where an answer belongs', { kind: 'set', slice: 'answers', id: answer, fields: { sheet: 'sh:other' } }],
    ['a new answer row', { kind: 'add', slice: 'answers', record: { id: 'a:1', sheet, item: 'r7:2-06' } }],
    ['a reply on paper', { kind: 'set', slice: 'sheets', id: sheet, fields: { replyBy: 'paper' } }],
    ['the day of sending', { kind: 'set', slice: 'sheets', id: sheet, fields: { sentOn: '2026-11-20' } }],
    ['the due date', { kind: 'set', slice: 'sheets', id: sheet, fields: { dueOn: '2027-11-20' } }],
    ['to take its return back', { kind: 'set', slice: 'sheets', id: sheet, fields: {}, forget: ['returnedOn'] }],
    ['another sheet', { kind: 'set', slice: 'sheets', id: 'sh:other', fields: { answeredBy: 'x' } }],
    ['a chase-up', { kind: 'add', slice: 'requests', record: { id: 'rq:1', sheet, kind: 'chase-up', way: 'screen', on: '2026-11-20' } }],
    [
      'a reply by telephone',
      { kind: 'add', slice: 'requests', record: { id: 'rq:1', sheet, kind: 'reply', way: 'phone', on: '2026-11-20' } },
    ],
    [
      'words of the facility',
      { kind: 'add', slice: 'messages', record: { id: 'm:1', discussion: 'dis:ours', side: 'facility', on: '2026-11-20', text: 'x' } },
    ],
    [
      'words in a discussion of another',
      { kind: 'add', slice: 'messages', record: { id: 'm:1', discussion: 'dis:theirs', side: 'vendor', on: '2026-11-20', text: 'x' } },
    ],
    ['an agreement', { kind: 'set', slice: 'discussions', id: 'dis:ours', fields: { agreedOn: '2026-11-20', agreed: 'yes' } }],
    ['evidence for another sheet', { kind: 'add', slice: 'evidence', record: { id: 'ev:1', name: 'x', answers: [answer, elsewhere] } }],
    ['evidence for nothing', { kind: 'add', slice: 'evidence', record: { id: 'ev:1', name: 'x' } }],
  ])('may not write %s', (_, change) => {
    expect(may(change)).toBe(false)
  })

  test('may not write on a closed year', () => {
    const closed = {
      ...picture,
      slices: { ...picture.slices, sheets: picture.slices.sheets.map((one) => ({ ...one, closedOn: '2027-03-31' as never })) },
    } // a day of the calendar
    expect(mayAnswer(closed, { kind: 'set', slice: 'answers', id: answer, fields: { answer: 'yes' } }, sheet)).toBe(false)
  })

  test('whatever it sends: nothing but five kinds of records is touched, nothing is removed, retired or merged', () => {
    fc.assert(
      fc.property(arbitraryChange, (change) => {
        if (!mayAnswer(picture, change, sheet)) return
        expect(['add', 'set']).toContain(change.kind)
        expect(['answers', 'sheets', 'requests', 'messages', 'evidence']).toContain(change.slice)
      }),
      { numRuns: 2000 },
    )
    for (const slice of sliceNames)
      for (const change of [
        { kind: 'remove', slice, id: answer },
        { kind: 'merge', slice, keep: answer, gone: elsewhere },
        { kind: 'unmerge', slice, gone: elsewhere },
      ])
        expect(may(change)).toBe(false)
  })
})
