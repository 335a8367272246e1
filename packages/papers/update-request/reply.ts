import type { Context } from '../paper/context.ts'
import { type Block, factsInPairs, heading, line, row, say, sayPlain, small, table, type Worksheet } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Ask, AskedVendor } from './asked.ts'
import { askName, cellsOfDevice } from './letter.ts'
import type { UpdateWay } from './options.ts'

/** Reasons that a vendor may have; the other two are the facility's own. */
const reasonsOfVendor = ['no-budget', 'believed-closed', 'fear-of-malfunction', 'vendor-coordinating'] as const
const marks = ['ア', 'イ', 'ウ', 'エ', 'オ'] as const

/** お返事の用紙: one row for each update that is asked for, to be filled in by hand and sent back by FAX, by post or by hand. */
export function replyBlocks(at: Context, { vendor, asks }: AskedVendor, way: UpdateWay): readonly Block[] {
  const words = at.t.update
  const isFax = way === 'fax'
  const fax = at.facility?.fax
  return [
    heading(1, words.reply),
    factsInPairs(
      [
        [
          { label: words.replyTo, value: fax === undefined ? at.facilityName : say(words.replyToFax, { name: at.facilityName, fax }) },
          { label: words.company, value: vendor.name },
        ],
      ],
      25,
    ),
    small(words.replyLead),
    table(
      words.reply,
      [
        { title: words.number, width: 13, align: 'center', names: true },
        { title: words.what, width: 'rest' },
        { title: words.answer, width: isFax ? 37 : 32, align: 'center' },
        { title: words.impact, width: isFax ? 24 : 23, align: 'center' },
        { title: words.day, width: isFax ? 25 : 24, align: 'center' },
        { title: words.why, width: isFax ? 24 : 32 },
      ],
      asks.map((ask, n) =>
        row(
          String(n + 1),
          line(ask.name, '\n', devicesOf(at, ask)),
          ask.isQuestion ? words.choicesVersion : words.choices,
          words.impactChoices,
          '',
          '',
        ),
      ),
      13,
    ),
    small(line(words.reasons, ...reasons(at).map((reason, n) => say(words.reason, { mark: marks[n] ?? '', reason })))),
    small(at.t.request.patients),
    { kind: 'writing', label: words.remarks, heightMm: 30 },
    { kind: 'signatures', labels: [words.department, words.name, words.phone, words.answeredOn], columns: 2 },
  ]
}

function devicesOf(at: Context, { devices }: Ask): string {
  const name = devices[0]?.asset.name ?? ''
  return devices.length > 1 ? sayPlain(at.t.responses.devicesMore, { names: name, n: devices.length - 1 }) : name
}

function reasons(at: Context): readonly string[] {
  const known = reasonsOfVendor.flatMap((id) => at.world.notDoneReasons.find((one) => one.id === id)?.name[at.lang] ?? [])
  return [...known, at.t.update.other]
}

/** The same by device, to be filled in on a PC. */
export function replyWorksheet(at: Context, { vendor, asks }: AskedVendor, n: number): Worksheet {
  const words = at.t.update
  const columns = [
    { title: words.number, width: 14, align: 'center', names: true },
    { title: words.what, width: 40 },
    { title: words.deviceOnly, width: 40 },
    { title: words.room, width: 26 },
    { title: words.modelOnly, width: 34 },
    { title: words.serial, width: 34 },
    { title: words.version, width: 24 },
    { title: words.fixed, width: 26 },
    { title: words.dueShort, width: 22, align: 'center' },
    { title: words.answer, width: 30, choices: [words.answerYes, words.answerChecking, words.answerNotAffected, words.answerNotYet] },
    { title: words.impact, width: 24, choices: [words.impactNone, words.impactSome, words.impactChecking] },
    { title: words.day, width: 22, align: 'center' },
    { title: words.why, width: 40 },
  ] as const
  const rows = asks.flatMap((ask, of) =>
    ask.devices.map((device, place) => {
      const { name, room, model, serial, version, fixed } = cellsOfDevice(at, ask, device)
      const cells = [name, room, model, serial, version, fixed, shortDay(ask.dueOn, at.lang)]
      return row(`${of + 1}-${place + 1}`, askName(at, ask, of + 1), ...cells, '', '', '', '')
    }),
  )
  return {
    file: `update-${String(n).padStart(2, '0')}`,
    name: vendor.name,
    heading: words.heading,
    lines: [
      [at.t.checklist.facility, at.facilityName],
      [words.company, vendor.name],
      [words.answeredBy, ''],
    ],
    table: table(words.heading, columns, rows),
    notes: [words.only, at.t.request.patients],
  }
}
