import { byId, type CalendarDate, dateInWords, type WorkTask } from '@mimamori/domain'
import { askedHow, vendorForms } from '../checklist/form.ts'
import { openFindings } from '../pack/plans.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, heading, line, list, type Paper, paragraph, row, say, sayPlain, small, table } from '../paper/index.ts'
import { dayWithYear, shortDay } from '../paper/made.ts'
import { callBlocks, contractBlocks, writingMm } from './contracts.ts'
import { datesAhead } from './dates.ts'

/** What the hand-over itself knows; all of it may be left to be written by hand. */
export interface HandoverOptions {
  readonly predecessor?: string
  readonly successor?: string
  readonly movesOn?: CalendarDate
  readonly places?: string
  readonly calls?: string
  /** Ids of the people whose tasks go over; every open task where absent. */
  readonly people?: readonly string[]
}

/** 引継書: tasks, waiting answers, dates, contracts, places of keys, whom to call; three boxes at its end. Stays in the house. */
export function handoverPaper(input: PaperInput, options: HandoverOptions = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.handover
  return {
    kind: 'handover',
    lang: at.lang,
    copy: 'on-site',
    title: words.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      heading(1, words.heading, { beside: dayWithYear(at.asOf, at.lang) }),
      small(line(words.lead, words.keep)),
      facts(
        [
          [words.from, options.predecessor ?? ''],
          [words.to, options.successor ?? ''],
          [words.movesOn, options.movesOn === undefined ? '' : say(words.movesOnSays, { on: dateInWords(options.movesOn, at.lang) })],
        ],
        { labelMm: 34 },
      ),
      { kind: 'seals', lines: [words.signed], boxes: [words.boxes.from, words.boxes.to, words.boxes.witness] },
      ...taskBlocks(at, options),
      ...waitingBlocks(at),
      ...dateBlocks(at),
      ...contractBlocks(at),
      ...placeBlocks(at, options),
      ...callBlocks(at, options.calls),
    ],
  }
}

function taskBlocks(at: Context, { people }: HandoverOptions): readonly Block[] {
  const words = at.t.handover
  const isTheirs = ({ owner }: WorkTask) => people === undefined || people.length === 0 || (owner !== undefined && people.includes(owner))
  const open = at.slices.tasks.filter((task) => (task.state === 'open' || task.state === 'doing') && isTheirs(task))
  const found = openFindings(at).filter((one) => one.tracked.state === 'open').length
  const columns = [
    { title: words.task, width: 'rest', names: true },
    { title: words.due, width: 22, align: 'center' },
    { title: words.state, width: 20, align: 'center' },
    { title: words.partner, width: 40 },
  ] as const
  const rows = open.map((task) =>
    row(
      task.title,
      shortDay(task.dueOn, at.lang),
      task.state === 'doing' ? words.states.doing : words.states.open,
      byId(at.slices.vendors, task.vendor)?.name ?? '',
    ),
  )
  return [
    heading(2, words.tasks),
    rows.length === 0 ? paragraph(words.tasksNone) : table(words.tasks, columns, rows),
    ...(found === 0 ? [] : [small(say(words.findings, { n: found }))]),
  ]
}

function waitingBlocks(at: Context): readonly Block[] {
  const words = at.t.handover
  const silent = vendorForms(at).filter((form) => form.isSilent)
  const columns = [
    { title: words.vendor, width: 'rest', names: true },
    { title: words.system, width: 34 },
    { title: words.asked, width: 44 },
    { title: words.promised, width: 24, align: 'center' },
  ] as const
  const rows = silent.map((form) => {
    const { times, lastOn } = askedHow(form)
    const asked = lastOn === undefined ? words.askedNever : sayPlain(words.askedTimes, { n: times, on: shortDay(lastOn, at.lang) })
    const promised = form.requests.findLast((request) => request.promisedOn !== undefined)?.promisedOn
    return row(form.vendorName ?? '', form.systemName ?? '', asked, shortDay(promised, at.lang))
  })
  const approvals = at.slices.approvals.filter((approval) => approval.state === 'waiting')
  return [
    heading(2, words.waiting),
    rows.length === 0 ? paragraph(words.waitingNone) : table(words.waiting, columns, rows),
    ...(approvals.length === 0
      ? []
      : [
          heading(3, words.approvals),
          list(
            'dots',
            approvals.map(({ title, draftedOn }) => say(words.approvalLine, { title, on: dateInWords(draftedOn, at.lang) })),
          ),
        ]),
  ]
}

function dateBlocks(at: Context): readonly Block[] {
  const words = at.t.handover
  const columns = [
    { title: words.on, width: 26, align: 'center', names: true },
    { title: words.what, width: 'rest' },
  ] as const
  const rows = datesAhead(at).map(({ on, what }) => row(shortDay(on, at.lang), what))
  return [
    heading(2, words.dates),
    small(say(words.datesLead, { on: dateInWords(at.asOf, at.lang) }), { withNext: true }),
    table(words.dates, columns, rows),
  ]
}

/** NOTE: what was typed is printed line by line; without it there is room to write. */
function placeBlocks(at: Context, { places }: HandoverOptions): readonly Block[] {
  const words = at.t.handover
  const lines = (places ?? '').split('\n').filter((one) => one.trim() !== '')
  if (lines.length === 0) return [heading(2, words.places), { kind: 'writing', label: words.placesNote, heightMm: writingMm }]
  return [heading(2, words.places), small(words.placesNote, { withNext: true }), list('dots', lines)]
}
