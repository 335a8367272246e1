import type { AssetId, Change } from '@mimamori/domain'
import { readAssetList } from '@mimamori/formats'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { changedSince, newId } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { expecting } from './expecting.ts'
import { noted } from './problems.ts'
import type { Brought, Reading } from './reading.ts'
import { importTexts } from './texts.ts'

/**
 * The list of devices as it was written from here, changed by hand: a changed cell is a change, and a device that was changed here
 * since then keeps what it has. What it changes is kept in place of the file, in which a column of passwords may have been written.
 * Undefined for any other file.
 */
export async function readAssetExcel(services: Services, asking: Asking, now: Kept, file: Brought): Promise<Reading | undefined> {
  const read = await readAssetList(
    { name: file.name, bytes: file.bytes },
    { picture: now.picture, today: now.asOf, newId: () => newId<AssetId>('ast'), ...(file.encoding && { encoding: file.encoding }) },
    // NOTE: what is no table at all is told by whoever reads it next.
  ).catch(() => undefined)
  if (!read) return undefined
  const since = await writtenSince(services, asking, now, read.revision ?? now.state.revision)
  const isKept = (change: Change) => change.kind === 'set' && since.has(versionKey('assets', change.id))
  const kept = read.changes.filter(isKept).length
  const changes = read.changes.filter((change) => !isKept(change))
  return {
    kind: 'devices',
    says: fillText(importTexts['asset-list'], { read: read.rows }),
    read: read.rows,
    changes: expecting(now, changes),
    keep: { name: `${file.name}.txt`, bytes: Buffer.from(changes.map((change) => `${JSON.stringify(change)}\n`).join('') || '\n') },
    problems: [...(kept > 0 ? [noted('import/changed-since', { n: kept })] : []), ...read.problems],
    placeOf: (slice, id) => (slice === 'assets' ? read.placeOf(id) : {}),
  }
}

async function writtenSince(services: Services, asking: Asking, now: Kept, revision: number): Promise<ReadonlySet<string>> {
  if (revision >= now.state.revision) return new Set()
  return withScope(services.pool, asking, (client) => changedSince(asking, client, { facility: now.picture.facility, revision }), {
    readOnly: true,
  })
}
