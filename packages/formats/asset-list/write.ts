import type { Asset, Lang, Picture } from '@mimamori/domain'
import { writeWorkbook } from '../xlsx/write.ts'
import { assetColumns, cellOf, headingOf, idHeading, revisionLabel } from './columns.ts'

export interface AssetListOptions {
  readonly picture: Picture
  /** In the order in which they are written. */
  readonly assets: readonly Asset[]
  readonly lang: Lang
  /** Of the sheet and the file. */
  readonly title: string
}

const widths: Readonly<Record<string, number>> = { name: 28, macs: 22, note: 40, model: 22, vendor: 26, systems: 28, hostNames: 22 }
const usualWidth = 16

/** The list of devices as Excel, to be changed there and read again: one row for each device, one column for each fact. */
export async function writeAssetList({ picture, assets, lang, title }: AssetListOptions): Promise<Uint8Array> {
  const { slices, revision } = picture
  return writeWorkbook(
    [
      {
        name: title,
        titles: [slices.facility[0]?.name ?? ''],
        facts: [[revisionLabel[lang], String(revision)]],
        columns: [
          ...assetColumns.map((column) => ({
            heading: headingOf(column, lang),
            width: widths[column.key] ?? usualWidth,
            ...(column.field.shape.kind === 'word' && {
              choices: Object.entries(column.field.shape.words).map(([code, words]) => (lang === 'ja' ? words[0] : code)),
            }),
          })),
          { heading: idHeading[lang], width: 30 },
        ],
        rows: assets.map((asset) => [...assetColumns.map((column) => cellOf(slices, asset, column, lang) || undefined), asset.id]),
        landscape: true,
      },
    ],
    { title },
  )
}
