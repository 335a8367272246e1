import { addDays, type CalendarDate } from '@mimamori/domain'

/** A day in a calendar. `uid` stays the same for as long as it stands for the same thing, so that a moved day moves. */
export interface CalendarEntry {
  readonly uid: string
  readonly on: CalendarDate
  readonly title: string
}

export interface Calendar {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
  /** When it was made, in UTC. */
  readonly madeAt: Date
}

/** An iCalendar file of whole days (RFC 5545), as calendar programs read it. */
export function writeCalendar({ name, entries, madeAt }: Calendar): Uint8Array {
  const stamp = madeAt.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mimamori//Mimamori//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ]
  return Buffer.from(lines.map((line) => `${folded(line)}\r\n`).join(''))
}

/** NOTE: the end of a whole day is the day after (section 3.6.1), and a reminder takes nobody's time. */
function entryLines({ uid, on, title }: CalendarEntry, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(on)}`,
    `DTEND;VALUE=DATE:${plainDay(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function plainDay(day: CalendarDate): string {
  return day.replaceAll('-', '')
}

/** Section 3.3.11: a backslash before backslash, semicolon and comma; a line break as \n, other control characters never. */
function escaped(text: string): string {
  return [...text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('')
}

const octets = 75

/** Section 3.1: no line is longer than 75 octets; it goes on after a line break and a space, never within a letter. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (length + size > octets) {
      parts.push(part)
      part = ' '
      length = 1
    }
    part += letter
    length += size
  }
  return [...parts, part].join('\r\n')
}
