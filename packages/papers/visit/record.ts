import { byId, type Inspection, type InspectionPoint, latestFirst, pointsOf } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, type Column, facts, heading, type Paper, paragraph, type Row, row, small, table } from '../paper/index.ts'
import { dayWithWeekday, shortDay } from '../paper/made.ts'

const kinds = ['seen', 'question', 'promise', 'guidance'] as const
const rowMm = 9

/** A day of inspection with its points: the one of this id, else the latest. */
export interface Visit {
  readonly inspection: Inspection
  readonly points: readonly InspectionPoint[]
}

export function visitOf(at: Pick<Context, 'slices'>, id: string | undefined): Visit | undefined {
  const { inspections, inspectionPoints } = at.slices
  const inspection = id === undefined ? latestFirst(inspections)[0] : byId(inspections, id)
  return inspection && { inspection, points: pointsOf(inspectionPoints, inspection.id) }
}

/** 本日の確認記録 of what was noted on the day: seen, asked, promised, said, and room for names and signatures. Stays in the house. */
export function visitRecordPaper(input: PaperInput, options: { readonly inspection?: string } = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.visit
  const visit = visitOf(at, options.inspection)
  return {
    kind: 'visit-record',
    lang: at.lang,
    copy: 'on-site',
    title: words.record,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: visit ? recordBlocks(at, visit) : [heading(1, words.record), paragraph(words.none)],
  }
}

function recordBlocks(at: Context, { inspection, points }: Visit): readonly Block[] {
  const words = at.t.visit
  return [
    heading(1, words.record),
    small(words.lead),
    facts(
      [
        [words.on, dayWithWeekday(inspection.on, at.lang)],
        [words.facility, at.facilityName],
        [words.inspectors, inspection.inspectors ?? ''],
        [words.present, inspection.present ?? ''],
      ],
      { labelMm: 34 },
    ),
    ...kinds.flatMap((kind) => partOf(at, kind, points)),
    ...(inspection.remarks === undefined ? [] : [heading(2, words.remarks), paragraph(inspection.remarks)]),
    { kind: 'fill' },
    { kind: 'signatures', labels: [words.date, words.inspectors, words.present, words.sign] },
  ]
}

function partOf(at: Context, kind: InspectionPoint['kind'], points: readonly InspectionPoint[]): readonly Block[] {
  const words = at.t.visit
  const own = points.filter((point) => point.kind === kind)
  if (own.length === 0) return [heading(2, words.kinds[kind]), paragraph(words.nothing)]
  const due: readonly Column[] = own.some((point) => point.dueOn !== undefined) ? [{ title: words.due, width: 22, align: 'center' }] : []
  const columns: readonly Column[] = [
    { title: words.number, width: 16, align: 'center', names: true },
    { title: words.content[kind], width: 'rest' },
    { title: words.answer[kind], width: 62 },
    ...due,
  ]
  const rows = own.map((point) => pointRow(at, point, due.length > 0))
  return [heading(2, words.kinds[kind]), table(words.kinds[kind], columns, rows, rowMm)]
}

function pointRow(at: Context, point: InspectionPoint, withDue: boolean): Row {
  return row(numberOf(at, point), point.text, point.answer ?? '', ...(withDue ? [shortDay(point.dueOn, at.lang)] : []))
}

/** The official number of the item that a point is about. */
export function numberOf(at: Context, { item }: InspectionPoint): string {
  return byId(at.world.items, item)?.number ?? ''
}
