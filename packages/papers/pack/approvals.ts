import { type Approval, having } from '@mimamori/domain'
import { type Block, type Cell, heading, type Rich, row, say, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Bundle } from './bundle.ts'

/** 決裁の経過: which letters were approved, when and how; the names of those who marked only in a copy that stays in the house. */
export function approvalBlocks(bundle: Bundle): readonly Block[] {
  const { at, vendors } = bundle
  const sheets = new Set<string>(vendors.map(({ form }) => form.sheet.id))
  const letters = at.slices.approvals
    .filter(({ about, state, sheets: of = [] }) => about === 'request' && state !== 'withdrawn' && of.some((id) => sheets.has(id)))
    .toSorted((a, b) => (a.draftedOn === b.draftedOn ? 0 : a.draftedOn < b.draftedOn ? -1 : 1))
  if (letters.length === 0) return []
  const { approvals } = at.t.track
  return [heading(2, approvals.heading), small(approvals.lead, { withNext: true }), letterTable(bundle, letters)]
}

function letterTable(bundle: Bundle, letters: readonly Approval[]): Block {
  const { at } = bundle
  const words = at.t.asking.approval
  const { approvals } = at.t.track
  const full = at.copy === 'on-site'
  const columns = [
    { title: words.number, width: 24 },
    { title: approvals.about, width: 'rest', names: true },
    { title: words.draftedOn, width: 19, align: 'center' },
    { title: words.approvedOn, width: 19, align: 'center' },
    { title: words.issuedOn, width: 19, align: 'center' },
    { title: approvals.how, width: 20, align: 'center' },
    ...(full ? ([{ title: words.marks, width: 44 }] as const) : []),
  ] as const
  const rows = letters.map((letter) => {
    const cells: (Rich | Cell)[] = [
      letter.documentNumber ?? '',
      letter.title,
      shortDay(letter.draftedOn, at.lang),
      shortDay(letter.approvedOn, at.lang),
      shortDay(letter.issuedOn, at.lang),
      howOf(bundle, letter),
    ]
    if (full) cells.push(marksOf(bundle, letter))
    return row(...cells)
  })
  return table(approvals.heading, columns, rows)
}

/** On paper or on the screen, with the number of the scan among the exhibits; or that it waits. */
function howOf({ at, exhibits }: Bundle, { state, way, scan }: Approval): Rich {
  const { approvals } = at.t.track
  if (state !== 'approved') return state === 'returned' ? approvals.returned : approvals.waiting
  const exhibit = exhibits.find(({ evidence }) => evidence.id === scan)
  if (way === 'paper') return exhibit ? say(approvals.paperScan, { n: exhibit.n }) : approvals.paper
  return approvals.screen
}

function marksOf({ at }: Bundle, letter: Approval): string {
  const { kind } = at.t.asking.approval
  return having(at.slices.approvalBoxes, 'approval', letter.id)
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ label, mark, by, seenOn, seenBy }) => {
      if (mark === undefined) return []
      const marked = [label, kind[mark], by, ...(seenOn === undefined ? [] : [kind.afterwards, seenBy])]
      return [marked.filter((word) => word !== undefined).join(' ')]
    })
    .join(at.t.comma)
}
