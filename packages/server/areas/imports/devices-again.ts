import type { Observation } from '@mimamori/domain'
import type { SeenAccount } from '@mimamori/formats'
import { readKept } from '../../platform/files/index.ts'
import type { Asking } from '../asking.ts'
import type { ExpectedChange } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { expecting } from './expecting.ts'
import { heldAgainst, type ToldOfDevices } from './held-against.ts'
import type { DraftBody } from './preview.ts'
import { sift } from './sift.ts'

/**
 * What a draft proposes, held against the register as it is now: between looking at a file and registering it another one may
 * have brought the same devices, and each of them is one device.
 */
export async function proposedNow(
  services: Pick<Services, 'uploads'>,
  asking: Asking,
  now: Kept,
  body: DraftBody,
): Promise<readonly ExpectedChange[]> {
  if (body.observed !== true || body.revision === now.state.revision) return body.changes
  const bytes = await readKept(services.uploads, { organisation: asking.organisation, sha256: body.sha256 })
  const { changes } = heldAgainst(now, toldIn(bytes.toString('utf8')), { name: body.fileName, sha256: body.sha256 })
  const sifted = sift(now.picture, expecting(now, changes), { reference: now.catalogue.reference, placeOf: () => ({}) })
  return sifted.changes
}

/** The lines that `readDevices` keeps in place of the file. */
function toldIn(text: string): ToldOfDevices {
  const records = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Observation | SeenAccount => JSON.parse(line))
  return {
    observations: records.filter(isObservation),
    accounts: records.filter(isAccount),
  }
}

function isObservation(record: Observation | SeenAccount): record is Observation {
  return 'source' in record
}

function isAccount(record: Observation | SeenAccount): record is SeenAccount {
  return !isObservation(record)
}
