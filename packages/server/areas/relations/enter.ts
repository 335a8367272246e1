import {
  analyse,
  cutSlices,
  type OrganisationId,
  type Picture,
  type Relation,
  relationOf,
  sliceNames,
  type VendorId,
  viewFor,
} from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { relationProblem } from './problems.ts'
import { enter, noteVisit, readAsViewer, readOrganisationName, type StoredRelation } from './store.ts'

/** Somebody of another organisation, who comes in by a relation. */
export interface OutsideAsking extends Asking {
  readonly person: string
  readonly personName: string
}

export interface Entered {
  readonly held: StoredRelation
  readonly relation: Relation
  /** What the viewer may see, in the shape of a facility, so that every page is made of this and of nothing else. */
  readonly seen: Kept
  /** Reads and writes in the facility's name, by the relation; every transaction enters anew. */
  readonly asking: Asking
}

/** A visit of the same person within this time is one visit in the audit trail. */
const quietMinutes = 30

/** Comes in by a relation that lives; anything else is told as what is not there. */
export async function enterRelation(services: Services, asking: OutsideAsking, id: string): Promise<Entered> {
  const at = services.now()
  const { held, organisation, organisationName } = await withScope(services.pool, asking, async (client) => ({
    held: await readAsViewer(asking, client, id),
    organisationName: await readOrganisationName(asking, client),
    organisation: await enter(client, id, at),
  }))
  if (!held || organisation === undefined) throw relationProblem('relation/not-found')
  const via = { relation: id, viewer: asking.organisation, at }
  const inside: Asking = { organisation, person: asking.person, from: asking.from, via }
  const kept = await openFacility(services, inside, held.facility)
  await noteEntry(services, inside, { relation: id, name: asking.personName, organisationName })
  const relation = relationFor(held, asking.organisation)
  return { held, relation, seen: cutFor(services, relation, kept), asking: inside }
}

function relationFor(held: StoredRelation, viewer: string): Relation {
  if (held.kind === 'vendor') return relationOf({ kind: 'vendor', vendor: held.vendor as VendorId }) // the database holds a vendor for this kind
  return relationOf({ kind: held.kind, viewer: viewer as OrganisationId, areas: held.terms.areas }) // the organisation that asks
}

/**
 * The facility cut down to the view: the lists are made anew of the cut picture, the findings are those of the whole picture
 * that the viewer may have. The revision counts hidden changes, so it is not told.
 */
export function cutFor(services: Pick<Services, 'rules'>, relation: Relation, kept: Kept): Kept {
  const { facility } = kept.picture
  const picture: Picture = { facility, revision: 0, slices: cutSlices(relation, kept.picture) }
  const { catalogue, asOf } = kept
  const lists = analyse(services.rules, { picture, catalogue, asOf })
  const findings = viewFor(relation, kept.picture, kept.analysis.findings)
  const versions = new Map<string, number>()
  for (const slice of sliceNames) {
    for (const { id } of picture.slices[slice]) {
      const version = kept.versions.get(versionKey(slice, id))
      if (version !== undefined) versions.set(versionKey(slice, id), version)
    }
  }
  return { ...kept, state: { ...kept.state, revision: 0 }, picture, versions, analysis: { ...lists, findings }, tracked: [], lines: [] }
}

async function noteEntry(
  services: Services,
  inside: Asking,
  visit: { relation: string; name: string; organisationName: string },
): Promise<void> {
  const { relation, name, organisationName } = visit
  await withScope(services.pool, inside, async (client) => {
    const isNew = await noteVisit(inside, client, { person: inside.person ?? '', name, organisationName, at: services.now(), quietMinutes })
    if (isNew)
      await appendAudit(services, inside, client, {
        action: 'relation/entered',
        subject: relation,
        detail: { organisation: organisationName },
      })
  })
}
