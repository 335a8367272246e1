import type { Context } from '../paper/context.ts'
import { type Cell, plainOf, type Rich, type Row, row, table, type Worksheet } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { type Held, heldResponses } from '../responses/held.ts'
import { proofWords, versionsBefore, versionsNow } from '../responses/proof.ts'
import { contentOfStep, stateWords, whoOf, whyOpen } from '../responses/words.ts'
import type { Bundle } from './bundle.ts'
import { exhibitNumber } from './responses.ts'

/** The record for programs: one row for each step, with what is known of its response beside it; a response without steps has one too. */
export function responseWorksheet(bundle: Bundle): Worksheet {
  const { at } = bundle
  const words = at.t.responses
  const columns = [
    { title: words.number, width: 12, align: 'center', names: true },
    { title: words.title, width: 40 },
    { title: words.devices, width: 50 },
    { title: words.party, width: 30 },
    { title: words.opened, width: 22, align: 'center' },
    { title: words.due, width: 22, align: 'center' },
    { title: words.before, width: 24 },
    { title: words.after, width: 24 },
    { title: words.state, width: 34 },
    { title: words.open, width: 44 },
    { title: words.proof, width: 70 },
    { title: words.date, width: 22, align: 'center' },
    { title: words.who, width: 34 },
    { title: words.what, width: 30 },
    { title: words.content, width: 50 },
    { title: words.file, width: 14, align: 'center' },
  ] as const
  return {
    file: 'responses',
    name: words.worksheet,
    heading: at.t.pack.parts.responses,
    lines: [[at.t.checklist.facility, at.facilityName]],
    table: table(
      words.worksheet,
      columns,
      heldResponses(at).flatMap((held, n) => rowsOf(bundle, held, n + 1)),
    ),
    notes: [],
  }
}

function rowsOf({ at, exhibits }: Bundle, held: Held, n: number): readonly Row[] {
  const head = headCells(at, held, n, proofWords(at, held, exhibits) ?? [])
  if (held.steps.length === 0) return [row(...head, '', '', '', '', '')]
  const words = at.t.responses
  return held.steps.map((step) =>
    row(
      ...head,
      shortDay(step.on, at.lang),
      whoOf(at, held, step),
      words.kind[step.kind],
      contentOfStep(at, step),
      exhibitNumber(exhibits, step),
    ),
  )
}

function headCells(at: Context, held: Held, n: number, proof: readonly Rich[]): readonly (Rich | Cell)[] {
  const { response, vendor } = held
  const name = (id: string) => at.slices.assets.find((asset) => asset.id === id)?.name ?? id
  return [
    String(n),
    response.title,
    response.assets.map(name).join('\n'),
    vendor?.name ?? at.us,
    shortDay(response.openedOn, at.lang),
    shortDay(response.dueOn, at.lang),
    [...new Set(versionsBefore(at, held))].join('\n'),
    [...new Set(versionsNow(at, held))].join('\n'),
    stateWords(at, held),
    whyOpen(at, held) ?? '',
    proof.map(plainOf).join('\n'),
  ]
}
