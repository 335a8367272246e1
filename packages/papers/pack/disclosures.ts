import { byId, type DisclosureSheet } from '@mimamori/domain'
import { disclosureReceived } from '../paper/disclosure-received.ts'
import { type Block, type Cell, heading, type Rich, row, small, table } from '../paper/index.ts'
import type { Bundle } from './bundle.ts'

/** MDS/SDS: which sheets came, of what, when and in which form; versions of products only in a copy that stays in the house. */
export function disclosureBlocks(bundle: Bundle): readonly Block[] {
  const { at } = bundle
  const words = at.t.evidence.disclosures
  const vendorName = ({ vendor }: DisclosureSheet) => byId(at.slices.vendors, vendor)?.name ?? ''
  const key = (sheet: DisclosureSheet) => `${vendorName(sheet)}|${sheet.product}|${sheet.receivedOn}|${sheet.id}`
  const sheets = at.slices.disclosures.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  if (sheets.length === 0) return []
  const full = at.copy === 'on-site'
  const columns = [
    { title: at.t.checklist.vendor, width: 'rest', names: true },
    { title: words.product, width: 42 },
    ...(full ? ([{ title: words.productVersion, width: 20 }] as const) : []),
    { title: words.which, width: 20, align: 'center' },
    { title: words.received, width: 40 },
    { title: words.file, width: 16, align: 'center' },
  ] as const
  const rows = sheets.map((sheet) => {
    const exhibit = bundle.exhibits.find(({ evidence }) => evidence.id === sheet.file)
    const version: readonly (Rich | Cell)[] = full ? [sheet.productVersion ?? ''] : []
    return row(
      vendorName(sheet),
      sheet.product,
      ...version,
      words.kind[sheet.kind],
      disclosureReceived(at, sheet),
      exhibit ? String(exhibit.n) : '',
    )
  })
  return [heading(2, words.heading), small(words.lead, { withNext: true }), table(words.heading, columns, rows)]
}
