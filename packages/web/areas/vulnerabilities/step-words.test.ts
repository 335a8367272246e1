import {
  date,
  type EvidenceId,
  entityId,
  mayRespond,
  type ResponseId,
  type ResponseStep,
  type ResponseStepId,
  type VisitId,
} from '@mimamori/domain'
import { expect, test } from 'vitest'
import { type Asked, asked, lacks, mustSay, needsNote, type StepKind, stepKindWords } from './step-words.ts'

const today = date('2026-11-20')
const filled: Required<Pick<ResponseStep, Asked>> = {
  way: 'phone',
  effect: 'none',
  visit: entityId<VisitId>('visit:x'),
  plannedOn: today,
  until: today,
  notDone: 'no-budget',
  notAffected: 'part-not-used',
  costYen: 1,
  version: '7.2.12',
  signedBy: '仮名 次郎',
  evidence: entityId<EvidenceId>('e:x'),
}

/** A step with everything that the form holds to be needed, and nothing else. */
function stepOf(kind: StepKind): ResponseStep {
  const needed = asked[kind].filter((field) => mustSay.has(field) || kind === 'proven').map((field) => [field, filled[field]])
  const note = needsNote.has(kind) && { note: '理由' }
  const id = entityId<ResponseStepId>('resp:x.0001')
  return {
    id,
    response: entityId<ResponseId>('resp:x'),
    side: 'facility',
    kind,
    on: today,
    by: '見本 花子',
    ...Object.fromEntries(needed),
    ...note,
  }
}

const kinds = Object.keys(stepKindWords) as StepKind[] // the keys of a table are its values
const told = stepOf('told')
const done = stepOf('done')

test('whatever the form lets through is a step that may be taken', () => {
  expect(kinds.filter((kind) => lacks(kind, stepOf(kind)) || !mayRespond([told, done], stepOf(kind), today))).toEqual([])
})

test('what the form asks for first is needed: without it no step may be taken', () => {
  const bare = (kind: StepKind): ResponseStep => ({ ...told, kind, way: 'phone', on: today })
  const needy = kinds.filter((kind) => kind !== 'told' && (needsNote.has(kind) || asked[kind].some((field) => mustSay.has(field))))
  expect(needy.filter((kind) => mayRespond([told, done], bare(kind), today))).toEqual([])
})

test('who signs does so for a version, and who has looked shows what was seen', () => {
  expect(lacks('done', { signedBy: '仮名 次郎' })).toBe(true)
  expect(lacks('done', { signedBy: '仮名 次郎', version: '7.2.12' })).toBe(false)
  expect(lacks('done', {})).toBe(false)
  expect(lacks('proven', {})).toBe(true)
})
