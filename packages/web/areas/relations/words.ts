import type { RelationKind, RelationView } from '@mimamori/contract'
import type { ConsentArea } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export const kindWords: Readonly<Record<RelationKind, PlainKey>> = {
  association: 'organisation.association',
  authority: 'organisation.authority',
  insurer: 'organisation.insurer',
  soc: 'organisation.soc',
  vendor: 'organisation.vendor',
}

export const kinds: readonly RelationKind[] = ['association', 'authority', 'insurer', 'soc', 'vendor']

export const stateWords: Readonly<Record<RelationView['state'], PlainKey>> = {
  offered: 'relations.offered',
  granted: 'relations.granted',
  declined: 'relations.declined',
  withdrawn: 'relations.withdrawn',
}

export const areaWords: Readonly<Record<ConsentArea, PlainKey>> = {
  checklists: 'relations.area.checklists',
  backups: 'relations.area.backups',
  tasks: 'relations.area.tasks',
}

const eventWords: Readonly<Record<string, PlainKey>> = {
  offered: 'relations.event.offered',
  granted: 'relations.event.granted',
  changed: 'relations.event.changed',
  declined: 'relations.event.declined',
  withdrawn: 'relations.event.withdrawn',
  left: 'relations.event.left',
}

export function eventWord(what: string): PlainKey {
  return eventWords[what] ?? 'relations.event.changed'
}

/** Insurers and inspectors see only until a day. */
export function needsLastDay(kind: RelationKind): boolean {
  return kind === 'insurer' || kind === 'authority'
}
