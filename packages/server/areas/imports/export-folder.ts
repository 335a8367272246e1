import { folderFiles, zipFiles } from '@mimamori/formats'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { readFiles } from '../files/index.ts'
import type { Services } from '../services.ts'

/** The whole facility as a folder in a ZIP, with the bytes of its evidence: backup, exchange and way out. */
export async function exportFolder(services: Services, asking: Asking, facility: string): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const { files } = folderFiles(now.picture, { items: now.catalogue.reference.items })
  const all = new Map(files)
  await withScope(services.pool, asking, async (client) => {
    const hashes = now.picture.slices.evidence.flatMap(({ sha256 }) => sha256 ?? [])
    for (const [sha256, { bytes }] of await readFiles(services.evidence, asking, client, hashes)) all.set(`evidence/${sha256}`, bytes)
    const detail = { revision: now.state.revision, files: all.size }
    await appendAudit(services, asking, client, { action: 'folder/exported', subject: facility, detail })
  })
  const name = `mimamori-${facility.replace(/[^a-z0-9]+/g, '-')}-${now.asOf}.zip`
  return { name, mediaType: 'application/zip', bytes: await zipFiles(all, services.now()) }
}
