import type { MadeInvitation, Role } from '@mimamori/contract'
import { addDays, readDate } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import { changeFacility } from '../facilities/index.ts'
import type { HandlerParts } from '../handler-parts.ts'
import { checkMayGive, keepingOwner, listMembers, makeInvitation, type RoleAsking } from '../people/index.ts'
import type { Services } from '../services.ts'
import { handOverProblem } from './problems.ts'
import { closeMoved, insertHandOver } from './store.ts'
import { type TasksGoOver, tasksGoOver } from './tasks.ts'

export interface HandOverAsking extends RoleAsking {
  readonly personName: string
}

export interface Beginning {
  readonly predecessor: string
  readonly successor: { readonly person: string } | { readonly name: string; readonly way: 'mail' | 'card' | 'phone' }
  readonly movesOn: string
  readonly places: string
  readonly calls: string
  readonly facility?: { readonly id: string; readonly from?: string | undefined; readonly to?: string | undefined } | undefined
}

export interface Begun {
  readonly handOver: string
  readonly tasks: number
  readonly invitation?: MadeInvitation
}

/** The two people, the rights, the tasks and the trail in one transaction: a hand-over that is half begun would leave nobody in charge. */
export async function beginHandOver(parts: HandlerParts, asking: HandOverAsking, wanted: Beginning): Promise<Begun> {
  const { services } = parts
  const { facility } = wanted
  checkDay(services, wanted.movesOn)
  const both = await whoAndWhom(services, asking, wanted)
  if (!facility) return withScope(services.pool, asking, (client) => begin(parts, asking, client, { wanted, both }))
  let begun: Begun | undefined
  await changeFacility(
    services,
    asking,
    facility.id,
    async (now) => {
      const { from, to } = facility
      const over = tasksGoOver(now, { from, to, successorName: both.successorName, movesOn: wanted.movesOn, by: asking.personName })
      return {
        batch: { changes: over.changes, by: 'system', note: { action: 'facility/changed', detail: { by: 'hand-over' } } },
        value: over,
      }
    },
    {
      after: async (client, over) => {
        begun = await begin(parts, asking, client, { wanted, both, over })
      },
    },
  )
  if (!begun) throw handOverProblem('hand-over/begun-already')
  return begun
}

const longestDays = 366

function checkDay(services: Services, movesOn: string): void {
  const day = readDate(movesOn)
  const today = services.today()
  if (day === undefined || day <= today || day > addDays(today, longestDays)) throw handOverProblem('hand-over/day-needed')
}

interface Both {
  readonly predecessorName: string
  readonly successorName: string
  readonly roles: readonly Role[]
}

async function whoAndWhom(services: Services, asking: RoleAsking, { predecessor, successor }: Beginning): Promise<Both> {
  const members = await withScope(services.pool, asking, (client) => listMembers(asking, client, services.now()), { readOnly: true })
  const from = members.find((member) => member.person === predecessor)
  if (!from) throw handOverProblem('hand-over/no-such')
  checkMayGive(asking, from.roles)
  if ('name' in successor) return { predecessorName: from.name, successorName: successor.name, roles: from.roles }
  const to = members.find((member) => member.person === successor.person && !member.disabled)
  if (!to) throw handOverProblem('hand-over/no-such')
  if (to.person === from.person) throw handOverProblem('hand-over/same-person')
  return { predecessorName: from.name, successorName: to.name, roles: from.roles }
}

async function begin(
  parts: HandlerParts,
  asking: HandOverAsking,
  client: PoolClient,
  { wanted, both, over }: { wanted: Beginning; both: Both; over?: TasksGoOver },
): Promise<Begun> {
  const { services } = parts
  const at = services.now()
  const { predecessor, successor, movesOn, places, calls, facility } = wanted
  await closeMoved(asking, client, { predecessor, at })
  const invitation = 'name' in successor ? await invite(parts, asking, client, { ...successor, roles: both.roles }) : undefined
  const made = await keepingOwner(() =>
    insertHandOver(asking, client, {
      ...both,
      facility: facility?.id,
      predecessor,
      successor: 'person' in successor ? successor.person : undefined,
      invitation: invitation?.id,
      fromRecord: over?.from,
      toRecord: over?.to,
      tasks: over?.tasks ?? 0,
      movesOn,
      endsAt: new Date(`${movesOn}T00:00:00+09:00`),
      places,
      calls,
      at,
      by: asking.personName,
    }),
  )
  if (made === undefined) throw handOverProblem('hand-over/begun-already')
  const detail = { predecessor, successor, movesOn, roles: both.roles, facility: facility?.id, tasks: over?.tasks ?? 0 }
  await appendAudit(services, asking, client, { action: 'hand-over/begun', subject: made, detail })
  return { handOver: made, tasks: over?.tasks ?? 0, ...(invitation && { invitation }) }
}

/** NOTE: an invitation carries one role; the others follow with the hand-over when it is accepted. */
const strongestFirst: readonly Role[] = ['owner', 'manager', 'editor', 'responder', 'auditor', 'reader']

function invite(
  parts: HandlerParts,
  asking: HandOverAsking,
  client: PoolClient,
  { name, way, roles }: { name: string; way: 'mail' | 'card' | 'phone'; roles: readonly Role[] },
): Promise<MadeInvitation> {
  const role = strongestFirst.find((one) => roles.includes(one)) ?? 'reader'
  return makeInvitation(parts, asking, client, { purpose: 'member', role, name, way })
}
