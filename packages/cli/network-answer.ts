import {
  type Assessed,
  type Blast,
  byId,
  checkOf,
  cutActs,
  type Entry,
  type ForbiddenPath,
  type Lang,
  minimumCut,
  type NetworkEdge,
  type Picture,
  printFinding,
  toldBy,
  toldOnce,
  type World,
  wayOfFinding,
  waysFrom,
} from '@mimamori/domain'
import type * as z from 'zod'
import type { networkAnswer } from './answers.ts'
import { InputError } from './errors.ts'

export type NetworkAnswer = z.infer<typeof networkAnswer>
export type NetworkPart = Omit<NetworkAnswer, 'asOf' | 'facility' | 'map' | 'skipped' | 'problems'>
type Finding = NetworkAnswer['findings'][number]

/** The map of a facility and what is decided on it, for a program. */
export function networkPart(assessed: Assessed, { lang, from }: { lang: Lang; from: string | undefined }): NetworkPart {
  const { analysis, picture } = assessed
  const { world } = analysis
  const reach = (isWanted: (possible: boolean) => boolean) =>
    Object.fromEntries(
      world.reach.map(({ id, zones }) => [id, zones.flatMap(({ zone, possible }) => (isWanted(possible ?? false) ? [zone] : []))]),
    )
  const name = (id: string) => nameOf(id, world, lang)
  return {
    zones: world.zones.map(({ id, name, trust }) => ({ id, name, trust, assets: byId(world.networkNodes, id)?.count ?? 0 })),
    points: world.networkNodes.flatMap(({ id, kind }) => (kind === 'zone' ? [] : [{ id, kind, name: name(id) }])),
    links: world.networkEdges.map(printEdge),
    entrances: world.entrances.map(({ id, asset, line, exposure, guarded, behind }) => ({
      ...{ id, name: name(id), asset: asset ?? null, line: line ?? null, exposure, guarded },
      behind: [...behind],
    })),
    findings: findingsOf(assessed, lang),
    reach: reach((possible) => !possible),
    maybeReach: reach((possible) => possible),
    ...(from !== undefined && { from: printBlast(blastOf(from, world), picture, name) }),
    questions: world.networkQuestions
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, ask, subject, count }) => ({ id, ask, subject, ...(count !== undefined && { count }) })),
  }
}

function printLink({ id, from, to, layer, control }: NetworkEdge): NonNullable<Finding['cut']>['link'] {
  return { id, from, to, layer, control }
}

function printEdge(edge: NetworkEdge): NetworkAnswer['links'][number] {
  const { assumed, by, on, trunk } = edge
  return { ...printLink(edge), ...(assumed && { assumed }), by: [...by], ...(on !== undefined && { seenOn: on }), ...(trunk && { trunk }) }
}

/** The findings of the network; of those about a way its hops and the links to cut. */
function findingsOf(assessed: Assessed, lang: Lang): Finding[] {
  const { tracked, catalogue, analysis, picture } = assessed
  return toldOnce(tracked, catalogue).flatMap((one) => {
    const { finding } = one
    if (finding?.area !== 'network') return []
    const way = wayOfFinding(finding, analysis.world.forbiddenPaths)
    const printed = JSON.parse(JSON.stringify(printFinding(finding, one, assessed, lang))) as Finding // lists that may be written to
    return [{ ...printed, ...(way && { path: hopsOf(way, analysis.world, picture), ...cutOf(way, analysis.world) }) }]
  })
}

function hopsOf({ start, hops }: ForbiddenPath, { networkEdges }: World, { slices }: Picture): NonNullable<Finding['path']> {
  return hops.map(({ edge, to }, at) => ({
    from: at === 0 ? start : (hops[at - 1]?.to ?? start),
    to,
    link: edge,
    evidence: (byId(networkEdges, edge)?.facts ?? []).map((one) => {
      const { fact, by, file, row, on } = toldBy(one, slices)
      const where = { ...(file !== undefined && { file }), ...(row !== undefined && { row }), ...(on !== undefined && { seenOn: on }) }
      return { source: by ?? fact.slice, id: fact.id, ...where }
    }),
  }))
}

function cutOf({ start, target }: ForbiddenPath, { networkNodes, networkEdges }: World): Pick<Finding, 'cut'> {
  const cut = minimumCut({ nodes: networkNodes, edges: networkEdges }, { from: start, to: target })
  const links = cut.map(printLink)
  const [link] = links
  const ended = cutActs(cut, networkNodes).flatMap((act) => (act.kind === 'end' ? [{ slice: act.slice, id: act.id }] : []))[0]
  return link ? { cut: { link, links, ...(ended && { giveUp: ended }) } } : {}
}

const namedSlices = ['zones', 'assets', 'lines', 'vpns', 'remotePaths'] as const
const hubWords = { ja: '台帳にないハブ', en: 'hub that nobody listed' }

/** What a point of the map is called. */
export function nameOf(id: string, world: World, lang: Lang): string {
  for (const slice of namedSlices) {
    const record: Entry | undefined = byId<Entry>(world[slice], id)
    const name: unknown = record && Reflect.get(record, 'name')
    if (typeof name === 'string') return name
  }
  const hub = byId(world.networkNodes, id)
  if (hub?.kind !== 'hub') return id
  const places = [byId(world.assets, hub.asset)?.name, hub.port].filter((part) => part !== undefined)
  return `${hubWords[lang]}(${places.join(' ')})`
}

/** What is in reach of whoever holds a point: named by its id, else by a name that one alone bears. */
function blastOf(from: string, world: World): Blast {
  const named = namedSlices.flatMap((slice) => world[slice].filter(({ name }) => name === from).map(({ id }): string => id))
  const isThere = byId(world.networkNodes, from) !== undefined || byId(world.assets, from) !== undefined
  const [start, ...others] = isThere ? [from] : named
  if (start === undefined || others.length > 0) throw noSuchPoint(from, others.length > 0)
  return waysFrom(checkOf(world), world, { start, fallen: true })
}

function noSuchPoint(from: string, isDouble: boolean): InputError {
  return new InputError({
    code: isDouble ? 'network/double-name' : 'network/no-such-point',
    message: isDouble
      ? { ja: `「${from}」という名前のものが、いくつもあります。`, en: `Several things are called "${from}".` }
      : { ja: `「${from}」は、地図にも機器の一覧にもありません。`, en: `"${from}" is neither on the map nor in the list of devices.` },
    action: {
      ja: '--json で出る zones・points・entrances の id を、--from に書いてください。',
      en: 'Give --from an id of zones, points or entrances as --json prints them.',
    },
  })
}

function printBlast(
  { start, zones, assets, systems, services }: Blast,
  { slices }: Picture,
  name: (id: string) => string,
): NonNullable<NetworkAnswer['from']> {
  return {
    id: start,
    name: name(start),
    zones: zones.map(({ zone }) => zone),
    assets: assets.length,
    systems: systems.map((id) => ({ id, name: byId(slices.systems, id)?.name ?? id })),
    services: [...services],
  }
}
