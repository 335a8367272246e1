import type { CalendarDate } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import type { Entry } from '../record.ts'
import type { LinkControl, LinkEvidence, LinkLayer, NetworkEdge, NetworkFact } from './types.ts'

/** Everything that tells of links. */
export type Seen = Pick<
  World,
  'assets' | 'zones' | 'links' | 'lines' | 'vpns' | 'remotePaths' | 'systems' | 'sources' | 'whereabouts' | 'hubPorts' | 'assetZones'
>

export interface NewEdge {
  readonly from: string
  readonly to: string
  readonly layer: LinkLayer
  readonly control: LinkControl
  readonly assumed?: boolean
  readonly by: LinkEvidence
  readonly facts: readonly NetworkFact[]
  readonly on?: CalendarDate | undefined
  readonly trunk?: boolean
}

interface Draft {
  id: string
  from: string
  to: string
  layer: LinkLayer
  control: LinkControl
  assumed: boolean
  by: LinkEvidence[]
  facts: NetworkFact[]
  on: CalendarDate | undefined
  trunk: boolean
}

/** Links by their two ends: what several sources tell of one pair is one link. */
export class EdgeSet {
  readonly #drafts = new Map<string, Draft>()

  /** Adds a link, or what it tells to the link of this pair. A way counts before a cable that is none. */
  add({ from, to, layer, control, assumed = false, by, facts, on, trunk = false }: NewEdge): void {
    if (from === to) return
    const [a, b] = inOrder(from, to)
    const before = this.#drafts.get(`${a}~${b}`)
    if (!before) {
      this.#drafts.set(`${a}~${b}`, { id: `${a}~${b}`, from: a, to: b, layer, control, assumed, by: [by], facts: [...facts], on, trunk })
      return
    }
    if (before.trunk && !trunk) Object.assign(before, { layer, control, assumed, trunk })
    addEvidence(before, { by, facts, on })
  }

  /** What a person has stated of a pair counts before what is assumed of it; `id` is that of the statement. */
  state(id: string, edge: NewEdge): void {
    this.add(edge)
    const draft = this.get(edge.from, edge.to)
    if (!draft) return
    const { layer, control, from, to, trunk = false } = edge
    Object.assign(draft, { id, layer, control, assumed: false, trunk })
    if (control === 'one-way') Object.assign(draft, { from, to })
  }

  get(from: string, to: string): Readonly<Draft> | undefined {
    return this.#drafts.get(inOrder(from, to).join('~'))
  }

  delete(from: string, to: string): void {
    this.#drafts.delete(inOrder(from, to).join('~'))
  }

  ends(): readonly string[] {
    return [...this.#drafts.values()].flatMap(({ from, to }) => [from, to])
  }

  all(): readonly NetworkEdge[] {
    const edges = [...this.#drafts.values()].map(({ on, assumed, trunk, ...edge }): NetworkEdge => {
      return { ...edge, ...(assumed && { assumed }), ...(on !== undefined && { on }), ...(trunk && { trunk }) }
    })
    return edges.sort((one, other) => (one.id < other.id ? -1 : 1))
  }
}

function addEvidence(draft: Draft, { by, facts, on }: Pick<NewEdge, 'by' | 'facts' | 'on'>): void {
  if (!draft.by.includes(by)) draft.by.push(by)
  for (const fact of facts) if (!draft.facts.some((one) => isSameFact(one, fact))) draft.facts.push(fact)
  if (on !== undefined && (draft.on === undefined || draft.on < on)) draft.on = on
}

export function isSameFact(one: NetworkFact, other: NetworkFact): boolean {
  return one.slice === other.slice && one.id === other.id && one.field === other.field
}

function inOrder(from: string, to: string): readonly [string, string] {
  return from < to ? [from, to] : [to, from]
}

/** The day on which somebody last confirmed a record, or on which its source was seen. */
export function dayOf(record: Entry | undefined, { sources }: Pick<World, 'sources'>): CalendarDate | undefined {
  return record?.confirmedOn ?? byId(sources, record?.source)?.seenOn
}

/** The latest of these days. */
export function latest(...days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return days.reduce((best, day) => (day !== undefined && (best === undefined || best < day) ? day : best), undefined)
}
