import { byId, type Person, type PersonId, type Picture } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { taskProblem } from './problems.ts'
import { type KnownOfSelf, readSelf, writeSelf } from './store.ts'

/** Somebody who is signed in, or whose calendar is asked for. */
export interface Self extends Asking {
  readonly person: string
  readonly personName: string
}

/** The one of the facility's list of people who is signed in. */
export function ownRecord(services: Services, self: Self, now: Kept): Promise<Person | undefined> {
  return withScope(services.pool, self, (client) => ownRecordIn(services, self, client, now), { readOnly: true })
}

/** The same in a transaction that is there already. */
export async function ownRecordIn(services: Services, self: Self, client: PoolClient, now: Kept): Promise<Person | undefined> {
  const asked = { facility: now.state.facility, name: folded(self.personName), at: services.now() }
  return recordOf(now.picture, self.personName, await readSelf(self, client, asked))
}

/**
 * What the person has said, by id. NOTE: where they have said nothing, the one of their name, whatever the spaces in it, while there is
 * no doubt: two of one name in the list, or two accounts of one name, are nobody, since tasks must not go to the wrong desk.
 */
export function recordOf({ slices }: Picture, name: string, { record, taken, hasNamesake }: KnownOfSelf): Person | undefined {
  if (record !== null) return byId(slices.people, byId(slices.aliases, record)?.to ?? record)
  if (hasNamesake || folded(name) === '') return undefined
  const found = slices.people.filter((person) => folded(person.name) === folded(name))
  return found.length === 1 && !found.some(({ id }) => taken.includes(id)) ? found[0] : undefined
}

function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}

/** 「この名前がわたしです」: from now on their tasks are those of this record; null: by the name again. */
export async function sayWhoIAm(
  services: Services,
  self: Self,
  { facility, record }: { facility: string; record: PersonId | null },
): Promise<void> {
  const now = await openFacility(services, self, facility)
  if (record !== null && !byId(now.picture.slices.people, record)) throw taskProblem('task/no-such-person')
  await withScope(services.pool, self, async (client) => {
    if (!(await writeSelf(self, client, { facility, record, at: services.now() }))) throw taskProblem('task/somebody-else')
    await appendAudit(services, self, client, { action: 'task/self-said', subject: facility, detail: { record } })
  })
}
