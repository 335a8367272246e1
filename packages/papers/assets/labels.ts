import { type Asset, byId, printedSheetNumber } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Paper, paragraph, type Row, row, sayPlain, table } from '../paper/index.ts'

const perRow = 3

/** Labels to stick on devices: name, asset tag, room, and a number by which the device is found on the screen. */
export function assetLabelsPaper(input: PaperInput, options: { readonly assets: readonly string[]; readonly skip?: number }): Paper {
  const at = contextOf(input)
  const words = at.t.assets
  const assets = options.assets.flatMap((id) => byId(at.slices.assets, id) ?? [])
  const cells = [...Array.from({ length: options.skip ?? 0 }, () => ''), ...assets.map((asset) => labelOf(at, asset))]
  const columns = Array.from({ length: perRow }, () => ({ title: '', width: 'rest' as const }))
  return {
    kind: 'asset-labels',
    lang: at.lang,
    copy: at.copy,
    title: words.labelsTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [assets.length === 0 ? paragraph(words.none) : table(words.labelsTitle, columns, rowsOf(cells), 30)],
  }
}

function rowsOf(cells: readonly string[]): readonly Row[] {
  const rows = Math.ceil(cells.length / perRow)
  return Array.from({ length: rows }, (_, at) => row(...Array.from({ length: perRow }, (__, n) => cells[at * perRow + n] ?? '')))
}

function labelOf({ t }: Context, asset: Asset): string {
  const lines = [
    asset.name,
    asset.tag,
    asset.room,
    sayPlain(`{label} {number}`, { label: t.assets.number, number: printedSheetNumber(asset.id) }),
  ]
  return lines.filter((line) => line !== undefined).join('\n')
}
