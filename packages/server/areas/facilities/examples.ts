import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isKnown, type Picture, type Text } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { keepEvidence } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { changeFacility } from './change.ts'
import { facilityProblem } from './problems.ts'
import { insertState, readState } from './store.ts'
import { facilityTexts } from './texts.ts'

export interface Example {
  /** Name of its folder. */
  readonly id: string
  readonly facility: string
  readonly name: Text
  readonly says: Text
}

type FolderRead = Awaited<ReturnType<typeof readFolder>>

const read = new Map<string, Promise<FolderRead>>()

/** Examples are part of the installation and never change while it runs. */
function readExample(folder: string): Promise<FolderRead> {
  const known = read.get(folder)
  if (known) return known
  const reading = readFolder(folder)
  read.set(folder, reading)
  reading.catch(() => read.delete(folder))
  return reading
}

/** The facility folders that come with the product. */
export async function listExamples(services: Services): Promise<readonly Example[]> {
  const entries = await readdir(services.examplesFolder, { withFileTypes: true }).catch(() => [])
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const found = await Promise.all(
    folders.map((id) =>
      readExample(join(services.examplesFolder, id)).then(
        (folder) => exampleOf(services, id, folder.picture),
        () => undefined,
      ),
    ),
  )
  return found.filter((one) => one !== undefined)
}

function exampleOf(services: Services, id: string, { facility, slices }: Picture): Example {
  const [own] = slices.facility
  const kind = services.catalogue.reference.facilityWords.find((words) => words.id === own?.kind)?.kind ?? { ja: '', en: '' }
  const counts = { kind, systems: slices.systems.length, vendors: slices.vendors.length }
  const beds = own?.beds
  const says =
    isKnown(beds) && beds > 0 ? fillText(facilityTexts.exampleWithBeds, { ...counts, beds }) : fillText(facilityTexts.example, counts)
  const name = own?.name ?? id
  return { id, facility, name: { ja: name, en: name }, says }
}

/** Loads an example as a facility of its own; one that is there already is opened as it is. */
export async function loadExample(services: Services, asking: Asking, id: string): Promise<{ facility: string }> {
  const example = (await listExamples(services)).find((one) => one.id === id)
  if (!example) throw facilityProblem('example/not-found')
  const folder = await readExample(join(services.examplesFolder, id))
  return loadPicture(services, asking, folder, { example: true, action: 'example/loaded' })
}

/** Loads a folder that was read as a new facility, with the bytes of its evidence. `held` leaves out what cannot be stored. */
export async function loadPicture(
  services: Services,
  asking: Asking,
  folder: Pick<FolderRead, 'picture' | 'evidence'>,
  as: { example: boolean; action: string; held?: (now: Kept, picture: Picture) => Picture },
): Promise<{ facility: string }> {
  const { picture } = folder
  const { facility } = picture
  const there = await withScope(services.pool, asking, (client) => readState(asking, client, facility), { readOnly: true })
  if (there?.example && as.example) return { facility }
  const build = async (now: Kept) => {
    const whole = as.held ? as.held(now, picture) : picture
    return { batch: { changes: [], picture: whole, by: 'system' as const, note: { action: as.action } }, value: undefined }
  }
  await changeFacility(services, asking, facility, build, {
    before: async (client) => {
      const isNew = await insertState(asking, client, { facility, name: picture.slices.facility[0]?.name ?? facility, example: as.example })
      if (!isNew) throw facilityProblem('facility/id-taken')
      await keepEvidence(services.evidence, asking, client, { evidence: picture.slices.evidence, paths: folder.evidence })
    },
  })
  return { facility }
}
