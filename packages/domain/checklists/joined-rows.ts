import { having } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import { isOwnSheet, isVendorSheet, itemsOfSheet, weakestAnswer } from './effective.ts'
import type { Answer, CellState, ChecklistItem, JoinedCell, JoinedRow, JoinedState, Sheet } from './types.ts'

/** One row per item of the facility's own sheet, with everybody's answer: 突き合わせ. */
export const joinedRows = defineDerivation({
  name: 'joinedRows',
  reads: ['sheetsNow', 'answers', 'items', 'systems'],
  derive({ sheetsNow, answers, items, systems }) {
    const own = sheetsNow.find(isOwnSheet)
    if (!own) return []
    const vendorSheets = sheetsNow.filter((sheet) => isVendorSheet(sheet) && sheet.fiscalYear === own.fiscalYear)
    const hasVendors = vendorSheets.length > 0 || systems.some((system) => isKnown(system.vendor))
    const asked = itemsOfSheet(items, own)
    const gateNo = asked.some((item) => item.topic === 'gate' && cellOf(own, item, answers).state === 'no')
    return asked.map((item) =>
      joinItem(item, cellOf(own, item, answers), vendorCells(vendorSheets, item, items, answers), { hasVendors, gateNo }),
    )
  },
})

function joinItem(
  item: ChecklistItem,
  facility: JoinedCell,
  vendors: readonly JoinedCell[],
  facts: { hasVendors: boolean; gateNo: boolean },
): JoinedRow {
  const state = facts.gateNo && item.topic !== 'gate' ? 'not-applicable' : stateOfRow(item, facility, vendors, facts.hasVendors)
  return { id: item.id, number: item.number, state, facility, vendors }
}

/** NOTE: the order is the order of what to do: a yes stands only when every party that owns the item says yes. */
function stateOfRow(item: ChecklistItem, facility: JoinedCell, vendors: readonly JoinedCell[], hasVendors: boolean): JoinedState {
  const shared = item.owners.includes('vendor')
  if (shared && !hasVendors && item.openWithoutContract) return 'no-vendor'
  if (facility.state === 'unanswered' || facility.state === 'carried-over') return 'unanswered'
  if (!shared) return facilityAlone(facility.state)
  const states = new Set(vendors.map((cell) => cell.state))
  if (facility.state === 'not-applicable') return states.has('no') ? 'differs' : 'not-applicable'
  if (facility.state === 'no') return states.has('yes') && !states.has('no') ? 'differs' : 'no'
  if (!hasVendors) return 'no-vendor'
  if (states.has('no') || states.has('other-party')) return 'differs'
  if (vendors.length === 0 || states.has('silent') || states.has('carried-over')) return 'vendor-silent'
  return 'agreed-yes'
}

function facilityAlone(state: CellState): JoinedState {
  if (state === 'yes') return 'agreed-yes'
  return state === 'not-applicable' ? 'not-applicable' : 'no'
}

function vendorCells(
  sheets: readonly Sheet[],
  item: ChecklistItem,
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
): readonly JoinedCell[] {
  if (!item.owners.includes('vendor')) return []
  return sheets.map((sheet) => {
    const same =
      sheet.edition === item.edition ? item : items.find((other) => other.edition === sheet.edition && other.topic === item.topic)
    return cellOf(sheet, same ?? item, answers)
  })
}

function cellOf(sheet: Sheet, item: ChecklistItem, answers: readonly Answer[]): JoinedCell {
  const own = having(answers, 'sheet', sheet.id).filter((answer) => answer.item === item.id)
  const { answer, state } = weakestAnswer(item, own)
  const vendor = known(sheet.vendor)
  const system = known(sheet.system)
  // NOTE: the facility may say beforehand that an item does not concern this system; anything else waits for the reply.
  const silent = vendor !== undefined && (state === 'unanswered' || (sheet.returnedOn === undefined && state !== 'not-applicable'))
  return {
    sheet: sheet.id,
    state: silent ? 'silent' : state,
    ...(answer && { answerId: answer.id }),
    ...(vendor && { vendor }),
    ...(system && { system }),
    ...(answer?.checkedOn && { checkedOn: answer.checkedOn }),
    ...(answer?.targetOn && { targetOn: answer.targetOn }),
    ...(answer?.recheckedOn && { recheckedOn: answer.recheckedOn }),
  }
}
