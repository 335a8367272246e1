import { type Asset, byId, type Fact, known, type Text } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { group, type Paper, paragraph, type Row, row, sayPlain, small, table } from '../paper/index.ts'
import { dayWithYear, shortDay } from '../paper/made.ts'

export interface AssetListOptions {
  /** Ids of devices in the order in which they are printed. */
  readonly assets: readonly string[]
  /** Where grouped: the name of each group with the number of its first device. */
  readonly groups?: readonly { readonly name: Text; readonly from: number; readonly count: number }[]
}

/** The list of devices for going round with it: one line each, with a box to tick. */
export function assetListPaper(input: PaperInput, options: AssetListOptions): Paper {
  const at = contextOf(input)
  const words = at.t.assets
  const assets = options.assets.flatMap((id) => byId(at.slices.assets, id) ?? [])
  const columns = [
    { title: words.checked, width: 10, align: 'center' },
    { title: words.name, width: 'rest', names: true },
    { title: words.kind, width: 19 },
    { title: words.tag, width: 20 },
    { title: words.room, width: 24 },
    { title: words.owner, width: 18 },
    { title: words.vendor, width: 24 },
    { title: words.support, width: 18, align: 'center' },
  ] as const
  return {
    kind: 'asset-list',
    lang: at.lang,
    copy: at.copy,
    title: words.listTitle,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      { kind: 'title', text: words.listTitle, below: at.facilityName, side: 'left' },
      small(sayPlain(words.lead, { day: dayWithYear(at.asOf, at.lang), count: assets.length })),
      assets.length === 0 ? paragraph(words.none) : table(words.listTitle, columns, rowsOf(at, assets, options)),
    ],
  }
}

function rowsOf(at: Context, assets: readonly Asset[], { groups = [] }: AssetListOptions): readonly Row[] {
  const starts = new Map(groups.map((one) => [one.from, one]))
  return assets.flatMap((asset, n) => {
    const start = starts.get(n)
    const heading = start && group(sayPlain(at.t.assets.group, { name: start.name[at.lang], count: start.count }))
    return [...(heading ? [heading] : []), rowOf(at, asset)]
  })
}

function rowOf(at: Context, asset: Asset): Row {
  const { slices, lang } = at
  const kind = byId(at.world.assetKinds, asset.kind)?.name[lang] ?? ''
  const name = asset.unlisted ? `${asset.name}\n(${at.t.assets.unlisted})` : asset.name
  const support = known(asset.supportEndsOn)
  return row(
    '□',
    name,
    kind,
    asset.tag ?? '',
    asset.room ?? '',
    nameOf(slices.people, asset.owner),
    nameOf(slices.vendors, asset.vendor),
    shortDay(support, lang),
  )
}

function nameOf(list: readonly { readonly id: string; readonly name: string }[], fact: Fact<string> | undefined): string {
  return byId(list, known(fact))?.name ?? ''
}
