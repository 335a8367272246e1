import { type ApprovalId, byId, type Change, having, type Picture } from '@mimamori/domain'

const boxesAtMost = 6

/** What is known only once a letter has been decided: when and under which number it went out, and what the paper looks like. */
const afterDecision: ReadonlySet<string> = new Set(['issuedOn', 'documentNumber', 'scan'])

/** What is put up by an act of its own. */
const ownActs: ReadonlySet<string> = new Set(['notice', 'acceptance'])

/** What is approved is what was drafted. */
const ofAcceptance: ReadonlySet<string> = new Set(['findings', 'until', 'why'])

function fieldsOf(change: { readonly fields: object; readonly forget?: readonly string[] }): readonly string[] {
  return [...Object.keys(change.fields), ...(change.forget ?? [])]
}

/**
 * A letter is put up for approval, approved on paper, or withdrawn by a change; approval on the screen and consent to a notice
 * are acts of their own, in the name of the one who is signed in.
 */
export function isOpenApproval(before: Picture, change: Change): boolean {
  if (change.slice !== 'approvals') return false
  if (change.kind === 'add')
    return !ownActs.has(change.record.about) && change.record.state === 'waiting' && change.record.way === undefined
  if (change.kind !== 'set') return false
  const stored = byId(before.slices.approvals, change.id)
  const { about = stored?.about, way = stored?.way, state = stored?.state } = change.fields
  if (about === 'notice' || stored?.about === 'notice') return false
  if (stored?.way === 'screen') return fieldsOf(change).every((field) => afterDecision.has(field))
  if (way === 'screen') return false
  if (about === 'acceptance' && fieldsOf(change).some((field) => ofAcceptance.has(field))) return false
  if (about !== stored?.about && (about === 'acceptance' || stored?.about === 'acceptance')) return false
  return state !== 'approved' || (way === 'paper' && (change.fields.approvedOn ?? stored?.approvedOn) !== undefined)
}

/** Boxes are named, added and taken off while the letter waits and they are empty; marks are acts of their own. */
export function isOpenBox(before: Picture, change: Change): boolean {
  if (change.slice !== 'approvalBoxes') return false
  if (change.kind === 'add') {
    const { mark, on, by, seenOn, seenBy, approval } = change.record
    const isEmpty = [mark, on, by, seenOn, seenBy].every((one) => one === undefined)
    return isEmpty && isWaiting(before, approval) && boxesOf(before, approval).length < boxesAtMost
  }
  if (change.kind !== 'set' && change.kind !== 'remove') return false
  const stored = byId(before.slices.approvalBoxes, change.id)
  if (!stored || stored.mark !== undefined || !isWaiting(before, stored.approval)) return false
  if (change.kind === 'set') return fieldsOf(change).every((field) => field === 'label' || field === 'place')
  // NOTE: without it every box that is left would be marked, and nobody would settle the letter.
  return boxesOf(before, stored.approval).some((box) => box.id !== stored.id && box.mark === undefined)
}

/** Of one that comes in the same batch there is nothing to see yet. */
function isWaiting(before: Picture, approval: string): boolean {
  const stored = byId(before.slices.approvals, approval)
  return stored === undefined || stored.state === 'waiting'
}

function boxesOf(before: Picture, approval: ApprovalId) {
  return having(before.slices.approvalBoxes, 'approval', approval)
}
