import type { HandOverView } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { keepingOwner, withdrawOpen } from '../people/index.ts'
import type { Services } from '../services.ts'
import { handOverProblem } from './problems.ts'
import { findHandOver, listHandOvers, type StoredHandOver, updateWords, withdrawHandOver } from './store.ts'

export async function handOversOf(services: Services, asking: Asking): Promise<HandOverView[]> {
  const at = services.now()
  const stored = await withScope(services.pool, asking, (client) => listHandOvers(asking, client), { readOnly: true })
  return stored.map((one) => viewOf(one, at))
}

function viewOf(one: StoredHandOver, at: Date): HandOverView {
  const { id, movesOn, places, calls, facility, tasks, begunAt, begunBy, acceptedAt, withdrawnAt } = one
  return {
    id,
    state: stateOf(one, at),
    predecessor: { person: one.predecessor, name: one.predecessorName },
    successor: { name: one.successorName, ...(one.successor !== null && { person: one.successor }) },
    movesOn,
    places,
    calls,
    tasks,
    begunAt,
    begunBy,
    ...(facility !== null && { facility }),
    ...(acceptedAt !== null && { acceptedAt }),
    ...(withdrawnAt !== null && { withdrawnAt }),
  }
}

/** The day comes by itself: nothing has to run for it. */
export function stateOf({ state, endsAt }: StoredHandOver, at: Date): StoredHandOver['state'] {
  return state === 'begun' && new Date(endsAt).getTime() <= at.getTime() ? 'moved' : state
}

interface Words {
  readonly places: string
  readonly calls: string
}

export async function changeHandOver(
  services: Services,
  asking: Asking,
  { handOver, seen, ...mine }: { handOver: string; seen: Words } & Words,
): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    const held = await findHandOver(asking, client, handOver)
    if (!held) throw handOverProblem('hand-over/no-such')
    if (held.state === 'withdrawn') throw handOverProblem('hand-over/over')
    const words = { places: joined(held, mine, seen, 'places'), calls: joined(held, mine, seen, 'calls') }
    await updateWords(asking, client, { id: held.id, ...words })
    await appendAudit(services, asking, client, { action: 'hand-over/changed', subject: held.id })
  })
}

/** What is to stand in one field: two who write different fields both keep theirs; on one field the second is told. */
function joined(held: Words, mine: Words, seen: Words, field: keyof Words): string {
  if (mine[field] === seen[field]) return held[field]
  if (held[field] !== seen[field] && held[field] !== mine[field]) throw handOverProblem('hand-over/changed-meanwhile')
  return mine[field]
}

/** Before the day; the invitation of a successor who has not come yet is worthless from now on. */
export async function stopHandOver(services: Services, asking: Asking, id: string): Promise<void> {
  const at = services.now()
  await withScope(services.pool, asking, async (client) => {
    const held = await findHandOver(asking, client, id)
    if (!held) throw handOverProblem('hand-over/no-such')
    const state = stateOf(held, at)
    if (state !== 'waiting' && state !== 'begun') throw handOverProblem('hand-over/over')
    if (held.invitation !== null) await withdrawOpen(asking, client, { invitation: held.invitation, at })
    await keepingOwner(() => withdrawHandOver(asking, client, { id, predecessor: held.predecessor, at }))
    await appendAudit(services, asking, client, { action: 'hand-over/withdrawn', subject: id })
  })
}
