import { byId, dateInWords, type VendorRequest } from '@mimamori/domain'
import { askedHow, type Form } from '../checklist/form.ts'
import type { Context } from '../paper/context.ts'
import { type Block, type Cell, heading, paragraph, type Rich, row, say, sayPlain, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { approvalBlocks } from './approvals.ts'
import type { Bundle } from './bundle.ts'

/** 依頼と返事の経過: a vendor's silence shown as the facility's work done. */
export function trackBlocks(bundle: Bundle): readonly Block[] {
  const { at, vendors } = bundle
  const words = at.t.track
  return [
    heading(1, words.heading, { anchor: 'track' }),
    small(words.lead, { withNext: true }),
    ...vendors.flatMap(({ form, trackAnchor }) => [
      heading(2, nameOf(at, form), { anchor: trackAnchor, beside: stateOf(at, form) }),
      form.requests.length === 0 ? paragraph(words.none) : historyTable(at, form.requests, nameOf(at, form)),
    ]),
    ...approvalBlocks(bundle),
  ]
}

function nameOf(at: Context, form: Form): string {
  const vendor = form.vendorName ?? ''
  return form.systemName === undefined ? vendor : sayPlain(at.t.track.of, { vendor, system: form.systemName })
}

function stateOf(at: Context, form: Form): Rich {
  const words = at.t.track
  if (!form.isSilent)
    return say(words.stateReturned, { on: form.sheet.returnedOn === undefined ? '' : dateInWords(form.sheet.returnedOn, at.lang) })
  const { times, lastOn } = askedHow(form)
  return lastOn === undefined ? words.stateSilentNever : say(words.stateSilent, { times, on: dateInWords(lastOn, at.lang) })
}

/** A short history stays together; a long one goes on over the page with its head. */
const rowsOfOnePage = 10

/** Every step with its day; names and notes only in a copy that stays in the house. */
export function historyTable(at: Context, requests: readonly VendorRequest[], caption: string): Block {
  const words = at.t.track
  const full = at.copy === 'on-site'
  const columns = [
    { title: words.date, width: 22, align: 'center', names: true },
    { title: words.kind, width: 16, align: 'center' },
    { title: words.way, width: full ? 20 : 'rest', align: 'center' },
    ...(full ? ([{ title: words.person, width: 36 }] as const) : []),
    { title: words.promised, width: 22, align: 'center' },
    ...(full ? ([{ title: words.note, width: 'rest' }] as const) : []),
  ] as const
  const rows = requests.map((request) => {
    const cells: (Rich | Cell)[] = [shortDay(request.on, at.lang), at.t.progress.kind[request.kind], at.t.progress.way[request.way]]
    if (full) cells.push(request.person ?? '')
    cells.push(shortDay(request.promisedOn, at.lang))
    if (full) cells.push(noteOf(at, request))
    return row(...cells)
  })
  return { ...table(caption, columns, rows), ...(rows.length <= rowsOfOnePage && { whole: true as const }) }
}

function noteOf(at: Context, request: VendorRequest): string {
  const proof = byId(at.slices.evidence, request.proof)
  return [request.note, proof?.name].filter((part) => part !== undefined && part !== '').join(at.t.stop)
}
