import { applyChanges, type Change } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { checkPicture } from './check-picture.ts'
import { stamped } from './follow-ups.ts'
import { lookAt } from './look.ts'
import { checkDaysAhead, checkMayChange } from './may-change.ts'
import { facilityProblem } from './problems.ts'

/** The facility as it would stand after changes that a person may make; refused as they would be, and nothing is stored. */
export function triedOut(services: Pick<Services, 'rules' | 'ruleSet'>, now: Kept, asked: readonly Change[]): Kept {
  const changes = asked.map((change) => stamped({ change }, now.asOf).change)
  for (const change of changes) {
    checkMayChange(now.picture, change, 'person')
    checkDaysAhead(change, now.asOf, 'person')
  }
  const applied = applyChanges(now.picture, changes)
  if (applied.kind === 'refused') throw facilityProblem(`change/${applied.why}`)
  const { picture } = applied
  if (picture === now.picture) return now
  checkPicture(now.picture, picture, { changes, by: 'person', reference: now.catalogue.reference })
  const look = lookAt(services, { ...now, picture }, now)
  return { ...now, picture: look.picture, analysis: look.analysis, tracked: look.tracked, lines: look.lines }
}
