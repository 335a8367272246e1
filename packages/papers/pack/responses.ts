import { byId, dateInWords, type ResponseStep } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { type Block, factsInPairs, heading, line, paragraph, type Rich, row, say, sayPlain, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { type Held, heldResponses } from '../responses/held.ts'
import { proofWords, versionsBefore, versionsNow } from '../responses/proof.ts'
import { contentOfStep, deviceNames, stateWords, versionWords, whoOf, whyOpen } from '../responses/words.ts'
import type { Bundle } from './bundle.ts'
import type { Exhibit } from './exhibits.ts'

/** A weakness was dealt with, or one waits for it; else the pack has nothing to tell. Only the copy that stays in the house tells it. */
export function hasResponses(at: Context): boolean {
  return at.copy === 'on-site' && (at.slices.responses.length > 0 || notBegun(at).length > 0)
}

/** 脆弱性への対応の記録: every response with its steps, versions and proof, and what is open with its reason. */
export function responseBlocks({ at, exhibits }: Bundle): readonly Block[] {
  const words = at.t.responses
  const held = heldResponses(at)
  const proven = held.filter(({ state }) => state.state === 'proven').length
  return [
    heading(1, at.t.pack.parts.responses, { anchor: 'responses' }),
    small(say(words.lead, { on: dateInWords(at.asOf, at.lang), n: held.length, proven }), { withNext: true }),
    ...(held.length === 0 ? [paragraph(words.none)] : held.flatMap((one, n) => oneResponse(at, one, { n: n + 1, exhibits }))),
    ...notBegunBlocks(at),
  ]
}

function oneResponse(
  at: Context,
  held: Held,
  { n, exhibits }: { readonly n: number; readonly exhibits: readonly Exhibit[] },
): readonly Block[] {
  const words = at.t.responses
  const { response, steps, vendor } = held
  const title = sayPlain(words.one, { n, title: response.title })
  const proof = proofWords(at, held, exhibits)
  const open = whyOpen(at, held)
  return [
    heading(2, title, { beside: stateWords(at, held) }),
    factsInPairs(
      [
        [{ label: words.devices, value: deviceNames(at, response.assets) }],
        [
          { label: words.party, value: vendor?.name ?? at.us },
          { label: words.opened, value: dateInWords(response.openedOn, at.lang) },
        ],
        [
          { label: words.before, value: versionWords(at, versionsBefore(at, held)) },
          { label: words.due, value: response.dueOn === undefined ? '' : dateInWords(response.dueOn, at.lang) },
        ],
        [{ label: proof ? words.after : words.now, value: versionWords(at, versionsNow(at, held)) }],
        ...(proof ? [[{ label: words.proof, value: lines(proof) }] as const] : []),
        ...(open === undefined ? [] : [[{ label: words.open, value: open }] as const]),
      ],
      33,
    ),
    ...(steps.length === 0 ? [] : [stepTable(at, held, { caption: title, exhibits })]),
  ]
}

function lines(parts: readonly Rich[]): Rich {
  return line(...parts.flatMap((part, n) => (n === 0 ? [part] : ['\n', part])))
}

function stepTable(
  at: Context,
  held: Held,
  { caption, exhibits }: { readonly caption: string; readonly exhibits: readonly Exhibit[] },
): Block {
  const words = at.t.responses
  const columns = [
    { title: words.date, width: 20, align: 'center', names: true },
    { title: words.who, width: 38 },
    { title: words.what, width: 36 },
    { title: words.content, width: 'rest' },
    { title: words.file, width: 14, align: 'center' },
  ] as const
  const rows = held.steps.map((step) =>
    row(shortDay(step.on, at.lang), whoOf(at, held, step), words.kind[step.kind], contentOfStep(at, step), exhibitNumber(exhibits, step)),
  )
  return table(caption, columns, rows)
}

export function exhibitNumber(exhibits: readonly Exhibit[], { evidence }: ResponseStep): string {
  const exhibit = exhibits.find((one) => one.evidence.id === evidence)
  return exhibit ? String(exhibit.n) : ''
}

function notBegun(at: Context) {
  return at.world.responseDuties.filter(({ isDue, response }) => isDue && response === undefined)
}

function notBegunBlocks(at: Context): readonly Block[] {
  const words = at.t.responses
  const open = notBegun(at)
  if (open.length === 0) return []
  const columns = [
    { title: words.device, width: 'rest', names: true },
    { title: words.product, width: 44 },
    { title: words.due, width: 20, align: 'center' },
    { title: words.party, width: 30 },
    { title: words.dutyWhy, width: 40 },
  ] as const
  const rows = open.flatMap(({ id, asset, party, because }) => {
    const weakness = byId(at.world.weaknesses, id)
    if (!weakness) return []
    const vendor = party === 'facility' ? undefined : byId(at.slices.vendors, party.slice('vendor:'.length))?.name
    const product = [weakness.name, weakness.version].filter((part) => part !== undefined).join(' ')
    const why = byId(at.world.urgencySentences, `duty:${because}`)?.says[at.lang] ?? ''
    return [row(byId(at.slices.assets, asset)?.name ?? asset, product, shortDay(weakness.dueOn, at.lang), vendor ?? at.us, why)]
  })
  return [heading(2, words.notBegun), small(words.notBegunLead, { withNext: true }), table(words.notBegun, columns, rows)]
}
