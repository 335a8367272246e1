import { daysBetween } from '../calendar.ts'
import { type ManagerLists, managerStandings } from '../facilities/index.ts'
import { keptBy } from '../kept-by.ts'
import { byId } from '../picture.ts'
import { isKnown } from '../record.ts'
import type { DisclosureSheet } from '../vendors/index.ts'
import { countOf } from './account-count.ts'
import { disclosureCameOn } from './disclosure.ts'
import { pathsInUse } from './in-use.ts'
import { backups, type NetworkFacts, sources } from './network-suggestions.ts'
import { newestConfirmed } from './register-age.ts'
import { counted, type Suggestion, shownFacts, some } from './suggestion.ts'
import type { AccountList, Asset, AssetKindTraits, InstalledSoftware, RemotePath, Vpn } from './types.ts'

export interface RegisterFacts extends NetworkFacts, ManagerLists {
  readonly listed: readonly Asset[]
  readonly unlisted: readonly Asset[]
  readonly assetKinds: readonly AssetKindTraits[]
  readonly disclosures: readonly DisclosureSheet[]
  readonly remotePaths: readonly RemotePath[]
  readonly vpns: readonly Vpn[]
  readonly accounts: readonly AccountList[]
  readonly software: readonly InstalledSoftware[]
}

type Because = Suggestion['because'][number]

/** 1-①: somebody is named as safety manager; what makes the post one in more than name is said beside it. */
function manager(facts: RegisterFacts): Suggestion | undefined {
  const named = managerStandings(facts)
  if (named.length === 0) return undefined
  const short = named.filter(({ missing }) => missing.length > 0).map(({ person }) => person)
  const people = named.map(({ person }) => person)
  return { answer: 'yes', because: [counted('manager-named', 'people', people, 'roles'), ...some('manager-short', 'people', short)] }
}

/** 2-①: the register is there, is as the devices are, and was gone through within a year. */
function register({ listed, unlisted, periods, asOf }: RegisterFacts): Suggestion | undefined {
  if (listed.length === 0) return undefined
  const missing = some('assets-unlisted', 'assets', unlisted, 'unlisted')
  const newest = newestConfirmed(listed)
  const on = newest?.confirmedOn
  if (!newest || on === undefined) return withMissing([counted('assets-undated', 'assets', listed, 'confirmedOn')], missing)
  if (daysBetween(on, asOf) > (byId(periods, 'register-old')?.days ?? 0)) {
    return withMissing([{ say: 'assets-old', with: { on }, facts: [{ slice: 'assets', id: newest.id, field: 'confirmedOn' }] }], missing)
  }
  const whole = counted('assets-listed', 'assets', listed)
  return missing.length > 0 ? { answer: 'no', because: missing } : { answer: 'yes', because: [whole] }
}

function withMissing(because: readonly Because[], missing: readonly Because[]): Suggestion {
  return missing.length > 0 ? { answer: 'no', because: [...missing, ...because] } : { because }
}

/** 2-②: for every device that a vendor looks after, it is known whether and how somebody works on it from outside. */
function remote({ listed, ...ways }: RegisterFacts): Suggestion | undefined {
  const kept = listed.filter((asset) => isKnown(asset.vendor))
  if (kept.length === 0) return undefined
  const reached = new Set<string>(pathsInUse(ways).flatMap((path) => path.assets ?? []))
  const because = [
    ...some(
      'remote-unknown',
      'assets',
      kept.filter((asset) => asset.remoteMaintenance === undefined && !reached.has(asset.id)),
      'remoteMaintenance',
    ),
    ...some(
      'remote-undeclared',
      'assets',
      kept.filter((asset) => asset.remoteMaintenance === 'yes' && !reached.has(asset.id)),
      'remoteMaintenance',
    ),
  ]
  return because.length > 0 ? { because } : { answer: 'yes', because: [counted('remote-known', 'assets', kept)] }
}

/** 2-③: a disclosure sheet has come for every device that has one to come. */
function disclosure({ listed, assetKinds, disclosures }: RegisterFacts): Suggestion | undefined {
  const wanted = listed.filter(
    (asset) => isKnown(asset.vendor) && asset.disclosureOn !== 'not-applicable' && byId(assetKinds, asset.kind)?.disclosure,
  )
  if (wanted.length === 0) return undefined
  const missing = wanted.filter((asset) => disclosureCameOn(asset, disclosures) === undefined)
  if (missing.length > 0) return { answer: 'no', because: [counted('disclosure-missing', 'assets', missing, 'disclosureOn')] }
  return { answer: 'yes', because: [counted('disclosure-all', 'assets', wanted, 'disclosureOn')] }
}

/** 2-⑤: no account of a leaver and no unused account is left. */
function leavers({ accounts }: RegisterFacts): Suggestion | undefined {
  if (accounts.length === 0) return undefined
  const left = accounts.map((list) => ({ list, count: (countOf(list, 'leavers') ?? 0) + (countOf(list, 'unused') ?? 0) }))
  const open = left.filter(({ count }) => count > 0)
  const uncounted = some(
    'accounts-uncounted',
    'accounts',
    accounts.filter((list) => countOf(list, 'leavers') === undefined || countOf(list, 'unused') === undefined),
  )
  if (open.length > 0) {
    const count = open.reduce((sum, one) => sum + one.count, 0)
    const facts = open.slice(0, shownFacts).map(({ list }) => ({ slice: 'accounts' as const, id: list.id }))
    return { answer: 'no', because: [{ say: 'accounts-left', with: { count }, facts }, ...uncounted] }
  }
  return uncounted.length > 0 ? { because: uncounted } : { answer: 'yes', because: [counted('accounts-clean', 'accounts', accounts)] }
}

/** 2-⑫: the programs of every server and PC have been gone through, and none runs that is not needed. */
function needless({ listed, software }: RegisterFacts): Suggestion | undefined {
  const computers = listed.filter((asset) => asset.kind === 'server' || asset.kind === 'pc')
  if (computers.length === 0 || software.length === 0) return undefined
  const { idle, open, known } = runningOn(software)
  const unchecked = some(
    'software-unchecked',
    'assets',
    computers.filter(({ id }) => !known.has(id) || open.has(id)),
  )
  const running = computers.filter(({ id }) => idle.has(id))
  if (running.length > 0) return { answer: 'no', because: [counted('software-needless', 'assets', running), ...unchecked] }
  return unchecked.length > 0 ? { because: unchecked } : { answer: 'yes', because: [counted('software-checked', 'assets', computers)] }
}

/** Devices with a program that is not needed, with one of which nobody knows whether it is, and with any at all. */
const runningOn = keptBy((software: readonly InstalledSoftware[]) => {
  const [idle, open, known] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { asset, needed } of software) {
    known.add(asset)
    if (needed === 'no') idle.add(asset)
    else if (needed === undefined) open.add(asset)
  }
  return { idle, open, known }
})

/** By topic of an item, so that a new edition finds them again. */
export const suggestions: Readonly<Record<string, (facts: RegisterFacts) => Suggestion | undefined>> = {
  mgr: manager,
  reg: register,
  rem: remote,
  mds: disclosure,
  del: leavers,
  svc: needless,
  src: sources,
  bak: backups,
}
