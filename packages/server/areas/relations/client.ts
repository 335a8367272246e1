import { type ClientLine, type ClientView, facilityCounts, type ViewedFindingView } from '@mimamori/contract'
import { describe, type Finding, type Lang, partyOf } from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import { joinedOf } from '../checklists/index.ts'
import { levelOf } from '../home/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { inBoth } from '../words.ts'
import { enterRelation, type OutsideAsking } from './enter.ts'
import { relationProblem } from './problems.ts'
import { leave, listClients, listEvents, type StoredClient } from './store.ts'
import { relationViewOf } from './view.ts'

/** The facilities that have opened something to this organisation: one query, no picture. */
export async function clientsOf(services: Services, asking: OutsideAsking): Promise<ClientLine[]> {
  const clients = await withScope(services.pool, asking, (client) => listClients(asking, client, services.now()), { readOnly: true })
  return clients.map(lineOf)
}

function lineOf({ relation, kind, terms, name, since, validUntil, madeOn, body }: StoredClient): ClientLine {
  const counts = kind !== 'vendor' && terms.counts ? facilityCounts.safeParse(body).data : undefined
  const isNamed = kind === 'vendor' || terms.named || terms.areas.length > 0
  return {
    relation,
    kind,
    since,
    ...(isNamed && name !== null && { name }),
    ...(validUntil !== null && { validUntil }),
    ...(madeOn !== null && { madeOn }),
    ...(counts && { counts }),
  }
}

/** One facility as far as it has opened itself. */
export async function clientOf(services: Services, asking: OutsideAsking, id: string): Promise<ClientView> {
  const { held, seen, relation } = await enterRelation(services, asking, id)
  const events = await withScope(services.pool, asking, (client) => listEvents(asking, client, [id]), { readOnly: true })
  const level = held.terms.areas.includes('checklists') ? levelOf(seen) : undefined
  return {
    relation: relationViewOf(held, events),
    facility: seen.picture.slices.facility[0]?.name ?? (held.terms.named ? seen.state.name : ''),
    today: seen.asOf,
    ...(relation.slices.has('answers') && relation.sees === 'whole-slices' && { joined: joinedOf(seen) }),
    ...(level && { level }),
    findings: seen.analysis.findings.flatMap((finding) => viewedFindingOf(seen, finding)),
  }
}

/** A finding in words, with the names that the viewer may read. */
export function viewedFindingOf(seen: Kept, finding: Finding): ViewedFindingView[] {
  const entry = seen.catalogue.rules.get(finding.rule)
  if (!entry) return []
  const say = (lang: Lang) => describe(finding, { picture: seen.picture, entry, wording: seen.catalogue.reference, lang })
  const both = { ja: say('ja'), en: say('en') }
  return [
    {
      id: finding.id,
      severity: finding.severity,
      state: 'open',
      title: inBoth((lang) => both[lang].title),
      step: inBoth((lang) => both[lang].step),
      party: partyOf(finding.parties),
      partyNames: both.ja.partyNames.map((name, at) => ({ ja: name, en: both.en.partyNames[at] ?? name })),
      reasons: both.ja.reasons.map((reason, at) => ({ ja: reason.text, en: both.en.reasons[at]?.text ?? reason.text })),
      ...(finding.dueOn !== undefined && { dueOn: finding.dueOn }),
    },
  ]
}

/** The viewer gives back what it was shown. */
export async function leaveClient(services: Services, asking: OutsideAsking, id: string): Promise<void> {
  const left = await withScope(services.pool, asking, (client) =>
    leave(client, { relation: id, at: services.now(), by: asking.personName }),
  )
  if (!left) throw relationProblem('relation/not-found')
}
