import { byId, dateInWords, type MatrixRow, matrixOf, type RiskStateWord, type ToldControl } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, type Column, group, type Paper, row, sayPlain, small, table, type Worksheet } from '../paper/index.ts'

export interface MatrixPaperOptions {
  /** Only what this vendor has a part in. */
  readonly vendor?: string
}

/** リスクコントロールマトリックス in two columns, on A4 lying on its side. It never leaves the house: it names what is open. */
export function matrixPaper(input: PaperInput, options: MatrixPaperOptions = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const rows = matrixOf(at.world, options)
  return {
    kind: 'matrix',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.risks.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [titleOf(at, rows), small(at.t.risks.legend), matrixTable(at, rows), small(at.t.risks.ours)],
    worksheets: [worksheetOf(at, rows)],
    sheet: 'a4',
  }
}

function titleOf(at: Context, rows: readonly MatrixRow[]): Block {
  const count = (state: RiskStateWord) => rows.filter((one) => one.state === state).length
  const below = sayPlain(at.t.risks.lead, {
    on: dateInWords(at.asOf, at.lang),
    open: count('open'),
    standIn: count('stand-in'),
    unknown: count('unknown'),
    covered: count('covered'),
  })
  return { kind: 'title', text: at.t.risks.title, above: at.facilityName, below, side: 'left' }
}

function matrixTable(at: Context, rows: readonly MatrixRow[]): Block {
  const words = at.t.risks
  const columns: readonly Column[] = [
    { title: words.name, width: 52, names: true },
    { title: words.state, width: 22, align: 'center' },
    { title: words.facility, width: 64 },
    { title: words.vendor, width: 64 },
    { title: words.note, width: 'rest' },
  ]
  const groups = [...Map.groupBy(rows, ({ category }) => category).values()]
  return table(
    words.title,
    columns,
    groups.flatMap((own) => [
      group(own[0]?.large[at.lang] ?? ''),
      ...own.map((one) =>
        row(one.name[at.lang], words.states[one.state], controlLines(at, one.facility), controlLines(at, one.vendor), noteOf(at, one)),
      ),
    ]),
  )
}

/** Controls one below the other, each with its mark; needed ones are marked as well. */
export function controlLines(at: Context, controls: readonly (ToldControl & { readonly isNeeded?: boolean })[]): string {
  const { marks, needed } = at.t.risks
  return controls.map(({ name, state, isNeeded }) => `${marks[state]} ${name[at.lang]}${isNeeded ? ` ${needed}` : ''}`).join('\n')
}

/** What would close it, what stands in under which condition, what is borne until when. */
function noteOf(at: Context, { standing }: MatrixRow): string {
  const words = at.t.risks
  const nameOf = (id: string) => byId(at.world.controlTypes, id)?.name[at.lang] ?? id
  const sets = standing.wouldClose.slice(0, 3).map((set) => set.map(nameOf).reduce((one, other) => sayPlain(words.with, { one, other })))
  const until = byId(at.slices.riskDecisions, standing.borne)?.until
  return [
    ...standing.by.map(({ by, standIn }) =>
      sayPlain(words.heldBy, { by: nameOf(by), condition: byId(at.world.standIns, standIn)?.condition[at.lang] ?? '' }),
    ),
    ...(until === undefined ? [] : [sayPlain(words.borne, { until: dateInWords(until, at.lang) })]),
    ...(sets.length > 0 ? [sayPlain(words.closes, { set: sets.join(words.or) })] : []),
  ].join('\n')
}

/** The same facts, one line for each risk, with the scene and the phases. */
function worksheetOf(at: Context, rows: readonly MatrixRow[]): Worksheet {
  const words = at.t.risks
  const columns: readonly Column[] = [
    { title: words.category, width: 30 },
    { title: words.middle, width: 34 },
    { title: words.name, width: 46, names: true },
    { title: words.scenario, width: 60 },
    { title: words.phases, width: 30 },
    { title: words.state, width: 22 },
    { title: words.facility, width: 52 },
    { title: words.vendor, width: 52 },
    { title: words.note, width: 60 },
  ]
  return {
    file: 'matrix',
    name: words.title,
    heading: words.title,
    lines: [[at.t.checklist.facility, at.facilityName]],
    table: table(
      words.title,
      columns,
      rows.map((one) =>
        row(
          one.large[at.lang],
          one.middle[at.lang],
          one.name[at.lang],
          byId(at.world.risks, one.id)?.scenario[at.lang] ?? '',
          one.phases.map((phase) => words.phase[phase]).join(at.t.comma),
          words.states[one.state],
          controlLines(at, one.facility),
          controlLines(at, one.vendor),
          noteOf(at, one),
        ),
      ),
    ),
    notes: [words.legend, words.ours],
  }
}
