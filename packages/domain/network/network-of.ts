import { lastSeenOf } from '../assets/index.ts'
import type { CalendarDate } from '../ids.ts'
import type { Reference, Slices } from '../picture.ts'
import { assetZonesOf } from './asset-zones.ts'
import type { NetworkCheck } from './check.ts'
import { checkOf } from './check-of.ts'
import { edgesOf } from './edges.ts'
import { entrancesOf } from './entrances.ts'
import { hubPortsOf } from './hub-ports.ts'
import { nodesOf } from './nodes.ts'
import { questionsOf } from './questions.ts'
import type { AssetZones, Entrance, ForbiddenPath, NetworkEdge, NetworkNode, NetworkQuestion, Reach, Whereabouts } from './types.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** The map and everything that is decided on it; the same as the kernel derives. */
export interface Network {
  readonly whereabouts: readonly Whereabouts[]
  readonly assetZones: readonly AssetZones[]
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly entrances: readonly Entrance[]
  readonly reach: readonly Reach[]
  readonly forbiddenPaths: readonly ForbiddenPath[]
  readonly questions: readonly NetworkQuestion[]
  /** For walks, for what stops with a device, and for links tried out. */
  readonly check: NetworkCheck
}

/** What the map is made of. */
export type NetworkFacts = Pick<
  Slices,
  'facility' | 'assets' | 'claims' | 'lines' | 'vpns' | 'remotePaths' | 'systems' | 'sources' | 'zones' | 'links'
>

type Lists = Pick<Reference, 'forbiddenPairs' | 'mobileRouterMakers' | 'assetKinds'>

/** The network of these records without the kernel: for what somebody tries out on the map. */
export function networkOf(slices: NetworkFacts, reference: Lists, { asOf }: { readonly asOf: CalendarDate }): Network {
  const lastSeen = lastSeenOf({ claims: slices.claims, asOf }).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const whereabouts = whereaboutsOf({ ...slices, lastSeen }).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const hubPorts = hubPortsOf({ ...slices, whereabouts })
  const assetZones = assetZonesOf({ ...slices, whereabouts, hubPorts })
  const edges = edgesOf({ ...slices, whereabouts, hubPorts, assetZones })
  const nodes = nodesOf({ ...slices, ...reference, assetZones, networkEdges: edges })
  const derived = { networkNodes: nodes, networkEdges: edges, forbiddenPairs: reference.forbiddenPairs }
  const check = checkOf(derived)
  const questions = questionsOf({ ...slices, ...reference, whereabouts, assetZones, networkEdges: edges })
  const entrances = entrancesOf({ ...slices, ...derived }).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const reach = check.reach.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { whereabouts, assetZones, nodes, edges, entrances, reach, forbiddenPaths: check.forbiddenPaths, questions, check }
}
