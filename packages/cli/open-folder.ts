import { type FullCatalogue, loadCatalogue } from '@mimamori/catalog'
import { type Assessed, assess, ruleSetFor, ruleSetVersion } from '@mimamori/domain'
import { type FolderRead, readFolder } from '@mimamori/formats'
import type { Call } from './command.ts'

export interface OpenFolder {
  readonly assessed: Assessed
  readonly catalogue: FullCatalogue
  readonly read: FolderRead
  readonly ruleSet: string
}

/** A facility folder, read and assessed; what could not be read is told on standard error. */
export async function openFolder(path: string, call: Pick<Call, 'asOf' | 'note'>): Promise<OpenFolder> {
  const catalogue = loadCatalogue()
  const read = await readFolder(path, { asOf: call.asOf })
  for (const { place, message, action } of read.problems) {
    const where = Object.values(place).join(', ')
    call.note({ ja: `${where}:${message.ja}${action.ja}`, en: `${where}: ${message.en} ${action.en}` })
  }
  for (const { file, why } of read.skipped) call.note({ ja: `${file}:${why.ja}`, en: `${file}: ${why.en}` })
  const set = ruleSetFor(catalogue)
  return { assessed: assess(set, { picture: read.picture, catalogue, asOf: call.asOf }), catalogue, read, ruleSet: ruleSetVersion(set) }
}
