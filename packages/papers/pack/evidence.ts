import { known } from '@mimamori/domain'
import { type Block, type Cell, facts, heading, paragraph, type Rich, row, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Bundle } from './bundle.ts'
import { grouped } from './cover.ts'
import { disclosureBlocks } from './disclosures.ts'
import type { Exhibit } from './exhibits.ts'

const hashGroup = 8

/** 根拠資料の一覧と照合値, and what the pack itself was made from. */
export function evidenceBlocks(bundle: Bundle): readonly Block[] {
  const { at, exhibits } = bundle
  const words = at.t.evidence
  return [
    heading(1, words.heading, { anchor: 'evidence' }),
    small(at.copy === 'hand-over' ? words.leadHandOver : words.lead, { withNext: true }),
    exhibits.length === 0 ? paragraph(words.none) : exhibitTable(bundle),
    ...disclosureBlocks(bundle),
    heading(2, words.records),
    facts(records(bundle), { labelMm: 42 }),
    small(words.checkHow),
  ]
}

function exhibitTable({ at, exhibits }: Bundle): Block {
  const words = at.t.evidence
  const full = at.copy === 'on-site'
  const columns = [
    { title: words.number, width: 12, align: 'center', names: true },
    { title: words.name, width: 'rest' },
    { title: words.items, width: 20 },
    { title: words.obtained, width: 19, align: 'center' },
    { title: words.valid, width: 19, align: 'center' },
    ...(full ? ([{ title: words.place, width: 26 }] as const) : []),
    { title: words.hash, width: 36 },
  ] as const
  return table(
    words.heading,
    columns,
    exhibits.map((exhibit) => exhibitRow(exhibit)),
  )

  function exhibitRow({ n, evidence, itemNumbers, anchor }: Exhibit) {
    const valid = known(evidence.validUntil)
    const cells: (Rich | Cell)[] = [
      { text: String(n), align: 'center', anchor },
      evidence.name,
      itemNumbers.join(at.t.comma),
      shortDay(evidence.obtainedOn, at.lang),
      evidence.validUntil === 'none' ? words.noEnd : shortDay(valid, at.lang),
    ]
    if (full) cells.push(evidence.place ?? '')
    cells.push(evidence.sha256 === undefined ? words.paper : hashOf(evidence.sha256))
    return row(...cells)
  }
}

function records({ at }: Bundle): readonly (readonly [Rich, Rich])[] {
  const words = at.t.evidence
  const { frozen } = at
  return [
    [words.auditHead, frozen.auditHead === undefined ? words.noAuditHead : hashOf(frozen.auditHead)],
    [words.findings, hashOf(frozen.findingsSha256)],
    [words.revision, String(frozen.revision)],
    [words.catalogue, frozen.catalogue],
    [words.ruleSet, frozen.ruleSet],
  ]
}

function hashOf(hex: string): Rich {
  return [{ code: grouped(hex, hashGroup) }]
}
