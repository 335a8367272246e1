import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sliceNames } from '@mimamori/domain'
import { type ReadFolderOptions, readFolder, unzipInto } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { changedSince, type ExpectedChange } from '../facilities/index.ts'
import { keepEvidence, readFile as readKept } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { expecting } from './expecting.ts'
import { folderChanges } from './folder-changes.ts'
import { isOtherName } from './other-facility.ts'
import { importProblem, noted } from './problems.ts'
import type { Brought, Reading } from './reading.ts'
import { importTexts } from './texts.ts'

type FolderRead = Awaited<ReturnType<typeof readFolder>>

/** What a facility folder would change here: base is the revision that stands in the folder. */
export async function readFolderZip(services: Services, asking: Asking, now: Kept, file: Brought): Promise<Reading> {
  const known = { asOf: now.asOf, today: now.asOf, items: now.catalogue.reference.items }
  return withUnzipped(file.bytes, known, async (folder) => {
    const other = ofOtherFacility(now, folder)
    if (other) return other
    const base = folder.picture.facility === now.picture.facility ? folder.picture.revision : 0
    const since =
      base > 0
        ? await withScope(
            services.pool,
            asking,
            (client) => changedSince(asking, client, { facility: now.picture.facility, revision: base }),
            { readOnly: true },
          )
        : new Set<string>()
    const { changes, kept, closed } = folderChanges(now.picture, folder.picture, { base, since })
    const read = sliceNames.reduce((sum, slice) => sum + folder.picture.slices[slice].length, 0)
    const expected: readonly ExpectedChange[] = expecting(now, changes)
    const own = [
      ...(kept > 0 ? [noted('import/changed-since', { n: kept })] : []),
      ...(closed > 0 ? [noted('import/closed-year-kept', { n: closed })] : []),
    ]
    return {
      kind: 'folder' as const,
      says: fillText(importTexts.folder, { read }),
      read,
      changes: expected,
      problems: [...own, ...folder.problems],
      placeOf: folder.placeOf,
    }
  })
}

/** The bytes of evidence that a folder brings, kept in the transaction that registers it. */
export async function keepEvidenceOfZip(
  services: Services,
  asking: Asking,
  client: PoolClient,
  draft: { sha256: string; changes: readonly ExpectedChange[] },
): Promise<void> {
  const wanted = draft.changes.flatMap(({ change }) => (change.slice === 'evidence' && change.kind === 'add' ? [change.record] : []))
  if (wanted.length === 0) return
  const zip = await readKept(services.uploads, asking, client, draft.sha256)
  if (!zip) throw importProblem('import/no-such-draft')
  await withUnzipped(zip.bytes, {}, ({ evidence }) =>
    keepEvidence(services.evidence, asking, client, { evidence: wanted, paths: evidence }),
  )
}

/** NOTE: ids of sheets and answers are the same everywhere, so the folder of another facility would overwrite this one. */
function ofOtherFacility(now: Kept, { picture }: FolderRead): Reading | undefined {
  const theirs = picture.slices.facility[0]?.name
  if (picture.facility === now.picture.facility || !isOtherName(now.picture, theirs)) return undefined
  const names = { theirs: theirs ?? '', ours: now.picture.slices.facility[0]?.name ?? '' }
  return { kind: 'folder', says: importTexts['folder-other'], read: 0, changes: [], problems: [noted('import/other-facility', names)] }
}

async function withUnzipped<T>(bytes: Uint8Array, options: ReadFolderOptions, work: (folder: FolderRead) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'mimamori-import-'))
  try {
    const unzipped = await unzipInto(bytes, place)
    if (unzipped.kind === 'refused') throw importProblem(`import/zip-${unzipped.why}`)
    return await work(await readFolder(await rootOf(place), options))
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** A ZIP made by hand often holds the folder itself and not what is in it. */
async function rootOf(place: string): Promise<string> {
  const entries = await readdir(place, { withFileTypes: true })
  const [only] = entries
  return entries.length === 1 && only?.isDirectory() ? join(place, only.name) : place
}
