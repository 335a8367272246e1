import type { AssetGrouping } from '@mimamori/contract'
import type { Lang, Text } from '@mimamori/domain'
import { writeAssetList } from '@mimamori/formats'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { xlsxType } from '../words.ts'
import { inOrder, type Narrowing } from './list.ts'
import type { IndexedRow } from './rows.ts'

/** Which devices, and in what order. */
export interface WantedRows extends Narrowing {
  /** Ids with commas; absent = all that fit. */
  readonly assets?: string | undefined
  readonly group?: AssetGrouping | undefined
}

const title: Text = { ja: '機器の一覧', en: 'List of devices' }

/** The devices that were chosen, else all that fit. */
export function chosenRows(now: Kept, wanted: WantedRows): { rows: readonly IndexedRow[]; groups: ReturnType<typeof inOrder>['groups'] } {
  const { assets, ...narrowing } = wanted
  if (assets === undefined) return inOrder(now, narrowing)
  const chosen = new Set(assets.split(','))
  const { rows } = inOrder(now, {})
  return { rows: rows.filter(({ asset }) => chosen.has(asset.id)), groups: [] }
}

/** The list as Excel: what is changed there is read again as an import. */
export async function assetsFile(
  services: Services,
  asking: Asking,
  facility: string,
  wanted: WantedRows & { lang: Lang },
): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const { rows } = chosenRows(now, wanted)
  const bytes = await writeAssetList({
    picture: now.picture,
    assets: rows.map(({ asset }) => asset),
    lang: wanted.lang,
    title: title[wanted.lang],
  })
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, {
      action: 'paper/made',
      subject: facility,
      detail: { kind: 'asset-list', format: 'xlsx', revision: now.state.revision },
    }),
  )
  return { name: `devices_${now.asOf}.xlsx`, mediaType: xlsxType, bytes }
}
