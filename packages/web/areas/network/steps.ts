import {
  type AssetId,
  type CalendarDate,
  cutActs,
  endsToState,
  entityId,
  type Link,
  type LinkControl,
  type LinkEnds,
  type LinkId,
  type NetworkCheck,
  type NetworkEdge,
  type NetworkNode,
  type RemotePath,
  type Vpn,
  withLink,
  withoutLink,
} from '@mimamori/domain'
import { addRecord, setFields, type Versioned, type Wanted } from '../../data/changes.ts'

/** What somebody tries on the map. Ids of the records that keeping it makes are chosen at once, so that trying and keeping are the same. */
export type Step =
  | { readonly kind: 'cut'; readonly edge: NetworkEdge; readonly link: LinkId }
  | { readonly kind: 'control'; readonly edge: NetworkEdge; readonly control: LinkControl; readonly link: LinkId }
  /** The other end of the link: `stays` keeps it, `to` is where it goes now. */
  | {
      readonly kind: 'move'
      readonly edge: NetworkEdge
      readonly stays: string
      readonly to: string
      readonly link: LinkId
      readonly cut: LinkId
    }
  /** A VPN or a way of maintenance is given up, and its links go with it. */
  | { readonly kind: 'end'; readonly slice: 'vpns' | 'remotePaths'; readonly id: string }
  | { readonly kind: 'split'; readonly zone: string; readonly name: string; readonly wanted: readonly Wanted[] }

export interface Known {
  readonly nodes: readonly NetworkNode[]
  readonly links: readonly Versioned<Link>[]
  readonly vpns: readonly Versioned<Vpn>[]
  readonly remotePaths: readonly Versioned<RemotePath>[]
  readonly today: CalendarDate
}

/** What each try would store; the same changes are tried on the server and, if wanted, kept. */
export function changesOf(steps: readonly Step[], known: Known): readonly Wanted[] {
  return steps.flatMap((step) => changesOfStep(step, known))
}

function changesOfStep(step: Step, known: Known): readonly Wanted[] {
  switch (step.kind) {
    case 'cut':
      return cut(step.edge, step.link, known)
    case 'control':
      return control(step, known)
    case 'move':
      return move(step, known)
    case 'end':
      return end(step, known)
    case 'split':
      return step.wanted
  }
}

/** What takes these links away: each by itself, or all with the VPN or way of maintenance from which they follow. */
export function stepsToCut(edges: readonly NetworkEdge[], known: Pick<Known, 'nodes' | 'links'>, newLink: () => LinkId): readonly Step[] {
  return cutActs(edges, known.nodes).flatMap((act): readonly Step[] => {
    if (act.kind === 'end') return [{ kind: 'end', slice: act.slice, id: act.id }]
    const [edge] = act.edges
    return canCut(edge, known) ? [{ kind: 'cut', edge, link: newLink() }] : []
  })
}

interface Drawn {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly Pick<NetworkEdge, 'id' | 'from' | 'to'>[]
}

/** The links that are away with a step, of those that are there. */
export function linksGoneWith(step: Step, { nodes, edges }: Drawn): readonly string[] {
  if (step.kind === 'cut' || step.kind === 'move') return [step.edge.id]
  if (step.kind !== 'end') return []
  const gone = new Set(nodes.flatMap(({ id, vpn }) => (id === step.id || vpn === step.id ? [id] : [])))
  return edges.filter(({ from, to }) => gone.has(from) || gone.has(to)).map(({ id }) => id)
}

function end({ slice, id }: Extract<Step, { kind: 'end' }>, { vpns, remotePaths, today }: Known): readonly Wanted[] {
  if (slice === 'vpns') return vpns.filter(({ record }) => record.id === id).map((vpn) => setFields('vpns', vpn, { endedOn: today }))
  const paths = remotePaths.filter(({ record }) => record.id === id)
  return paths.map((path) => setFields('remotePaths', path, { endedOn: today }))
}

/** True where a link can say of this one that it is away: both ends stand in the register. */
export function canCut(edge: NetworkEdge, known: Pick<Known, 'nodes' | 'links'>): boolean {
  return isStated(edge, known) || endsToState(edge, known.nodes) !== undefined
}

/** True where a record can say what stands on this link. */
export function canControl(edge: NetworkEdge, known: Pick<Known, 'nodes' | 'links'>): boolean {
  return isStated(edge, known) || endsBetween(edge.from, edge.to, known.nodes) !== undefined
}

function isStated(edge: NetworkEdge, { links }: Pick<Known, 'links'>): boolean {
  return links.some(({ record }) => record.id === edge.id)
}

function cut(edge: NetworkEdge, id: LinkId, { nodes, links, today }: Known): readonly Wanted[] {
  const stated = links.find(({ record }) => record.id === edge.id)
  if (stated) return [setFields('links', stated, { cutOn: today })]
  const ends = endsToState(edge, nodes)
  return ends ? [addRecord('links', { id, ...ends, layer: edge.layer, control: edge.control, cutOn: today })] : []
}

function control({ edge, control: next, link: id }: Extract<Step, { kind: 'control' }>, { nodes, links }: Known): readonly Wanted[] {
  const stated = links.find(({ record }) => record.id === edge.id)
  if (stated) return [setFields('links', stated, { control: next })]
  const ends = endsBetween(edge.from, edge.to, nodes)
  return ends ? [addRecord('links', { id, ...ends, layer: edge.layer, control: next })] : []
}

function move(step: Extract<Step, { kind: 'move' }>, known: Known): readonly Wanted[] {
  const { edge, stays, to, link: id, cut: cutId } = step
  const ends = endsBetween(stays, to, known.nodes)
  if (!ends) return []
  const stated = known.links.find(({ record }) => record.id === edge.id)
  const none = { fromZone: undefined, fromAsset: undefined, fromLine: undefined, toZone: undefined, toAsset: undefined }
  if (stated) return [setFields('links', stated, { ...none, ...ends })]
  return [...cut(edge, cutId, known), addRecord('links', { id, ...ends, layer: edge.layer, control: edge.control })]
}

/** The two ends of a link that goes elsewhere. NOTE: a device that is found in the register may not stand on the map yet. */
export function endsBetween(from: string, to: string, nodes: readonly NetworkNode[]): LinkEnds | undefined {
  const missing = [from, to].filter((id) => !nodes.some((node) => node.id === id))
  const added = missing.map((id): NetworkNode => ({ id, kind: 'device', asset: entityId<AssetId>(id) }))
  const all = added.length > 0 ? [...nodes, ...added].toSorted((one, other) => (one.id < other.id ? -1 : 1)) : nodes
  return hasHub({ from, to }, all) ? undefined : endsToState({ from, to }, all)
}

/** What stands between a device and a hub that nobody listed, nobody can set. */
function hasHub({ from, to }: Pick<NetworkEdge, 'from' | 'to'>, nodes: readonly NetworkNode[]): boolean {
  return nodes.some(({ id, kind }) => kind === 'hub' && (id === from || id === to))
}

/** What can be reached with these tried, at once; dividing a zone is worked out by the server alone, which knows every device. */
export function checkAfter(check: NetworkCheck, steps: readonly Step[]): NetworkCheck {
  return steps.reduce((now, step) => {
    if (step.kind === 'split') return now
    if (step.kind === 'end') return linksGoneWith(step, now.graph).reduce(withoutLink, now)
    const without = withoutLink(now, step.edge.id)
    if (step.kind === 'cut') return without
    if (step.kind === 'control') return withLink(without, { ...step.edge, control: step.control })
    return withLink(without, { ...step.edge, id: step.link, from: step.stays, to: step.to })
  }, check)
}

/** One try more; another try of the same link takes the place of the first. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  const subject = subjectOfStep(step)
  return [...steps.filter((one) => one.kind === 'split' || subjectOfStep(one) !== subject), step]
}

/** What a step is about: a link, or what is given up or divided. */
export function subjectOfStep(step: Step): string {
  if (step.kind === 'split') return `split ${step.zone} ${step.name}`
  return step.kind === 'end' ? `end ${step.id}` : step.edge.id
}
