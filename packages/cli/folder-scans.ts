import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Observation, type TakenIn, withObservations } from '@mimamori/domain'
import { type FolderRead, madeId, readScanFolder, type ScanFolderRead, type ScanRead, scansFolder } from '@mimamori/formats'
import type { Call } from './command.ts'
import { noteProblems } from './open-folder.ts'

/** Everything that lies in the folder's own scans; a folder without any has none. */
export async function scansOfFolder(folder: string, call: Call): Promise<ScanFolderRead> {
  const path = join(folder, scansFolder)
  return (await isThere(path)) ? scansIn(path, call) : { scans: [], unread: [] }
}

export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Scans of any folder; what could not be read is told on standard error. */
export async function scansIn(path: string, call: Call): Promise<ScanFolderRead> {
  const found = await readScanFolder(path, { now: call.now.toISOString() })
  noteProblems([...found.scans.flatMap((scan) => scan.problems), ...found.unread], call)
  return found
}

export function observationsOf(scans: readonly ScanRead[]): readonly Observation[] {
  return scans.flatMap((scan) => scan.observations)
}

/** NOTE: two months may hold the same row of a file of the same name, and are two records all the same. */
export function takenIn({ picture }: Pick<FolderRead, 'picture'>, scans: readonly ScanRead[], part: '' | 'before' | 'after'): TakenIn {
  return withObservations(picture, observationsOf(scans), (slice, key) =>
    madeId(slice, picture.facility, slice === 'claims' ? `${part} ${key}` : key),
  )
}

/** Lines and files of the scans that were passed over, with the reason. */
export function passedOver({ scans, unread }: ScanFolderRead, lang: Call['lang']) {
  return [
    ...unread.map(({ place, message }) => ({ file: place.file ?? '', why: message[lang] })),
    ...scans.flatMap(({ skipped }) =>
      skipped.map(({ file, row, why, text }) => ({ file, row, why: why[lang], ...(text !== '' && { text }) })),
    ),
  ]
}
