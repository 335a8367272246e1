import { type Asset, byId, printedSheetNumber } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Label, type LabelStock, type Paper, paragraph, sayPlain } from '../paper/index.ts'

/** The usual A4 sheet of 24 labels with a margin all around; its measures are from memory. */
const a4With24: LabelStock = { columns: 3, rows: 8, widthMm: 66, heightMm: 33.9, topMm: 12.9, leftMm: 6 }

interface LabelOptions {
  readonly assets: readonly string[]
  readonly skip?: number
  /** The address of the page of a device, as it is reached within the house. */
  readonly pageOf?: (asset: string) => string
}

/** Labels to stick on devices: name, asset tag, room, and a number and a code by which the device is found on the screen. */
export function assetLabelsPaper(input: PaperInput, options: LabelOptions): Paper {
  const at = contextOf(input)
  const words = at.t.assets
  const assets = options.assets.flatMap((id) => byId(at.slices.assets, id) ?? [])
  const used = Array.from({ length: options.skip ?? 0 }, () => 'used' as const)
  return {
    kind: 'asset-labels',
    lang: at.lang,
    copy: at.copy,
    title: words.labelsTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      assets.length === 0
        ? paragraph(words.none)
        : { kind: 'labels', labels: [...used, ...assets.map((asset) => labelOf(at, asset, options.pageOf?.(asset.id)))] },
    ],
    stock: a4With24,
  }
}

function labelOf({ t, facilityName }: Context, asset: Asset, link: string | undefined): Label {
  return {
    title: asset.name,
    lines: [asset.tag, asset.room, facilityName].filter((line) => line !== undefined),
    foot: sayPlain(t.assets.number, { number: printedSheetNumber(asset.id) }),
    ...(link !== undefined && { link }),
  }
}
