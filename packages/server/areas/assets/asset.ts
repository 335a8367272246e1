import type { AssetView, ClaimView } from '@mimamori/contract'
import {
  type Asset,
  assetSentence,
  byId,
  type Claim,
  dayOfSight,
  disclosureCameOn,
  findingsOfTask,
  having,
  isOpenTask,
  mergedAs,
  type PersonId,
  type Text,
} from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import { withTasks } from '../findings/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import { serviceName } from '../service-name.ts'
import { taskLine } from '../tasks/index.ts'
import { inBoth } from '../words.ts'
import { contractName, factName, namesOf, sourceName } from './names.ts'
import { assetProblem } from './problems.ts'
import { openQuestions } from './questions.ts'
import { assetRows, trackedByAsset } from './rows.ts'

/** When the devices that were merged into this one were merged, by their old id. */
export type MergeTimes = ReadonlyMap<string, string>

/** Everything that is known of one device. */
export function assetOf(now: Kept, id: string, { me, mergedAt }: { me: PersonId | undefined; mergedAt: MergeTimes }): AssetView {
  const found = assetRows(now).find(({ asset }) => asset.id === id)
  if (!found) throw assetProblem('asset/not-found')
  const { asset, row } = found
  const { slices } = now.picture
  const duty = dutyOf(now, asset)
  const systems = namesOf(slices.systems, asset.systems).map((system) => ({
    ...system,
    services: servicesOf(now, byId(slices.systems, system.id)?.services ?? []),
  }))
  const cameOn = disclosureCameOn(asset, slices.disclosures)
  const [own] = versionedList(now, 'assets', [asset])
  if (!own) throw assetProblem('asset/not-found')
  return {
    revision: now.state.revision,
    asset: own,
    row: row(),
    claims: having(slices.claims, 'asset', asset.id)
      .map((claim) => claimOf(now, claim))
      .toSorted(newestFirst),
    software: versionedList(now, 'software', having(slices.software, 'asset', asset.id)),
    ...(cameOn !== undefined && { disclosureCameOn: cameOn }),
    systems,
    services: servicesOf(now, [...(asset.services ?? []), ...systems.flatMap((one) => one.services.map((service) => service.id))]),
    ...(duty && { duty }),
    ...workOn(now, asset, me),
    merged: mergedInto(now, asset.id, mergedAt),
    remotePaths: versionedList(
      now,
      'remotePaths',
      slices.remotePaths.filter((path) => path.assets?.includes(asset.id)),
    ),
    lines: versionedList(now, 'lines', having(slices.lines, 'device', asset.id)),
    vpns: versionedList(now, 'vpns', having(slices.vpns, 'device', asset.id)),
    faxFlows: versionedList(now, 'faxFlows', having(slices.faxFlows, 'device', asset.id)),
    backups: versionedList(now, 'backups', having(slices.backups, 'device', asset.id)),
    conflicts: openQuestions(now, asset.id).length,
  }
}

/** One claim in words: who said it, when, in which file, and why it is held to be of the device. */
export function claimOf(now: Kept, claim: Claim): ClaimView {
  const source = byId(now.picture.slices.sources, claim.source)
  const seenOn = dayOfSight(claim.seenAt)
  const sentences = now.catalogue.reference.assetSentences
  return {
    claim: { version: now.versions.get(versionKey('claims', claim.id)) ?? 0, record: claim },
    byName: sourceName(now, claim.by),
    ...(seenOn && { seenOn }),
    ...(source && { source: { name: source.name, seenOn: source.seenOn } }),
    why: inBoth((lang) => assetSentence(sentences, { id: `identity:${claim.rule ?? 'by-hand'}`, lang })),
  }
}

/** Each service once, in words. */
function servicesOf(now: Kept, ids: readonly string[]): { id: string; name: Text }[] {
  return [...new Set(ids)].flatMap((id) => byId(now.picture.slices.services, id) ?? []).map((service) => serviceName(now, service))
}

function newestFirst(a: ClaimView, b: ClaimView): number {
  const key = ({ seenOn, source, claim }: ClaimView) => `${seenOn ?? source?.seenOn ?? ''}|${claim.record.id}`
  return key(a) > key(b) ? -1 : 1
}

function dutyOf(now: Kept, asset: Asset): AssetView['duty'] {
  const duty = byId(now.analysis.world.assetDuties, asset.id)
  if (!duty) return undefined
  const { slices } = now.picture
  const contract = factName(
    slices.contracts.map((one) => contractName(now, one)),
    duty.contract,
  )
  const until = duty.until
  const system = byId(slices.systems, duty.system)
  return {
    ...(contract && { contract: { ...contract, ...(until !== undefined && { until }) } }),
    ...(system && { system: { id: system.id, name: system.name } }),
    ...(duty.updateDuty && { updateDuty: duty.updateDuty }),
    ...(duty.statedBy && { statedBy: duty.statedBy }),
    ...(duty.updatePaidBy && { updatePaidBy: duty.updatePaidBy }),
  }
}

/** The findings of the device, and the tasks that are to close them. */
function workOn(now: Kept, asset: Asset, me: PersonId | undefined): Pick<AssetView, 'findings' | 'tasks'> {
  const tracked = trackedByAsset(now).get(asset.id) ?? []
  const ids = new Set(tracked.map(({ id }) => id))
  const tasks = now.picture.slices.tasks.filter((task) => findingsOfTask(now.picture.slices, task).some((id) => ids.has(id)))
  const lines = tracked.flatMap(({ id }) => byId(now.lines, id) ?? []).filter(({ state }) => state !== 'done')
  return {
    findings: withTasks(
      now,
      lines.map(({ lastSeenOn: _, ...line }) => line),
    ),
    tasks: tasks.toSorted((a, b) => (isOpenTask(a) ? 0 : 1) - (isOpenTask(b) ? 0 : 1)).map((task) => taskLine(now, task, me)),
  }
}

function mergedInto(now: Kept, id: string, mergedAt: MergeTimes): AssetView['merged'] {
  const merged = now.picture.slices.aliases.filter((alias) => alias.slice === 'assets' && alias.to === id)
  return merged
    .map((alias) => {
      const { record } = mergedAs(alias)
      const at = mergedAt.get(alias.id)
      return { gone: alias.id, goneName: record.name ?? '', ...(at !== undefined && { at }) }
    })
    .toSorted((a, b) => ((a.at ?? '') > (b.at ?? '') ? -1 : 1))
}
