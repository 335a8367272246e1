import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import {
  applyChanges,
  type Change,
  type ChecklistItem,
  date,
  emptySlices,
  entityId,
  type Picture,
  pictureOf,
  type SliceName,
  type Slices,
  type Source,
  type SourceId,
} from '@mimamori/domain'
import { writeFolder } from '@mimamori/formats'
import { assetsOf } from './devices.ts'
import { linksOf, zonesOf } from './network.ts'
import { contactsOf, facilityOf, peopleOf, servicesOf } from './organisation.ts'
import { randomFrom } from './random.ts'
import { answersOf, evidenceOf, requestsOf, sheetsOf } from './sheets.ts'
import { claimsOf, softwareOf } from './sightings.ts'
import { backupsOf, contractsOf, systemsOf, vendorsOf } from './systems.ts'
import { accountsOf, faxFlowsOf, waysOf } from './ways.ts'

const usualVendors = 60
export const usualSeed = 7

function changed(picture: Picture, changes: readonly Change[]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(`${result.why} at ${result.at}`)
  return result.picture
}

function adding<S extends SliceName>(slice: S, records: Slices[S]): readonly Change[] {
  return records.map((record) => ({ kind: 'add', slice, record }) as Change) // the record is one of its slice
}

const texts = Array.from({ length: 6 }, (_, at) => Buffer.from(`みほん総合病院(架空)の資料 ${at + 1}\n内容は作りものです。\n`))
const textFiles = texts.map((bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, text: bytes }))

/** The hospital of 500 beds as a picture: the same for the same seed, on every machine. */
export function generateHospital(items: readonly ChecklistItem[], options: { seed?: number; vendors?: number } = {}): Picture {
  const random = randomFrom(options.seed ?? usualSeed)
  const facility = facilityOf()
  const services = servicesOf()
  const vendors = vendorsOf(random, options.vendors ?? usualVendors)
  const contracts = contractsOf(random, vendors)
  const systems = systemsOf(random, { vendors, contracts, services })
  const slices = {
    ...emptySlices(),
    facility: [facility],
    people: peopleOf(random),
    services,
    contacts: contactsOf(),
    vendors,
    contracts,
    systems,
    backups: backupsOf(random, systems),
  }
  const start = pictureOf({ facility: facility.id, revision: 0, slices })
  const asked = changed(start, sheetsOf(random, start, items))
  const answered = changed(asked, answersOf(random, asked))
  const files = textFiles.map(({ sha256, bytes }) => ({ sha256, bytes }))
  return changed(answered, [
    ...adding('requests', requestsOf(random, answered)),
    ...adding('evidence', evidenceOf(random, answered, files)),
    ...devicesOf(answered, options.seed ?? usualSeed),
  ])
}

/** The register of devices and what belongs to it. NOTE: a chance of its own, so that more devices change nothing else. */
function devicesOf({ slices: { systems, people } }: Picture, seed: number): readonly Change[] {
  const random = randomFrom(seed + 1_000)
  const source: Source = { id: entityId<SourceId>('src:register'), kind: 'file', name: '機器台帳.xlsx', seenOn: date('2026-09-01') }
  const assets = assetsOf(random, { systems, people, source: source.id })
  const ways = waysOf(random, { assets, systems })
  const zones = zonesOf(source.id)
  return [
    ...adding('sources', [source]),
    ...adding('assets', assets),
    ...adding('claims', claimsOf(random, assets)),
    ...adding('software', softwareOf(random, assets)),
    ...adding('lines', ways.lines),
    ...adding('vpns', ways.vpns),
    ...adding('remotePaths', ways.remotePaths),
    ...adding('remoteLog', ways.remoteLog),
    ...adding('faxFlows', faxFlowsOf(random, assets)),
    ...adding('accounts', accountsOf(random, systems)),
    ...adding('zones', zones),
    ...adding('links', linksOf(assets, zones, source.id)),
  ]
}

/** Writes it as a facility folder, with the few files of its evidence. */
export async function writeHospital(path: string, seed = usualSeed): Promise<{ readonly files: number; readonly picture: Picture }> {
  const { items } = loadCatalogue().reference
  const picture = generateHospital(items, { seed })
  const place = await mkdtemp(join(tmpdir(), 'mimamori-hospital-'))
  try {
    await mkdir(join(place, 'texts'))
    const evidence = new Map<string, string>()
    for (const { sha256, text } of textFiles) {
      const file = join(place, 'texts', sha256)
      await writeFile(file, text)
      evidence.set(sha256, file)
    }
    const { files } = await writeFolder(picture, path, { items, evidence })
    return { files: files.length, picture }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
