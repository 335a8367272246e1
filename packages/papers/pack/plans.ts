import { type Described, dateInWords, describe, rankOfSeverity, type Severity, type Tracked, toldOnce } from '@mimamori/domain'
import type { Form, FormRow } from '../checklist/form.ts'
import type { Context } from '../paper/context.ts'
import { type Block, type Cell, heading, paragraph, type Rich, row, say, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Bundle } from './bundle.ts'

interface NoItem {
  readonly form: Form
  readonly one: FormRow
}

/** 「いいえ」の項目の目標日と予定; what else is open is listed only in the copy that stays in the house. */
export function planBlocks(bundle: Bundle): readonly Block[] {
  const { at, own, vendors } = bundle
  const words = at.t.plans
  const forms = [...(own ? [own] : []), ...vendors.map((one) => one.form)]
  const noItems = forms.flatMap((form) => form.rows.filter((one) => one.firstSaid === 'no').map((one) => ({ form, one })))
  const sorted = noItems.toSorted((a, b) => a.one.item.order - b.one.item.order)
  return [
    heading(1, words.heading, { anchor: 'plans' }),
    small(words.lead, { withNext: true }),
    sorted.length === 0 ? paragraph(words.none) : planTable(at, sorted),
    ...(at.copy === 'on-site' ? findingBlocks(at) : []),
  ]
}

function planTable(at: Context, items: readonly NoItem[]): Block {
  const words = at.t.plans
  const full = at.copy === 'on-site'
  const columns = [
    { title: words.number, width: 13, align: 'center', names: true },
    { title: words.question, width: 'rest' },
    { title: words.party, width: 34 },
    { title: words.target, width: 20, align: 'center' },
    { title: words.second, width: 21, align: 'center' },
    ...(full ? ([{ title: words.plan, width: 36 }] as const) : []),
  ] as const
  const rows = items.map(({ form, one }) => {
    const { answer } = one
    const target = answer?.targetOn === undefined ? words.noTarget : shortDay(answer.targetOn, at.lang)
    const party =
      form.sheet.audience === 'vendor' ? [form.vendorName, form.systemName].filter((name) => name !== undefined).join('\n') : at.us
    const second = [answer?.recheckAnswer === undefined ? '' : at.t.said[answer.recheckAnswer], shortDay(answer?.recheckedOn, at.lang)]
    const cells: (Rich | Cell)[] = [one.item.number, one.title, party, target, second.filter((part) => part !== '').join('\n')]
    if (full) cells.push(answer?.note ?? '')
    return row(...cells)
  })
  return table(words.heading, columns, rows)
}

/** What the checklist itself finds stands in the forms and in the list above. */
const areaOfForms = 'checklists'

function findingBlocks(at: Context): readonly Block[] {
  const words = at.t.plans
  const open = openFindings(at).filter((one) => one.tracked.finding?.area !== areaOfForms)
  if (open.length === 0) return []
  const columns = [
    { title: words.finding, width: 'rest', names: true },
    { title: words.party, width: 44 },
    { title: words.due, width: 20, align: 'center' },
    { title: words.state, width: 30 },
  ] as const
  const rows = open.map((one) =>
    row(one.words.title, one.words.partyNames.join(at.t.comma), shortDay(one.tracked.dueOn, at.lang), stateOf(at, one.tracked)),
  )
  return [
    heading(2, words.findings),
    small(say(words.findingsLead, { on: dateInWords(at.asOf, at.lang), n: open.length }), { withNext: true }),
    table(words.findings, columns, rows),
  ]
}

function stateOf(at: Context, tracked: Tracked): string {
  const { states } = at.t.plans
  return tracked.state === 'covered' || tracked.state === 'accepted' ? states[tracked.state] : states.open
}

export interface OpenFinding {
  readonly tracked: Tracked
  readonly severity: Severity
  readonly words: Described
  readonly minutes: number
}

/** Findings that are still there, in words: worst first, then by due date, then the quick ones. */
export function openFindings(at: Context): readonly OpenFinding[] {
  const wording = { items: at.world.items, facilityWords: at.world.facilityWords }
  const found = toldOnce(at.tracked, at.catalogue).flatMap((tracked) => {
    const { finding } = tracked
    const entry = finding && at.catalogue.rules.get(finding.rule)
    if (!finding || !entry) return []
    return [
      {
        tracked,
        severity: finding.severity,
        minutes: entry.minutes,
        words: describe(finding, { picture: at.picture, entry, wording, lang: at.lang }),
      },
    ]
  })
  const due = (one: OpenFinding) => one.tracked.dueOn ?? '9999'
  return found.toSorted(
    (a, b) =>
      rankOfSeverity(a.severity) - rankOfSeverity(b.severity) ||
      compare(due(a), due(b)) ||
      a.minutes - b.minutes ||
      compare(a.tracked.id, b.tracked.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
