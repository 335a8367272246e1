import type { AdvisoryView } from '@mimamori/contract'
import { byId, having, type Match } from '@mimamori/domain'
import type { Advisory } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import type { Kept } from '../../kept.ts'
import { advisoriesOn } from '../feeds/index.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { matchLineOf } from '../rows/matches.ts'
import { exposureSays } from '../rows/rows.ts'
import { saysOf } from '../rows/says.ts'

const mostDevices = 500
const mostRecords = 50

/** One weakness, whether something here has it or not. */
export async function advisoryOf(now: Kept, client: PoolClient, advisory: string): Promise<AdvisoryView> {
  const matches = now.picture.slices.matches.filter((match) => match.advisory === advisory || match.cves.includes(advisory))
  const cves = [...new Set([...matches.flatMap((match) => match.cves), ...(advisory.startsWith('CVE-') ? [advisory] : [])])]
  const records: Advisory[] = []
  for await (const { advisory: record } of advisoriesOn(client, [...new Set([advisory, ...cves])]))
    if (records.length < mostRecords) records.push(record)
  const [first] = [...matches, ...records]
  if (!first) throw vulnerabilityProblem('vulnerabilities/no-such-advisory')
  const devices = matches.flatMap((match) => devicesOf(now, match))
  return {
    revision: now.state.revision,
    today: now.asOf,
    advisory,
    cves,
    title: first.title,
    titleLang: first.titleLang,
    matches: matches.map((match) => matchLineOf(now, match)),
    devices: devices.slice(0, mostDevices),
    left: Math.max(0, devices.length - mostDevices),
    records: records.map(recordOf),
  }
}

function devicesOf(now: Kept, match: Match): AdvisoryView['devices'] {
  const { installedProducts, weaknesses, exposures, responseDuties } = now.analysis.world
  return having(installedProducts, 'line', match.line).map(({ id, asset, name, version }) => {
    const weakness = byId(weaknesses, id)
    const duty = byId(responseDuties, id)
    return {
      installed: id,
      asset,
      assetName: byId(now.picture.slices.assets, asset)?.name ?? asset,
      name,
      ...(version !== undefined && { version }),
      verdict: match.verdict,
      exposure: byId(exposures, asset)?.exposure ?? 'unknown',
      exposureSays: exposureSays(now, asset),
      ...(weakness && { action: weakness.action, actionSays: saysOf(now, `action:${weakness.action}`) }),
      ...(weakness?.dueOn !== undefined && { dueOn: weakness.dueOn }),
      ...(duty && { state: duty.state }),
      ...(duty?.response && { response: duty.response }),
    }
  })
}

function recordOf({ feed, id, title, titleLang, publishedOn, modifiedOn, scores, remedies, links, unparsed }: Advisory) {
  return {
    feed,
    id,
    title,
    titleLang,
    ...(publishedOn !== undefined && { publishedOn }),
    ...(modifiedOn !== undefined && { modifiedOn }),
    scores: [...scores],
    remedies: [...remedies],
    links: [...links],
    unread: unparsed.map(({ text }) => text),
  }
}
