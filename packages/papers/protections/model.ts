import { type ControlState, weakest } from '@mimamori/domain'
import {
  coverageOf,
  type ProtectionState,
  protectionStates,
  publishedInWords,
  type SupportStanding,
  sumQuotes,
  supportHere,
} from '@mimamori/money'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, list, type Paper, page, row, sayPlain, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { buildingDrawing } from './drawing.ts'

/** 警察庁の表: six places of a building with this facility's state, three quotes held against it, and the schemes of support. */
export function protectionsPaper(input: PaperInput): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  return {
    kind: 'protections',
    lang: at.lang,
    copy: at.copy,
    title: at.t.protections.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [...placesBlocks(at), ...quotesBlocks(at), page(), ...noteBlocks(at), ...supportBlocks(at)],
  }
}

function placesOf(at: Context) {
  const states = protectionStates(at.catalogue.protections, at.world)
  return at.catalogue.protectionPlaces
    .toSorted((a, b) => a.order - b.order)
    .map((place) => ({ place, states: states.filter(({ protection }) => place.protections.includes(protection.id)) }))
}

function placesBlocks(at: Context): readonly Block[] {
  const words = at.t.protections
  const places = placesOf(at)
  const whole = places.map(({ states }): ControlState => weakest(states.map(({ state }) => state)))
  const alt = places.map(({ place }, n) => placeInWords(at, n + 1, place.name[at.lang], whole[n] ?? 'unknown')).join(words.and)
  return [
    heading(1, words.heading),
    small(words.lead),
    buildingDrawing(whole, { alt: sayPlain(words.picture, { places: alt }), widthMm: 92 }),
    small(words.marks),
    table(
      words.here,
      [
        { title: words.place, width: 40, names: true },
        { title: words.building, width: 38 },
        { title: words.system, width: 'rest' },
      ],
      places.map(({ place, states }, n) =>
        row(
          sayPlain(words.numbered, { number: n + 1, place: place.name[at.lang] }),
          place.building[at.lang],
          states.map((one) => stateLine(at, one)).join(words.and),
        ),
      ),
    ),
  ]
}

function placeInWords(at: Context, number: number, place: string, state: ControlState): string {
  return sayPlain(at.t.protections.stands, { number, place, state: at.t.protections.states[state] })
}

function stateLine(at: Context, { protection, state }: ProtectionState): string {
  const words = at.t.protections
  return sayPlain(words.protection, { name: protection.name[at.lang], state: words.states[state] })
}

function quotesBlocks(at: Context): readonly Block[] {
  const words = at.t.protections
  const { quoteSources, protections } = at.catalogue
  const coverages = quoteSources.map((source) => coverageOf(at.catalogue, source))
  const states = protectionStates(protections, at.world)
  return [
    heading(2, words.quotes),
    table(
      words.quotes,
      [
        { title: words.which, width: 'rest', names: true },
        { title: words.ours, width: 27, align: 'center' },
        ...quoteSources.map(({ id }) => ({ title: sayPlain(words.quote, { id }), width: 25, align: 'center' }) as const),
      ],
      [
        ...states.map(({ protection, state }) =>
          row(
            protection.name[at.lang],
            words.states[state],
            ...coverages.map(({ holes }) => (holes.includes(protection.id) ? { text: [{ bold: words.hole }] } : words.brings)),
          ),
        ),
        row(words.price, '', ...quoteSources.map(({ lines, terminals }) => priceOf(at, sumQuotes(lines, { terminals }).firstYear))),
      ],
    ),
  ]
}

/** What must be known beside the totals; on the second page, so that the table stays whole on the first. */
function noteBlocks(at: Context): readonly Block[] {
  const words = at.t.protections
  return [
    heading(2, words.notes),
    list(
      'dots',
      at.catalogue.quoteSources.map(({ name, note, page: on }) =>
        sayPlain(words.note, { name: name[at.lang], note: note[at.lang], page: on }),
      ),
    ),
  ]
}

function priceOf(at: Context, { minYen, namedMaxYen, maxYen }: { minYen: number; namedMaxYen: number; maxYen: number | null }): string {
  const words = at.t.protections
  const yen = (amount: number) => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  if (minYen === maxYen) return sayPlain(words.yen, { yen: yen(minYen) })
  return sayPlain(maxYen === null ? words.openRange : words.range, { min: yen(minYen), max: yen(namedMaxYen) })
}

/** What may fit today, so that somebody can ask the office with the paper in hand. */
function supportBlocks(at: Context): readonly Block[] {
  const words = at.t.protections
  const here = supportHere(at.catalogue.supportSchemes, { facility: at.facility, riskFacts: at.world.riskFacts, asOf: at.asOf })
  const now = here.filter(({ fits, window }) => fits !== 'no' && (window === 'open' || window === 'unknown'))
  return [
    heading(2, words.support),
    small(words.supportLead),
    table(
      words.support,
      [
        { title: words.scheme, width: 50, names: true },
        { title: words.gives, width: 'rest' },
        { title: words.conditions, width: 58 },
      ],
      now.map((one) => supportRow(at, one)),
    ),
  ]
}

function supportRow(at: Context, { scheme, conditions }: SupportStanding) {
  const words = at.t.protections
  const days = scheme.from === undefined ? words.daysUnknown : sayPlain(words.since, { from: shortDay(scheme.from, at.lang) })
  const gives = [...scheme.amounts.map(({ says }) => says[at.lang]), scheme.note[at.lang]].join(words.next)
  return row(
    sayPlain(words.named, {
      name: scheme.name[at.lang],
      payer: scheme.payer[at.lang],
      days,
      dated: publishedInWords(scheme.dated, at.lang),
    }),
    gives,
    conditions
      .map(({ condition, holds }) => sayPlain(words.condition, { says: condition.says[at.lang], holds: words.holds[holds] }))
      .join(words.and) || words.free,
  )
}
