import { date } from '@mimamori/domain'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCalendar } from './fixtures/read-calendar.ts'
import { writeCalendar } from './ics.ts'

const madeAt = new Date('2026-11-20T03:04:05.678Z')
const entry = { uid: 'x1@mimamori', on: date('2026-12-31'), title: 'みまもり:やることの期限(7K3M-2QXH)' }
const text = (some: { name?: string; title?: string } = {}) =>
  Buffer.from(
    writeCalendar({
      name: some.name ?? 'みまもり',
      madeAt,
      entries: [{ ...entry, ...(some.title !== undefined && { title: some.title }) }],
    }),
  ).toString()

describe('a calendar file', () => {
  test('holds whole days with a stamp in UTC, and ends on the day after', () => {
    const { events, properties } = readCalendar(text())
    expect(properties).toMatchObject({ VERSION: '2.0', PRODID: expect.stringContaining('Mimamori'), 'X-WR-CALNAME': 'みまもり' })
    expect(events).toEqual([
      {
        UID: 'x1@mimamori',
        DTSTAMP: '20261120T030405Z',
        'DTSTART;VALUE=DATE': '20261231',
        'DTEND;VALUE=DATE': '20270101',
        SUMMARY: 'みまもり:やることの期限(7K3M-2QXH)',
        TRANSP: 'TRANSPARENT',
      },
    ])
  })

  test('has no line of more than 75 octets, and none that is cut within a letter', () => {
    const long = text({ title: '更新プログラムを当てる𠮷野家、'.repeat(20) })
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long).not.toContain('\ufffd')
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('without days is a calendar all the same', () => {
    expect(readCalendar(Buffer.from(writeCalendar({ name: 'x', madeAt, entries: [] })).toString()).events).toEqual([])
  })

  test.each([
    ['a; b, c \\ d', 'a; b, c \\ d'],
    ['one\ntwo\r\nthree', 'one\ntwo\nthree'],
    ['END:VEVENT\r\nBEGIN:VALARM', 'END:VEVENT\nBEGIN:VALARM'],
    ['bell\u0007 and tab\t', 'bell and tab'],
  ])('says %j and nothing of the file itself', (title, read) => {
    const { events } = readCalendar(text({ title }))
    expect(events).toHaveLength(1)
    expect(events[0]?.SUMMARY).toBe(read)
  })

  test('is read back as it was written, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const plain = [...title.replace(/\r\n|\r/g, '\n')]
          .filter((letter) => letter === '\n' || (letter >= ' ' && letter !== '\u007f'))
          .join('')
        expect(readCalendar(text({ title })).events[0]?.SUMMARY).toBe(plain)
      }),
    )
  })
})
