import { dateInWords } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { type Block, paragraph, row, sayPlain, type Table, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Held } from '../responses/held.ts'
import { deviceNames, stateWords, whyOpen } from '../responses/words.ts'
import type { Closed, MonthFacts } from './facts.ts'

const partiesShown = 4

/** What waits and for whom; the most late first. */
export function waitsBlock(at: Context, { waits, waiting }: MonthFacts): Block {
  const words = at.t.monthly
  if (waits.length === 0) return paragraph(words.waitsNone)
  const columns = [
    { title: words.party, width: 'rest', names: true },
    { title: words.waitsCount, width: 24, align: 'center' },
    { title: words.waitsLate, width: 30, align: 'center' },
    { title: words.oldest, width: 27, align: 'center' },
    { title: words.notBegun, width: 34, align: 'center' },
  ] as const
  const shown = waits.slice(0, waits.length > partiesShown ? partiesShown - 1 : partiesShown)
  const rest = waits.slice(shown.length)
  const count = (of: typeof rest, value: (one: (typeof rest)[number]) => number) => of.reduce((sum, one) => sum + value(one), 0)
  const rows = [
    ...shown.map(({ vendor, held, late, notBegun }) =>
      row(vendor ?? at.us, String(held.length), String(late), shortDay(held[0]?.response.openedOn, at.lang), devicesOf(at, notBegun)),
    ),
    ...(rest.length === 0
      ? []
      : [
          row(
            sayPlain(words.partiesMore, { n: rest.length }),
            String(count(rest, ({ held }) => held.length)),
            String(count(rest, ({ late }) => late)),
            '',
            devicesOf(
              at,
              count(rest, ({ notBegun }) => notBegun),
            ),
          ),
        ]),
  ]
  return table(sayPlain(words.waits, { n: waiting }), columns, rows)
}

function devicesOf(at: Context, n: number): string {
  return n === 0 ? '' : sayPlain(at.t.monthly.devices, { n })
}

const numbersShown = 12

/** Everything that came up, with the numbers under which it is published; nothing where nothing came. */
export function foundTable(at: Context, { found }: MonthFacts): Table | undefined {
  const words = at.t.monthly
  if (found.length === 0) return undefined
  const columns = [
    { title: words.product, width: 52, names: true },
    { title: words.numbers, width: 'rest' },
    { title: words.devicesNow, width: 24, align: 'center' },
    { title: words.exploited, width: 24, align: 'center' },
  ] as const
  const rows = found.map(({ name, versions, numbers, devices, isExploited }) => {
    const shown = numbers.slice(0, numbersShown).join(at.t.comma)
    const more = numbers.length > numbersShown ? sayPlain(words.more, { n: numbers.length - numbersShown }) : ''
    return row(
      [name, ...versions].join(' '),
      [shown, more].filter((part) => part !== '').join(at.t.comma),
      String(devices.size),
      isExploited ? words.exploitedYes : '',
    )
  })
  return table(words.foundList, columns, rows)
}

/** Every response that waits, is left knowingly, or came to an end in the month. */
export function responseTable(at: Context, { responses, closed }: MonthFacts): Table {
  const words = at.t.monthly
  const columns = [
    { title: words.about, width: 'rest', names: true },
    { title: words.party, width: 34 },
    { title: words.opened, width: 20, align: 'center' },
    { title: words.dueOn, width: 20, align: 'center' },
    { title: words.state, width: 52 },
  ] as const
  const ends = new Map(closed.map((one) => [one.held.response.id, one]))
  const rows = responses.map((held) => {
    const { response, vendor } = held
    return row(
      `${response.title}\n${deviceNames(at, response.assets)}`,
      vendor?.name ?? at.us,
      shortDay(response.openedOn, at.lang),
      shortDay(response.dueOn, at.lang),
      stateOf(at, held, ends.get(response.id)),
    )
  })
  return table(words.list, columns, rows)
}

function stateOf(at: Context, held: Held, end: Closed | undefined): string {
  const words = at.t.monthly
  if (end)
    return sayPlain(held.state.proof === 'statement' ? words.endStatement : words.endRead, {
      on: shortDay(end.on, at.lang),
      days: end.days,
    })
  const why = whyOpen(at, held)
  // NOTE: what is not done yet says so in its reason.
  return held.state.state === 'not-done' ? (why ?? '') : [stateWords(at, held), why].filter((part) => part !== undefined).join('\n')
}

const grouped = new Intl.NumberFormat('en')

/** How old what is known of weaknesses is, feed by feed; nothing where nobody has said. */
export function feedTable(at: Context): Table | undefined {
  const words = at.t.monthly
  if (!at.feeds || at.feeds.length === 0) return undefined
  const columns = [
    { title: words.feedName, width: 'rest', names: true },
    { title: words.feedAsOf, width: 42, align: 'center' },
    { title: words.feedRecords, width: 26, align: 'right' },
    { title: words.feedState, width: 44 },
  ] as const
  const rows = at.feeds.map(({ feed, asOf, records, hasFailed }) =>
    row(
      words.feed.states[feed],
      asOf === undefined ? words.feedNoDay : dateInWords(asOf, at.lang),
      grouped.format(records),
      records === 0 ? words.feedEmpty : hasFailed ? words.feedFailed : words.feedTaken,
    ),
  )
  return table(words.feeds, columns, rows)
}
