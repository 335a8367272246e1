import { byId, updatePartyOf } from '@mimamori/domain'
import type { Call } from '../command.ts'
import { scansOfFolder, takenIn } from '../folder-scans.ts'
import { openFolder, printProblems } from '../open-folder.ts'
import type { Assets } from './assets-read.ts'

/** The register of a facility with its scans taken in; how a device can be come at is read from its map. */
export async function readAssetsFolder(folder: string, call: Call): Promise<Assets> {
  const scans = await scansOfFolder(folder, call)
  const { assessed, catalogue, read, status } = await openFolder(folder, call, (picture) => takenIn({ picture }, scans.scans, '').picture)
  const { assets, exposures, installedProducts, assetDuties, contracts, matches } = assessed.analysis.world
  const known = new Map(matches.map(({ line, advisory, foundOn }) => [`${line} ${advisory}`, foundOn]))
  const problems = [...read.problems, ...scans.scans.flatMap((scan) => scan.problems), ...scans.unread]
  return {
    installed: installedProducts,
    names: new Map(assets.map(({ id, name }) => [id, name])),
    exposureOf(asset) {
      const { exposure, because } = byId(exposures, asset) ?? { exposure: 'unknown' as const, because: 'nowhere' as const }
      const says = byId(catalogue.reference.urgencySentences, `exposure:${because}`)?.says
      if (!says) throw new Error(`urgencySentences has no exposure:${because}`)
      return { exposure, says }
    },
    partyOf: (asset) => updatePartyOf(byId(assetDuties, asset), { contracts }).party,
    foundOn: ({ line }, group) => known.get(`${line} ${group}`),
    problems: printProblems(problems, call.lang),
    isDamaged: status !== 0 || scans.unread.length > 0,
  }
}
