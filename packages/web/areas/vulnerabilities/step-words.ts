import type { ResponseStep } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export type StepKind = ResponseStep['kind']

/** What each step says, as a button and in the history. */
export const stepKindWords: Readonly<Record<StepKind, PlainKey>> = {
  told: 'step.told',
  accepted: 'step.accepted',
  impact: 'step.impact',
  planned: 'step.planned',
  done: 'step.done',
  proven: 'step.proven',
  workaround: 'step.workaround',
  'risk-accepted': 'step.riskAccepted',
  'not-affected': 'step.notAffected',
  disagreed: 'step.disagreed',
  'not-done': 'step.notDone',
  said: 'step.said',
  reopened: 'step.reopened',
}

export const effectWords: Readonly<Record<NonNullable<ResponseStep['effect']>, PlainKey>> = {
  checking: 'step.effect.checking',
  none: 'step.effect.none',
  some: 'step.effect.some',
}

export const wayWords: Readonly<Record<NonNullable<ResponseStep['way']>, PlainKey>> = {
  screen: 'step.way.screen',
  mail: 'step.way.mail',
  fax: 'step.way.fax',
  phone: 'step.way.phone',
  post: 'step.way.post',
  hand: 'step.way.hand',
}

export const notAffectedWords: Readonly<Record<NonNullable<ResponseStep['notAffected']>, PlainKey>> = {
  'part-not-there': 'step.notAffected.partNotThere',
  'part-not-used': 'step.notAffected.partNotUsed',
  'cannot-be-reached': 'step.notAffected.cannotBeReached',
  'other-version': 'step.notAffected.otherVersion',
  'maker-says-so': 'step.notAffected.makerSaysSo',
}

/** What a step can say beside its words. */
export type Asked =
  | 'way'
  | 'effect'
  | 'visit'
  | 'plannedOn'
  | 'until'
  | 'notDone'
  | 'notAffected'
  | 'costYen'
  | 'version'
  | 'signedBy'
  | 'evidence'

/** What a form asks for with each kind. */
export const asked: Readonly<Record<StepKind, readonly Asked[]>> = {
  told: ['way'],
  accepted: [],
  impact: ['effect'],
  planned: ['visit', 'plannedOn', 'costYen'],
  done: ['version', 'costYen', 'signedBy', 'evidence'],
  proven: ['evidence'],
  workaround: ['until'],
  'risk-accepted': ['until'],
  'not-affected': ['notAffected'],
  disagreed: [],
  'not-done': ['notDone'],
  said: [],
  reopened: [],
}

/** Without these a step says nothing, as `mayRespond` has it; versions and costs may be told later. */
export const mustSay: ReadonlySet<Asked> = new Set(['way', 'effect', 'plannedOn', 'until', 'notDone', 'notAffected'])

/** Whether a step of this kind still lacks something: who signs does so for a version, and who has looked shows what was seen. */
export function lacks(kind: StepKind, said: { readonly [F in Asked | 'note']?: unknown }): boolean {
  if (asked[kind].some((field) => mustSay.has(field) && said[field] === undefined)) return true
  if (kind === 'proven' && said.evidence === undefined) return true
  if (said.signedBy !== undefined && said.version === undefined) return true
  return needsNote.has(kind) && said.note === undefined
}

/** Steps that say nothing without words. */
export const needsNote: ReadonlySet<StepKind> = new Set(['workaround', 'risk-accepted', 'disagreed', 'said'])
