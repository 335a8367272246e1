import {
  type Asset,
  byId,
  type CalendarDate,
  having,
  type Party,
  productsOfResponse,
  type Vendor,
  type VendorId,
  type Weakness,
} from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { sayPlain } from '../paper/index.ts'
import { compare, type Held, heldResponses, isWaiting } from '../responses/held.ts'

/** What one update is asked for: its devices, versions, why here and until when. */
export interface Ask {
  readonly name: string
  /** Numbers under which the weaknesses are published, the most urgent first. */
  readonly numbers: readonly string[]
  readonly why: string
  readonly dueOn?: CalendarDate
  /** The version is asked for, and not yet an update. */
  readonly isQuestion: boolean
  readonly devices: readonly AskedDevice[]
}

export interface AskedDevice {
  readonly asset: Asset
  readonly version?: string
  /** Closes all that is known. */
  readonly fixedVersion?: string
  /** Closes the most urgent, where no one version is named that closes all. */
  readonly fixedFirst?: string
}

/** Everything that one vendor is asked for, in one letter. */
export interface AskedVendor {
  readonly vendor: Vendor
  readonly asks: readonly Ask[]
}

export interface AskedOf {
  /** All that is open of one vendor. */
  readonly vendor?: string
  /** One response alone. */
  readonly response?: string
}

/** What is asked of whom: of one response, of one vendor, or of every vendor that has something open. */
export function askedVendors(at: Context, { vendor, response }: AskedOf): readonly AskedVendor[] {
  const held = heldResponses(at)
  if (response !== undefined) {
    const one = held.find(({ response: { id } }) => id === response)
    return one?.vendor && isOneAsked(one) ? [{ vendor: one.vendor, asks: [askOfResponse(at, one)] }] : []
  }
  const asked = held.filter((one) => isAsked(one, at))
  const notBegun = openByVendor(at)
  return at.slices.vendors
    .filter(({ id }) => vendor === undefined || id === vendor)
    .toSorted((a, b) => compare(a.kana ?? a.name, b.kana ?? b.name) || compare(a.id, b.id))
    .map((one): AskedVendor => {
      const own = asked.filter((each) => each.vendor?.id === one.id).map((each) => askOfResponse(at, each))
      return { vendor: one, asks: [...own, ...asksNotBegun(at, notBegun.get(`vendor:${one.id}`) ?? [])].toSorted(byUrgency) }
    })
    .filter(({ asks }) => asks.length > 0)
}

/** The vendors that have something open. */
export function vendorsToAsk(at: Seen): readonly VendorId[] {
  const told = new Set(heldResponses(at).flatMap((held) => (held.vendor && isAsked(held, at) ? [held.vendor.id] : [])))
  const notBegun = openByVendor(at)
  return at.slices.vendors.flatMap(({ id }) => (told.has(id) || notBegun.has(`vendor:${id}`) ? [id] : []))
}

/** Whether there is anything to ask for. */
export function hasAsked(at: Seen, { vendor, response }: AskedOf): boolean {
  if (response !== undefined)
    return heldResponses(at).some((one) => one.response.id === response && one.vendor !== undefined && isOneAsked(one))
  const asked = vendorsToAsk(at)
  return vendor === undefined ? asked.length > 0 : asked.some((id) => id === vendor)
}

type Seen = Pick<Context, 'slices' | 'world'>

/** NOTE: what was done is asked for no more until it is due again: what is missing there is that somebody reads the version. */
function isAsked(held: Held, { world }: Pick<Context, 'world'>): boolean {
  if (!isWaiting(held)) return false
  return held.state.state !== 'done' || world.responseDuties.some(({ response, isDue }) => isDue && response === held.response.id)
}

/** One that somebody asks for by name is printed until it is proven. */
function isOneAsked({ state }: Held): boolean {
  return state.state !== 'proven'
}

function byUrgency(a: Ask, b: Ask): number {
  return Number(a.isQuestion) - Number(b.isQuestion) || compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.name, b.name)
}

function askOfResponse(at: Context, { response, state }: Held): Ask {
  const weak = state.open.flatMap((id) => byId(at.world.weaknesses, id) ?? [])
  const assets = weak.length > 0 ? [...new Set(weak.map(({ asset }) => asset))] : response.assets
  const warning = byId(at.slices.warnings, response.warning)
  const dueOn = response.dueOn ?? earliest(weak)
  const products = productsOfResponse(response, at.world)
  const plain = warning ? sayPlain(at.t.update.whyWarning, { issuer: warning.issuer, title: warning.title }) : at.t.update.whyOpen
  return {
    name: response.name ?? response.title,
    numbers: weak.length > 0 ? numbersOf(at, weak) : (warning?.cves ?? []),
    why: weak.length > 0 ? whyOf(at, weak) : plain,
    ...(dueOn !== undefined && { dueOn }),
    isQuestion: weak.length > 0 && weak.every(({ verdict }) => verdict === 'unknown'),
    devices: assets.flatMap((id): readonly AskedDevice[] => {
      const own = weak.find(({ asset }) => asset === id)
      const version = own?.version ?? products.find(({ asset }) => asset === id)?.version
      const named = response.fixedVersion === undefined ? fixOf(at, own) : { fixedVersion: response.fixedVersion }
      return deviceOf(at, id, { version, ...named })
    }),
  }
}

/** What a party has the duty of and nobody has asked for yet: what is due, and versions that nobody knows. */
function openByVendor({ world }: Seen): ReadonlyMap<Party, readonly Weakness[]> {
  const open = world.responseDuties.flatMap(({ id, party, response, isDue }) => {
    const weakness = response === undefined ? byId(world.weaknesses, id) : undefined
    return weakness && (isDue || weakness.verdict === 'unknown') ? [{ party, weakness }] : []
  })
  const parties = Map.groupBy(open, ({ party }): Party => party)
  return new Map([...parties].map(([party, own]) => [party, own.map(({ weakness }) => weakness)]))
}

function asksNotBegun(at: Context, open: readonly Weakness[]): readonly Ask[] {
  const key = ({ product, name, verdict, exposure, dueOn }: Weakness) => [product, name, verdict, exposure, dueOn].join('\n')
  return [...Map.groupBy(open, key).values()].flatMap((weak): readonly Ask[] => {
    const [first] = weak
    if (!first) return []
    return [
      {
        name: first.name,
        numbers: numbersOf(at, weak),
        why: whyOf(at, weak),
        ...(first.dueOn !== undefined && { dueOn: first.dueOn }),
        isQuestion: first.verdict === 'unknown',
        devices: weak.flatMap((one) => deviceOf(at, one.asset, { version: one.version, ...fixOf(at, one) })),
      },
    ]
  })
}

type Fix = Pick<AskedDevice, 'fixedVersion' | 'fixedFirst'>

function fixOf(at: Context, weak: Weakness | undefined): Fix {
  if (weak?.fixedVersion !== undefined) return { fixedVersion: weak.fixedVersion }
  const fixedFirst = byId(at.slices.matches, weak?.matches[0])?.fixedVersion
  return fixedFirst === undefined ? {} : { fixedFirst }
}

function deviceOf(at: Context, id: string, { version, ...fix }: Fix & { readonly version: string | undefined }): readonly AskedDevice[] {
  const asset = byId(at.slices.assets, id)
  if (!asset) return []
  const told = having(at.slices.claims, 'asset', asset.id)
  const serial = asset.serial ?? told.find(({ serials }) => serials !== undefined && serials.length > 0)?.serials?.[0]
  const model = asset.model ?? told.find((claim) => claim.model !== undefined)?.model
  const maker = asset.maker ?? told.find((claim) => claim.maker !== undefined)?.maker
  return [
    {
      asset: {
        ...asset,
        ...(serial !== undefined && { serial }),
        ...(model !== undefined && { model }),
        ...(maker !== undefined && { maker }),
      },
      ...(version !== undefined && { version }),
      ...fix,
    },
  ]
}

function numbersOf(at: Context, weak: readonly Weakness[]): readonly string[] {
  const matches = [...new Set(weak.flatMap((one) => one.matches))].flatMap((id) => byId(at.slices.matches, id) ?? [])
  return [...new Set(matches.map(({ advisory }) => advisory))]
}

function earliest(weak: readonly Weakness[]): CalendarDate | undefined {
  return weak.flatMap(({ dueOn }) => dueOn ?? []).toSorted(compare)[0]
}

const places = { internet: 'outside', 'remote-path': 'outside', unknown: 'unclear', internal: 'inside', none: 'nothing' } as const
const worstFirst = ['outside', 'unclear', 'inside', 'nothing'] as const

/** Why it is urgent here, in one sentence: how it is used, and whether anything leads to it. */
function whyOf(at: Context, weak: readonly Weakness[]): string {
  const words = at.t.update.urgent
  if (weak.every(({ verdict }) => verdict === 'unknown')) return at.t.update.whyVersion
  const place = worstFirst.find((one) => weak.some(({ exposure }) => places[exposure] === one)) ?? 'unclear'
  if (weak.some(({ ransomware }) => ransomware)) return words.ransomware[place]
  return weak.some(({ knownExploited }) => knownExploited) ? words.exploited[place] : words.published[place]
}
