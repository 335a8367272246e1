import { byId, dateInWords, type InspectionPoint, type WorkTask } from '@mimamori/domain'
import { type Context, contextOf, nameWithKana, type PaperInput, peopleWith } from '../paper/context.ts'
import { type Block, emptyRows, heading, type Paper, paragraph, type Row, row, say, sayPlain, small, table } from '../paper/index.ts'
import { dayWithYear, inTokyo, shortDay } from '../paper/made.ts'
import { numberOf, type Visit, visitOf } from './record.ts'

/** 改善報告書の下書き: what was promised or advised on the day, what became of it, and by when the rest is done. */
export function improvementReportPaper(input: PaperInput, options: { readonly inspection?: string } = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.visit
  const visit = visitOf(at, options.inspection)
  return {
    kind: 'improvement-report',
    lang: at.lang,
    copy: 'on-site',
    title: words.report,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: visit ? reportBlocks(at, visit) : [heading(1, words.report), paragraph(words.none)],
  }
}

function reportBlocks(at: Context, { inspection, points }: Visit): readonly Block[] {
  const words = at.t.visit
  const reported = points.filter((point) => point.kind === 'promise' || point.kind === 'guidance' || point.dueOn !== undefined)
  const head = peopleWith(at, 'head')[0]
  const sender = [at.facilityName, at.head, ...(head ? [nameWithKana(head)] : [])]
  const body = say(reported.length > 0 ? words.body : words.bodyNone, { on: dateInWords(inspection.on, at.lang) })
  return [
    small(words.reportLead),
    paragraph(dayWithYear(inTokyo(at.madeAt).day, at.lang), { align: 'right' }),
    { kind: 'signatures', labels: [words.to] },
    { kind: 'sender', lines: sender, seal: '' },
    { kind: 'title', text: words.report },
    paragraph(body),
    ...(reported.length > 0 ? [reportTable(at, reported)] : []),
    heading(2, words.evidence),
    table(words.evidence, [{ title: words.evidence, width: 'rest' }], emptyRows(3, 1), 9),
    small(`${words.madeBy}${at.t.colon}${at.madeBy ?? ''}`),
  ]
}

function reportTable(at: Context, points: readonly InspectionPoint[]): Block {
  const words = at.t.visit
  const columns = [
    { title: words.number, width: 16, align: 'center', names: true },
    { title: words.point, width: 'rest' },
    { title: words.done, width: 56 },
    { title: words.dueOn, width: 22, align: 'center' },
    { title: words.state, width: 24, align: 'center' },
  ] as const
  return table(
    words.report,
    columns,
    points.map((point) => reportRow(at, point)),
    12,
  )
}

function reportRow(at: Context, point: InspectionPoint): Row {
  const task = byId(at.slices.tasks, point.task)
  const dueOn = task?.dueOn ?? point.dueOn
  return row(numberOf(at, point), point.text, point.answer ?? '', shortDay(dueOn, at.lang), task ? stateOf(at, task) : '')
}

function stateOf(at: Context, task: WorkTask): string {
  return sayPlain(at.t.visit.states[task.state], { on: shortDay(task.doneOn, at.lang) }).trim()
}
