import type { RelationKind, RelationTerms, RelationView } from '@mimamori/contract'
import { addDays, byId, type CalendarDate, readDate } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { relationProblem } from './problems.ts'
import {
  addEvent,
  endRelation,
  findRelation,
  insertRelation,
  listEvents,
  listRelations,
  type StoredRelation,
  updateTerms,
} from './store.ts'
import { leaveSummaries } from './summaries.ts'
import { relationViewOf } from './view.ts'

/** Somebody of the facility, by name: both sides read who opened what. */
export interface NamedAsking extends Asking {
  readonly personName: string
}

export async function relationsOf(services: Services, asking: Asking, facility: string): Promise<RelationView[]> {
  await openFacility(services, asking, facility)
  return withScope(
    services.pool,
    asking,
    async (client) => {
      const relations = await listRelations(asking, client, facility)
      const events = await listEvents(
        asking,
        client,
        relations.map((one) => one.id),
      )
      return relations.map((one) => relationViewOf(one, events))
    },
    { readOnly: true },
  )
}

export interface Offer {
  readonly kind: RelationKind
  readonly name: string
  readonly vendor?: string | undefined
  readonly terms: RelationTerms
  readonly validUntil?: string | undefined
}

/** Offers a view; nobody sees anything before somebody of the other side has accepted. */
export async function offerRelation(services: Services, asking: NamedAsking, facility: string, offer: Offer): Promise<string> {
  const now = await openFacility(services, asking, facility)
  if (offer.kind === 'vendor' && !byId(now.picture.slices.vendors, offer.vendor)) throw relationProblem('relation/vendor-unknown')
  const terms = termsOf(offer.kind, offer.terms)
  const validUntil = lastInstant(services.today(), offer.kind, offer.validUntil)
  return withScope(services.pool, asking, async (client) => {
    const vendor = offer.kind === 'vendor' ? offer.vendor : undefined
    const made = await insertRelation(asking, client, {
      facility,
      kind: offer.kind,
      name: offer.name,
      vendor,
      terms,
      validUntil,
      at: services.now(),
    })
    if (made === undefined) throw relationProblem('relation/vendor-taken')
    await note(services, asking, client, {
      relation: made,
      what: 'offered',
      terms,
      validUntil: validUntil ?? null,
      facility,
      kind: offer.kind,
    })
    return made
  })
}

export async function changeRelation(
  services: Services,
  asking: NamedAsking,
  facility: string,
  change: { relation: string; version: number; terms: RelationTerms; validUntil?: string | undefined },
): Promise<void> {
  const now = await openFacility(services, asking, facility)
  await withScope(services.pool, asking, async (client) => {
    const held = await heldRelation(asking, client, facility, change.relation)
    if (held.version !== change.version) throw relationProblem('relation/changed-meanwhile')
    const terms = termsOf(held.kind, change.terms)
    const validUntil = lastInstant(services.today(), held.kind, change.validUntil)
    await updateTerms(asking, client, { relation: held.id, terms, validUntil })
    await leaveSummaries(asking, client, now)
    await note(services, asking, client, {
      relation: held.id,
      what: 'changed',
      terms,
      validUntil: validUntil ?? null,
      facility,
      kind: held.kind,
    })
  })
}

export async function withdrawRelation(services: Services, asking: NamedAsking, facility: string, relation: string): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    const held = await heldRelation(asking, client, facility, relation)
    await endRelation(asking, client, { relation: held.id, at: services.now() })
    const { terms, validUntil, kind } = held
    await note(services, asking, client, { relation: held.id, what: 'withdrawn', terms, validUntil, facility, kind })
  })
}

async function heldRelation(asking: Asking, client: PoolClient, facility: string, relation: string): Promise<StoredRelation> {
  const held = await findRelation(asking, client, { facility, relation })
  if (!held || (held.state !== 'offered' && held.state !== 'granted')) throw relationProblem('relation/not-found')
  return held
}

async function note(
  services: Services,
  asking: NamedAsking,
  client: PoolClient,
  event: { relation: string; what: string; terms: RelationTerms; validUntil: Date | string | null; facility: string; kind: RelationKind },
): Promise<void> {
  const { relation, what, terms, validUntil, facility, kind } = event
  await addEvent(asking, client, { relation, what, terms, validUntil, at: services.now(), by: asking.personName })
  await appendAudit(services, asking, client, {
    action: `relation/${what}`,
    subject: relation,
    detail: { facility, kind, terms, validUntil },
  })
}

/** A vendor's view follows from what it is; for all others something must be chosen. */
function termsOf(kind: RelationKind, terms: RelationTerms): RelationTerms {
  if (kind === 'vendor') return { areas: [], counts: false, named: true }
  const areas = [...new Set(terms.areas)].sort()
  if (areas.length === 0 && !terms.counts) throw relationProblem('relation/nothing-to-see')
  return { ...terms, areas }
}

const longestDays = 366

/** The end of the last day in Japan; insurers and inspectors get no view without one. */
function lastInstant(today: CalendarDate, kind: RelationKind, until: string | undefined): Date | undefined {
  const day = until === undefined ? undefined : readDate(until)
  const isLimited = kind === 'insurer' || kind === 'authority'
  if (until === undefined && !isLimited) return undefined
  if (day === undefined || day < today || (isLimited && day > addDays(today, longestDays))) throw relationProblem('relation/until-needed')
  return new Date(`${addDays(day, 1)}T00:00:00+09:00`)
}
