import { type Asset, type AssetKind, type Claim, dayOfSight, type InstalledSoftware } from '../assets/index.ts'
import type { CalendarDate } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { lineOfProduct } from './line-of-product.ts'
import type { InstalledProduct, VulnerabilityFact } from './types.ts'

type KnownBy = InstalledProduct['knownBy']

interface Seen {
  readonly claims: readonly Claim[]
  readonly sources: World['sources']
  readonly asOf: CalendarDate
}

/** One place at which a version was read or typed. */
interface Reading {
  readonly text: string
  readonly knownBy: KnownBy
  readonly on?: CalendarDate | undefined
  readonly takenOn?: CalendarDate | undefined
  readonly fact: VulnerabilityFact
}

const sourceOf: Readonly<Record<Claim['by'], KnownBy | undefined>> = {
  device: 'console',
  snmp: 'snmp',
  lldp: 'snmp',
  cdp: 'snmp',
  directory: 'tool',
  register: 'tool',
  'vendor-list': 'tool',
  hand: 'hand',
  nmap: 'scan',
  dhcp: undefined,
  arp: undefined,
  'mac-table': undefined,
  drawio: undefined,
}

/** What a device says of itself comes before what other tools hold, that before what was typed, and that before a guess from outside. */
const trust: Readonly<Record<KnownBy, number>> = { console: 0, snmp: 0, tool: 1, hand: 2, scan: 3 }

/** Kinds whose operating system is part of their firmware. */
const byFirmware: ReadonlySet<AssetKind | undefined> = new Set<AssetKind>([
  'firewall',
  'router',
  'mobile-router',
  'switch',
  'access-point',
  'network-device',
  'storage',
  'printer',
  'fax',
  'phone',
  'camera',
  'iot',
])

/** Everything that is installed on one device, as the newest reading that can be trusted has it. */
export function installedOn(
  asset: Asset,
  { software, ...seen }: Seen & { readonly software: readonly InstalledSoftware[] },
): readonly InstalledProduct[] {
  const { claims } = seen
  const model = asset.model ?? claims.find((claim) => claim.model !== undefined)?.model
  const maker = asset.maker ?? claims.find((claim) => claim.maker !== undefined)?.maker
  const firmware = bestOf(readingsOf('firmware', asset, seen))
  const os = bestOf(readingsOf('os', asset, seen))
  const isByFirmware = byFirmware.has(asset.kind)
  const inside = model ?? (isByFirmware ? os?.text : undefined)
  return [
    ...(inside !== undefined && (firmware !== undefined || isByFirmware)
      ? [productOf(asset, 'firmware', { name: inside, vendor: maker, version: firmware?.text, reading: firmware })]
      : []),
    ...(model === undefined ? [] : [productOf(asset, 'hardware', { name: model, vendor: maker, reading: undefined })]),
    ...(os === undefined || isByFirmware ? [] : [productOf(asset, 'os', { ...osOf(os.text), reading: os })]),
    ...software.map((program) => programOf(asset, program)),
  ]
}

/** NOTE: a console without a clock tells no day, and one whose clock runs ahead none that counts; that of its file does. */
function readingsOf(field: 'firmware' | 'os', asset: Asset, { claims, sources, asOf }: Seen): readonly Reading[] {
  const own = asset[field]
  const typed: readonly Reading[] =
    own === undefined ? [] : [{ text: own, knownBy: 'hand', on: asset.confirmedOn, fact: { slice: 'assets', id: asset.id, field } }]
  const told = claims.flatMap((claim): readonly Reading[] => {
    const knownBy = sourceOf[claim.by]
    const text = claim[field]
    if (knownBy === undefined || text === undefined) return []
    const fileOn = byId(sources, claim.source)?.seenOn
    const takenOn = fileOn !== undefined && fileOn <= asOf ? fileOn : undefined
    return [
      {
        text,
        knownBy,
        on: [dayOfSight(claim.seenAt), takenOn].find((day) => day !== undefined && day <= asOf),
        takenOn,
        fact: { slice: 'claims', id: claim.id, field },
      },
    ]
  })
  return [...typed, ...told]
}

/** Of readings that are trusted alike the newest; of one day the console's. */
function bestOf(readings: readonly Reading[]): Reading | undefined {
  const [best] = readings.toSorted(
    (a, b) =>
      trust[a.knownBy] - trust[b.knownBy] ||
      compare(b.on ?? '', a.on ?? '') ||
      Number(b.knownBy === 'console') - Number(a.knownBy === 'console') ||
      compare(a.fact.id, b.fact.id),
  )
  return best
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** NOTE: directories and tools write the build behind the name: `Windows 10 Pro 10.0 (19045)`. "Windows 8.1" is a name. */
function osOf(text: string): { readonly name: string; readonly version?: string } {
  const found = /^(.*\S)\s+(\d{1,4}\.\d{1,5}(?:\.\d{1,6}){1,3}|\d{1,4}\.\d{1,5} ?\(\d{1,6}\))$/.exec(text.trim())
  if (!found?.[1] || !found[2]) return { name: text }
  return { name: found[1], version: found[2].replace(/ ?\((\d+)\)/, '.$1') }
}

function productOf(
  asset: Asset,
  role: 'firmware' | 'hardware' | 'os',
  {
    name,
    vendor,
    version,
    reading,
  }: { name: string; vendor?: string | undefined; version?: string | undefined; reading: Reading | undefined },
): InstalledProduct {
  const own = { role, name, ...(vendor !== undefined && { vendor }), ...(version !== undefined && { version }) }
  const on = reading ? reading.on : asset.confirmedOn
  return {
    id: `${asset.id}|${role}`,
    asset: asset.id,
    line: lineOfProduct(own),
    ...own,
    knownBy: reading?.knownBy ?? 'hand',
    ...(on !== undefined && { on }),
    ...(reading?.takenOn !== undefined && { takenOn: reading.takenOn }),
    facts: [reading?.fact ?? { slice: 'assets', id: asset.id, field: role === 'firmware' ? 'firmware' : 'model' }],
  }
}

function programOf(asset: Asset, { id, name, maker, version, cpe, source, confirmedOn }: InstalledSoftware): InstalledProduct {
  const own = {
    role: 'program' as const,
    name,
    ...(maker !== undefined && { vendor: maker }),
    ...(version !== undefined && { version }),
    ...(cpe !== undefined && { cpe }),
  }
  return {
    id: `${asset.id}|${id}`,
    asset: asset.id,
    line: lineOfProduct(own),
    software: id,
    ...own,
    knownBy: source === undefined ? 'hand' : 'tool',
    ...(confirmedOn !== undefined && { on: confirmedOn }),
    facts: [{ slice: 'software', id, field: 'version' }],
  }
}
