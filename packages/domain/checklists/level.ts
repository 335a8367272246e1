import type { CalendarDate } from '../ids.ts'
import type { World } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { ChecklistItem, Evidence, JoinedRow, Level, MissingForStage, StageCriterion, StageTarget } from './types.ts'

const stages = [1, 2, 3] as const

/** The stage that the facility has reached and what is missing to the next; the stages are our own judgement. */
export const level = defineDerivation({
  name: 'level',
  reads: ['joinedRows', 'items', 'stages', 'stageTargets', 'facility', 'evidence', 'asOf'],
  derive(seen) {
    const missing = seen.stages.flatMap((criterion) => missingOf(criterion, seen))
    const reached = reachedStage(seen.joinedRows.length > 0, missing)
    const next = stages.find((stage) => stage > reached)
    const target = targetStage(seen.stageTargets, seen.facility[0])
    const ahead = missing.filter((one) => one.stage === next).toSorted((a, b) => (a.item < b.item ? -1 : 1))
    const record: Level = { id: 'level', reached, target, missing: ahead, ...(next && { next }) }
    return [record]
  },
})

type Seen = Pick<World, 'joinedRows' | 'items' | 'evidence'> & { readonly asOf: CalendarDate }

function reachedStage(begun: boolean, missing: readonly MissingForStage[]): 0 | 1 | 2 | 3 {
  if (!begun) return 0
  const open = stages.find((stage) => missing.some((one) => one.stage === stage))
  return open === undefined ? 3 : (([0, 1, 2] as const)[open - 1] ?? 0)
}

/** A topic that this edition does not ask, or that cannot apply here, asks for nothing. */
function missingOf(criterion: StageCriterion, seen: Seen): readonly MissingForStage[] {
  const row = seen.joinedRows.find((one) => topicOf(one, seen.items)?.topic === criterion.topic)
  if (!row || row.state === 'not-applicable' || isOpenRow(row) || isMet(criterion, row, seen)) return []
  return [{ item: row.id, number: row.number, criterion: criterion.id, stage: criterion.stage }]
}

function topicOf(row: JoinedRow, items: readonly ChecklistItem[]): ChecklistItem | undefined {
  return items.find((item) => item.id === row.id)
}

/** A row that may stay empty because there is no vendor. */
function isOpenRow(row: JoinedRow): boolean {
  return row.state === 'no-vendor' && row.facility?.state === 'unanswered'
}

function isMet(criterion: StageCriterion, row: JoinedRow, seen: Seen): boolean {
  if (criterion.needs === 'nothing') return true
  const state = row.facility?.state
  if (criterion.needs === 'answered') return row.facility?.checkedOn !== undefined && state !== 'unanswered' && state !== 'carried-over'
  if (criterion.needs === 'facility-yes') return state === 'yes'
  if (criterion.needs === 'agreed-yes') return row.state === 'agreed-yes' || (row.state === 'no-vendor' && state === 'yes')
  return state === 'yes' && seen.evidence.some((evidence) => supports(evidence, row, seen.asOf))
}

function supports(evidence: Evidence, row: JoinedRow, asOf: CalendarDate): boolean {
  const answer = row.facility?.answerId
  const until = known(evidence.validUntil)
  return answer !== undefined && (evidence.answers ?? []).includes(answer) && (until === undefined || until >= asOf)
}

function targetStage(targets: readonly StageTarget[], facility: World['facility'][number] | undefined): 1 | 2 | 3 {
  const beds = typeof facility?.beds === 'number' ? facility.beds : 0
  const fits = targets.filter(
    (target) =>
      target.kinds.includes(facility?.kind ?? 'other') &&
      beds >= (target.bedsMin ?? 0) &&
      beds <= (target.bedsMax ?? Number.POSITIVE_INFINITY),
  )
  return fits.reduce<1 | 2 | 3>((highest, target) => (target.stage > highest ? target.stage : highest), 1)
}
