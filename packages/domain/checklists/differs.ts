import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import type { CalendarDate } from '../ids.ts'
import type { ClauseRef } from '../record.ts'
import { defineRule } from '../rule.ts'
import { clausesOf } from './answer-subject.ts'
import type { JoinedCell, JoinedRow } from './types.ts'

/** The facility and a vendor answer the same item differently; often they speak of different devices. */
export const differs = defineRule({
  id: 'checklists/differs',
  area: 'checklists',
  reads: ['joinedRows', 'items'],
  each: 'joinedRows',
  evaluate({ items }, row) {
    if (row.state !== 'differs' || !row.facility) return
    const refs = clausesOf(items, row.id)
    const against = row.vendors.filter((cell) => isAgainst(row.facility?.state, cell))
    return against.map((cell) => draftOf(row, row.facility, cell, refs))
  },
})

function isAgainst(facility: JoinedCell['state'] | undefined, cell: JoinedCell): boolean {
  if (facility === 'no') return cell.state === 'yes'
  return cell.state === 'no' || cell.state === 'other-party'
}

function draftOf(row: JoinedRow, facility: JoinedCell | undefined, cell: JoinedCell, refs: readonly ClauseRef[]): Draft {
  return {
    subjects: [row.id, cell.sheet, cell.vendor],
    parties: ['facility', `vendor:${cell.vendor ?? ''}`],
    because: [said('facility', facility), said('vendor', cell)],
    refs,
  }
}

function said(who: 'facility' | 'vendor', cell: JoinedCell | undefined): Draft['because'][number] {
  const say = `${who}-${cell?.state === 'other-party' ? 'other-party' : cell?.state === 'yes' ? 'yes' : cell?.state === 'not-applicable' ? 'not-applicable' : 'no'}`
  return { say: cell?.checkedOn ? `${say}-on` : say, ...onDay(cell?.checkedOn), facts: [fact('answers', cell?.answerId, 'answer')] }
}

function onDay(day: CalendarDate | undefined): { with?: { on: string } } {
  return day === undefined ? {} : { with: { on: day } }
}
