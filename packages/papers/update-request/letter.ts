import type { Vendor } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import {
  type Block,
  facts,
  gap,
  group,
  heading,
  line,
  paragraph,
  type Rich,
  type Row,
  row,
  say,
  sayPlain,
  small,
  table,
} from '../paper/index.ts'
import { dayWithWeekday } from '../paper/made.ts'
import { contactOf, numberAndDay, personOf, sender } from '../vendor-request/letter.ts'
import type { Ask, AskedDevice, AskedVendor } from './asked.ts'
import type { UpdateWay } from './options.ts'

/** The letter in the head's name, with every device that is meant, and what is asked back. */
export function letterBlocks(at: Context, asked: AskedVendor, way: UpdateWay): readonly Block[] {
  const words = at.t.update
  const { request } = at.t
  return [
    ...numberAndDay(at, numberOf(at, asked.vendor)),
    paragraph(addresseeOf(at, asked.vendor)),
    ...sender(at, 'request'),
    gap(2),
    heading(1, words.heading),
    paragraph(request.greeting),
    paragraph(say(asked.asks.every(({ isQuestion }) => isQuestion) ? words.askVersions : words.ask, { us: at.us })),
    paragraph(words.notAtOnce),
    paragraph(words.only),
    paragraph(request.details, { align: 'center' }),
    facts(details(at, asked, way), { labelMm: 45 }),
    heading(2, words.devices),
    deviceTable(at, asked.asks, way),
    small(request.genuine),
    small(words.keepClose, { withNext: true }),
    ...(request.end === '' ? [] : [paragraph(request.end, { align: 'right' })]),
  ]
}

/** The number under which the last letter to this vendor that was put up for approval goes out. */
function numberOf(at: Context, { id }: Vendor): string | undefined {
  const letters = at.slices.approvals.filter(({ vendor, state }) => vendor === id && (state === 'waiting' || state === 'approved'))
  return letters.toSorted((a, b) => (`${a.draftedOn}|${a.id}` < `${b.draftedOn}|${b.id}` ? -1 : 1)).at(-1)?.documentNumber
}

/** 例システム株式会社 御中 / 医療部 見本 花子 様. */
export function addresseeOf(at: Context, vendor: Vendor): Rich {
  return line(say(at.t.request.to, { vendor: vendor.name }), '\n', personOf(at, vendor))
}

function details(at: Context, { asks }: AskedVendor, way: UpdateWay): readonly (readonly [Rich, Rich])[] {
  const words = at.t.update
  const devices = new Set(asks.flatMap((one) => one.devices.map(({ asset }) => asset.id))).size
  const first = asks.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]
  return [
    [words.about, say(words.aboutValue, { asks: asks.length, devices })],
    [words.answerBy, first === undefined || first < at.asOf ? words.answerSoon : dayWithWeekday(first, at.lang)],
    [words.back, words.backValue],
    [words.how, wayBack(at, way)],
    [at.t.request.contact, contactOf(at)],
  ]
}

function wayBack(at: Context, way: UpdateWay): Rich {
  const words = at.t.update
  const fax = at.facility?.fax
  if (way === 'post') return words.howPost
  if (way === 'hand') return say(words.howHand, { us: at.us })
  return fax === undefined ? words.howFaxBlank : say(words.howFax, { fax })
}

/** Every device with its number, grouped by what is to be put in; the head of a group stands on each of its pages again. */
function deviceTable(at: Context, asks: readonly Ask[], way: UpdateWay): Block {
  const words = at.t.update
  const version = way === 'fax' ? 31 : 27
  const columns = [
    { title: words.number, width: 15, align: 'center', names: true },
    { title: words.device, width: 'rest' },
    { title: words.model, width: way === 'fax' ? 56 : 50 },
    { title: words.version, width: version },
    { title: words.fixed, width: version },
  ] as const
  const rows = asks.flatMap((ask, n): readonly Row[] => [
    group(line(askName(at, ask, n + 1), '\n', dueWords(at, ask), ' ', ask.why)),
    ...ask.devices.map((device, place) => {
      const cells = cellsOfDevice(at, ask, device)
      const where = [cells.name, cells.room].filter((word) => word !== '').join('\n')
      return row(`${n + 1}-${place + 1}`, where, modelOf(at, cells), cells.version, cells.fixed)
    }),
  ])
  return table(words.devices, columns, rows)
}

export interface DeviceCells {
  readonly name: string
  readonly room: string
  readonly model: string
  readonly serial: string
  readonly version: string
  readonly fixed: string
}

/** What is printed of a device; empty where it is not known, but of the versions, where that is said. */
export function cellsOfDevice(at: Context, ask: Ask, { asset, version, fixedVersion, fixedFirst }: AskedDevice): DeviceCells {
  const words = at.t.update
  const first = fixedFirst === undefined ? words.fixedUnknown : sayPlain(words.fixedFirst, { version: fixedFirst })
  const to = fixedVersion === undefined ? first : sayPlain(words.fixedValue, { version: fixedVersion })
  return {
    name: asset.name,
    room: asset.room ?? '',
    model: [asset.maker, asset.model].filter((word) => word !== undefined).join(' '),
    serial: asset.serial ?? '',
    version: version ?? words.versionUnknown,
    fixed: ask.isQuestion ? '' : to,
  }
}

function modelOf(at: Context, { model, serial }: DeviceCells): string {
  const number = serial === '' ? '' : sayPlain(at.t.update.serialValue, { serial })
  return [model, number].filter((word) => word !== '').join('\n')
}

const numbersShown = 3

/** 1. FortiGate-40F(CVE-2023-27997 ほか2件). */
export function askName(at: Context, { name, numbers }: Ask, n: number): string {
  const words = at.t.update
  const shown = numbers.slice(0, numbersShown).join(at.t.comma)
  if (numbers.length === 0) return sayPlain(words.oneBare, { n, name })
  const more = numbers.length - numbersShown
  return more > 0 ? sayPlain(words.oneMore, { n, name, numbers: shown, more }) : sayPlain(words.one, { n, name, numbers: shown })
}

export function dueWords(at: Context, { dueOn, isQuestion }: Ask): string {
  const words = at.t.update
  if (dueOn === undefined) return isQuestion ? words.dueAnswer : words.dueNext
  return sayPlain(dueOn < at.asOf ? words.dueLate : words.due, { on: dayWithWeekday(dueOn, at.lang) })
}
