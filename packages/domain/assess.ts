import { type Analysis, analyse, type Catalogue } from './analyse.ts'
import { isOwnSheet, type JoinedCell, type JoinedRow } from './checklists/index.ts'
import { describe } from './describe.ts'
import { type Finding, partyOf } from './finding.ts'
import type { CalendarDate } from './ids.ts'
import { byId, type FactRef, type Party, type Picture } from './picture.ts'
import type { ClauseRef, Lang } from './record.ts'
import type { RuleSet } from './rule.ts'
import { type Task, tasksOf } from './tasks.ts'
import { toldOnce } from './told-once.ts'
import { type FindingState, type Tracked, trackFindings } from './track.ts'

export interface Assessed {
  readonly picture: Picture
  readonly catalogue: Catalogue
  readonly asOf: CalendarDate
  readonly analysis: Analysis
  readonly tracked: readonly Tracked[]
  readonly tasks: readonly Task[]
}

/** Findings, their states and the work they make: what screens, papers and the command line all start from. */
export function assess(set: RuleSet, input: { picture: Picture; catalogue: Catalogue; asOf: CalendarDate }, before?: Analysis): Assessed {
  const analysis = analyse(set, input, before)
  const tracked = trackFindings({ ...input, analysis }, input.picture.slices.register)
  return { ...input, analysis, tracked, tasks: tasksOf(tracked, input.picture, input.catalogue) }
}

/** A finding as it is printed anywhere: names and sentences beside the ids. */
export interface PrintedFinding {
  readonly id: string
  readonly rule: string
  readonly area: string
  readonly severity: Finding['severity']
  readonly party: Party | 'both'
  readonly parties: readonly Party[]
  readonly subjects: readonly string[]
  readonly title: string
  readonly step: string
  readonly reasons: readonly { readonly text: string; readonly fact?: FactRef }[]
  readonly refs: readonly ClauseRef[]
  readonly measures: readonly string[]
  readonly dueOn?: CalendarDate
  readonly state: FindingState
}

export interface AssessmentAnswer {
  readonly asOf: CalendarDate
  readonly facility: { readonly id: string; readonly name: string; readonly kind: string | null; readonly beds: number | null }
  readonly edition: string
  readonly level: {
    readonly reached: number
    readonly next?: number
    readonly missing: readonly { readonly number: string; readonly needs: string }[]
  }
  readonly items: readonly { readonly number: string; readonly state: string; readonly parties: readonly PrintedCell[] }[]
  readonly findings: readonly PrintedFinding[]
  readonly tasks: readonly {
    readonly id: string
    readonly title: string
    readonly minutes: number
    readonly who: string
    readonly findings: readonly string[]
  }[]
}

interface PrintedCell {
  readonly party: Party
  readonly answer?: string
  readonly checkedOn?: CalendarDate
  readonly targetOn?: CalendarDate
}

/** The answer of `assess --json`; the web's "what if" and the server print findings by the same function. */
export function assessmentAnswer(assessed: Assessed, lang: Lang): AssessmentAnswer {
  const { picture, catalogue, asOf, analysis, tracked } = assessed
  const own = analysis.world.sheetsNow.find(isOwnSheet)
  return {
    asOf,
    facility: facilityOf(picture),
    edition: own?.edition ?? '',
    level: levelOf(assessed, lang),
    items: analysis.world.joinedRows
      .map((row) => ({ number: row.number, state: row.state, parties: cellsOf(row, picture) }))
      .sort(inForm(catalogue, analysis)),
    findings: toldOnce(tracked, catalogue).flatMap((one) => (one.finding ? [printFinding(one.finding, one, assessed, lang)] : [])),
    tasks: assessed.tasks.map((task) => ({
      id: task.id,
      title: task.title[lang],
      minutes: task.minutes,
      who: task.who[lang],
      findings: task.findings,
    })),
  }
}

function inForm(catalogue: Catalogue, analysis: Analysis): (a: { number: string }, b: { number: string }) => number {
  const order = new Map(analysis.world.joinedRows.map((row) => [row.number, byId(catalogue.reference.items, row.id)?.order ?? 0]))
  return (a, b) => (order.get(a.number) ?? 0) - (order.get(b.number) ?? 0)
}

function facilityOf(picture: Picture): AssessmentAnswer['facility'] {
  const facility = picture.slices.facility[0]
  const beds = facility?.beds
  return {
    id: picture.facility,
    name: facility?.name ?? '',
    kind: facility?.kind ?? null,
    beds: typeof beds === 'number' ? beds : null,
  }
}

function levelOf({ analysis, catalogue }: Assessed, lang: Lang): AssessmentAnswer['level'] {
  const level = analysis.world.level[0]
  const missing = (level?.missing ?? []).map((one) => ({
    number: one.number,
    needs: byId(catalogue.reference.stages, one.criterion)?.says[lang] ?? one.criterion,
  }))
  return { reached: level?.reached ?? 0, ...(level?.next && { next: level.next }), missing }
}

function cellsOf(row: JoinedRow, picture: Picture): readonly PrintedCell[] {
  return [...(row.facility ? [row.facility] : []), ...row.vendors].map((cell) => printCell(cell, picture))
}

function printCell(cell: JoinedCell, picture: Picture): PrintedCell {
  const answer = byId(picture.slices.answers, cell.answerId)?.answer
  const shown = cell.state === 'silent' ? undefined : answer
  return {
    party: cell.vendor === undefined ? 'facility' : `vendor:${cell.vendor}`,
    ...(shown && { answer: shown }),
    ...(cell.checkedOn && cell.state !== 'silent' && { checkedOn: cell.checkedOn }),
    ...(cell.targetOn && { targetOn: cell.targetOn }),
  }
}

/** One finding with its sentences, for a person or a program outside. */
export function printFinding(
  finding: Finding,
  tracked: Pick<Tracked, 'state' | 'dueOn'>,
  assessed: Pick<Assessed, 'picture' | 'catalogue'>,
  lang: Lang,
): PrintedFinding {
  const { picture, catalogue } = assessed
  const entry = catalogue.rules.get(finding.rule)
  const words = entry && describe(finding, { picture, entry, wording: catalogue.reference, lang })
  const { id, rule, area, severity, parties, subjects, refs, measures } = finding
  return {
    id,
    rule,
    area,
    severity,
    party: partyOf(parties),
    parties,
    subjects,
    title: words?.title ?? rule,
    step: words?.step ?? '',
    reasons: (words?.reasons ?? []).map(({ text, facts: [fact] }) => ({ text, ...(fact && { fact }) })),
    refs,
    measures,
    ...(tracked.dueOn && { dueOn: tracked.dueOn }),
    state: tracked.state,
  }
}
