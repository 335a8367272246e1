import { type Block, emptyRows, heading, small, table, type Worksheet } from '../paper/index.ts'
import type { Bundle } from './bundle.ts'

/** 本日の確認記録: free text throughout. The wording of results belongs to the inspector. */
export function signOffBlocks({ at }: Bundle): readonly Block[] {
  const words = at.t.signOff
  return [
    heading(1, words.heading, { anchor: 'sign-off' }),
    small(words.lead),
    table(
      words.seen,
      [
        { title: words.number, width: 18, align: 'center', names: true },
        { title: words.thing, width: 60 },
        { title: words.remark, width: 'rest' },
      ],
      emptyRows(7, 3),
      11,
    ),
    heading(2, words.promised),
    table(
      words.promised,
      [
        { title: words.what, width: 'rest', names: true },
        { title: words.by, width: 34 },
        { title: words.who, width: 40 },
      ],
      emptyRows(4, 3),
      11,
    ),
    { kind: 'fill' },
    { kind: 'signatures', labels: [words.date, words.inspectors, words.present] },
  ]
}

/** The same to be filled in on a PC: what was seen, and what is promised with its day. */
export function signOffSheet({ at }: Bundle): Worksheet {
  const words = at.t.signOff
  const columns = [
    { title: words.number, width: 18, align: 'center', names: true },
    { title: words.thing, width: 50 },
    { title: words.remark, width: 'rest' },
    { title: words.promised, width: 44 },
    { title: words.by, width: 26 },
    { title: words.who, width: 30 },
  ] as const
  const names = [words.date, words.inspectors, words.present].map((label) => [label, ''] as const)
  return {
    file: 'record',
    name: words.heading,
    heading: words.heading,
    lines: [[at.t.pack.facility, at.facilityName], ...names],
    table: table(words.heading, columns, emptyRows(12, columns.length)),
    notes: [words.lead],
  }
}
