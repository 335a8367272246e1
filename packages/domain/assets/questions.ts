import type { AssetId } from '../ids.ts'
import { dayOfSight } from './sighting.ts'
import type { Claim } from './types.ts'

/** What only a person can tell: sightings under the same marks (an address, a number) between the same devices are one question. */
export interface Question {
  readonly candidates: readonly AssetId[]
  /** The latest first. */
  readonly claims: readonly [Claim, ...Claim[]]
}

const marks = ['serials', 'directoryIds', 'uuids', 'tags', 'macs', 'names'] as const satisfies readonly (keyof Claim)[]

/** What waits for a person, the oldest question first. */
export function questionsOf(claims: readonly Claim[]): readonly Question[] {
  const groups = Map.groupBy(
    claims.filter(({ asset }) => asset === undefined),
    questionKey,
  )
  return [...groups.values()]
    .map((told) => told.toSorted((a, b) => (timeOf(a) > timeOf(b) ? -1 : 1)))
    .toSorted((a, b) => (timeOf(a.at(-1)) < timeOf(b.at(-1)) ? -1 : 1))
    .flatMap(([latest, ...earlier]) => (latest ? [{ candidates: latest.candidates ?? [], claims: [latest, ...earlier] as const }] : []))
}

/** The same for two sightings about which a person is asked the same. NOTE: an address wanders, so it counts only where there is nothing else. */
export function questionKey(claim: Claim): string {
  const told = marks.map((mark) => [...(claim[mark] ?? [])].sort())
  const isBare = told.every((list) => list.length === 0)
  return JSON.stringify([[...(claim.candidates ?? [])].sort(), ...told, isBare ? [...(claim.ips ?? [])].sort() : []])
}

function timeOf(claim: Claim | undefined): string {
  return claim === undefined ? '' : `${dayOfSight(claim.seenAt) ?? ''}|${claim.seenAt ?? ''}|${claim.id}`
}
