import { loadCatalogue } from '@mimamori/catalog'
import {
  checkNetwork,
  entityId,
  type ForbiddenPair,
  minimumCut,
  type NetworkEdge,
  type NetworkNode,
  networkOf,
  type Trust,
  withLink,
  withoutLink,
  type ZoneId,
} from '@mimamori/domain'
import { generateHospital } from '../tools/generate-hospital/hospital.ts'
import { randomFrom } from '../tools/generate-hospital/random.ts'
import { line, measure } from './measure.ts'

const trusts: readonly Trust[] = ['clinical', 'server', 'medical-device', 'office', 'guest', 'core', 'maintenance', 'dmz', 'eligibility']

interface Drawn {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly gates: readonly string[]
}

/**
 * A network shaped like a hospital's: of 50 nodes one is a zone; buildings of zones hang on core switches without rules between care
 * and its servers, firewalls hold office and guests apart, lines and ways of maintenance end on firewalls and routers, all other nodes
 * are devices in one zone or on a hub. The same for the same seed.
 */
function hospitalOf(count: number, seed: number): Drawn {
  const random = randomFrom(seed)
  const name = (kind: string, at: number) => `${kind}:${String(at).padStart(6, '0')}`
  const zones = Array.from({ length: count / 50 }, (_, at) => ({
    id: entityId<ZoneId>(name('z', at)),
    trust: trusts[at % trusts.length] ?? 'core',
  }))
  const nodes: NetworkNode[] = zones.map(({ id, trust }) => ({ id, kind: 'zone', zone: id, trust }))
  const edges: NetworkEdge[] = []
  const gates: string[] = []
  const join = (a: string, b: string, control: NetworkEdge['control']) => {
    const [from, to] = a < b ? [a, b] : [b, a]
    edges.push({ id: `${from}~${to}`, from, to, layer: 'l3', control, by: ['zone'], facts: [{ slice: 'zones', id: from }] })
  }
  for (let first = 0, at = 0; first < zones.length; first += trusts.length, at++) {
    const building = zones.slice(first, first + trusts.length)
    const [core, firewall] = [name('d:core', at), name('d:fw', at)]
    const device = (id: string): NetworkNode => ({ id, kind: 'device' })
    nodes.push(device(core), device(firewall), { id: name('line', at), kind: 'outside', trust: at % 3 === 0 ? 'internet' : 'partner' })
    gates.push(firewall)
    join(name('line', at), firewall, 'filter')
    for (const { id, trust } of building)
      if (trust === 'office' || trust === 'guest' || trust === 'eligibility' || trust === 'dmz') join(firewall, id, 'filter')
      else join(core, id, trust === 'core' || trust === 'maintenance' ? 'unknown' : 'none')
  }
  for (let at = 0; nodes.length < count; at++) {
    const id = name('d:pc', at)
    nodes.push({ id, kind: 'device' })
    join(id, zones[random.whole(zones.length)]?.id ?? id, 'none')
    if (at % 400 === 0) join(id, zones[random.whole(zones.length)]?.id ?? id, 'none')
  }
  return { nodes: nodes.toSorted(byId), edges: single(edges).toSorted(byId), gates }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function single(edges: readonly NetworkEdge[]): readonly NetworkEdge[] {
  return [...new Map(edges.filter(({ from, to }) => from !== to).map((edge) => [edge.id, edge])).values()]
}

function benchCheck(count: number, bar: string, pairs: readonly ForbiddenPair[]): readonly string[] {
  const { nodes, edges, gates } = hospitalOf(count, 7)
  const check = checkNetwork(nodes, edges, { pairs, gates })
  const zones = nodes.filter(({ kind }) => kind === 'zone')
  const random = randomFrom(11)
  const added = (round: number): NetworkEdge => {
    const [from, to] = [zones[random.whole(zones.length)]?.id ?? '', zones[random.whole(zones.length)]?.id ?? '']
    return { id: `lk:${round}`, from, to, layer: 'l3', control: round % 2 === 0 ? 'none' : 'unknown', by: ['stated'], facts: [] }
  }
  const path = check.forbiddenPaths[0]
  return [
    `network: ${nodes.length} nodes (${zones.length} zones), ${edges.length} links, ${check.found.size} starts, ${check.forbiddenPaths.length} ways that must not be open (bar: ${bar} ms, 1 ms after one link)`,
    line(
      '  links that must not be, from nodes and links',
      measure(
        25,
        () => edges,
        (now) => checkNetwork(nodes, now, { pairs, gates }),
      ),
    ),
    line(
      '  after one link between zones',
      measure(101, added, (edge) => withLink(check, edge)),
    ),
    line(
      '  after one link taken away',
      measure(
        101,
        (round) => edges[(round * 37) % edges.length]?.id ?? '',
        (id) => withoutLink(check, id),
      ),
    ),
    ...(path
      ? [
          line(
            '  the smallest cut of one way',
            measure(
              25,
              () => path,
              ({ start: from, target: to }) => minimumCut({ nodes, edges }, { from, to }),
            ),
          ),
        ]
      : []),
  ]
}

/** How fast a map is held against the ways that must not be open, whole and while somebody draws. */
export function benchNetwork(): readonly string[] {
  const { reference } = loadCatalogue()
  const { slices } = generateHospital(reference.items)
  const asOf = slices.sources[0]?.seenOn
  const whole = asOf
    ? [
        line(
          '  the whole map of the hospital of 500 beds',
          measure(
            15,
            () => ({ ...slices }),
            (now) => networkOf(now, reference, { asOf }),
          ),
        ),
      ]
    : []
  return [...benchCheck(2000, '10', reference.forbiddenPairs), ...benchCheck(20_000, '40', reference.forbiddenPairs), ...whole]
}
