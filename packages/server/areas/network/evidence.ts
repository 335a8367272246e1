import type { NetworkEvidence } from '@mimamori/contract'
import { byId, dayOfSight, type Entry, type NetworkEdge, type NetworkFact, type Text } from '@mimamori/domain'
import { same, sourceNames } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { nameOf } from './names.ts'

/** What tells of a link, each with the file, the row and the day. */
export function evidenceOf(now: Kept, { facts }: Pick<NetworkEdge, 'facts'>): NetworkEvidence[] {
  return facts.map((fact) => (fact.slice === 'claims' ? ofClaim(now, fact) : ofRecord(now, fact)))
}

/** A sight: of which source, in which file. */
function ofClaim(now: Kept, fact: NetworkFact): NetworkEvidence {
  const claim = byId(now.picture.slices.claims, fact.id)
  if (!claim) return { ...fact, name: same(fact.id) }
  const on = dayOfSight(claim.seenAt) ?? dayIn(now, claim)
  const { by, file, row } = claim
  return { ...fact, name: sourceNames[by], by, file, ...(row !== undefined && { row }), ...(on !== undefined && { on }) }
}

/** A record of the register: its name, and where it or the field was read. */
function ofRecord(now: Kept, fact: NetworkFact): NetworkEvidence {
  const record = byId<Entry>(now.picture.slices[fact.slice], fact.id)
  const told = fact.field === undefined ? undefined : record?.fields?.[fact.field]
  const source = byId(now.picture.slices.sources, told?.source ?? record?.source)
  const row = told?.row ?? record?.row
  const on = record && dayIn(now, record)
  return {
    ...fact,
    name: nameOf(now, fact.id) ?? statedName,
    ...(source && { file: source.name }),
    ...(source && row !== undefined && { row }),
    ...(on !== undefined && { on }),
  }
}

const statedName: Text = { ja: '手で入れたつながり', en: 'a link entered by hand' }

function dayIn(now: Kept, record: Entry): string | undefined {
  return record.confirmedOn ?? byId(now.picture.slices.sources, record.source)?.seenOn
}
