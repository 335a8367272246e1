import { byId, type Change, type Picture, type SheetId } from '@mimamori/domain'

const ofAnswer: ReadonlySet<string> = new Set(['answer', 'reason', 'checkedOn', 'targetOn', 'note'])
/** What was open about an answer goes once the vendor has given it. */
const forgettable: ReadonlySet<string> = new Set([...ofAnswer, 'pending', 'carriedFrom', 'recheckedOn', 'recheckAnswer'])
const ofSheet: ReadonlySet<string> = new Set(['returnedOn', 'replyBy', 'answeredBy'])

/**
 * Whether a vendor may make this change from the screen: the answers of its own open sheet, how that sheet came back, its
 * reply, its words and its evidence. NOTE: every kind of change that is not named here is refused.
 */
export function mayAnswer(before: Picture, change: Change, sheet: SheetId): boolean {
  const open = byId(before.slices.sheets, sheet)
  if (!open || open.closedOn !== undefined || open.audience !== 'vendor') return false
  if (change.kind === 'set') return maySet(before, change, sheet)
  if (change.kind !== 'add') return false
  switch (change.slice) {
    case 'requests':
      return change.record.sheet === sheet && change.record.kind === 'reply' && change.record.way === 'screen'
    case 'messages':
      return change.record.side === 'vendor' && byId(before.slices.discussions, change.record.discussion)?.sheet === sheet
    case 'evidence': {
      const answers = change.record.answers ?? []
      return answers.length > 0 && answers.every((id) => byId(before.slices.answers, id)?.sheet === sheet)
    }
    default:
      return false
  }
}

function maySet(before: Picture, change: Extract<Change, { kind: 'set' }>, sheet: SheetId): boolean {
  const fields = Object.keys(change.fields)
  const forgotten = change.forget ?? []
  if (change.slice === 'answers')
    return (
      byId(before.slices.answers, change.id)?.sheet === sheet &&
      fields.every((field) => ofAnswer.has(field)) &&
      forgotten.every((field) => forgettable.has(field))
    )
  if (change.slice !== 'sheets') return false
  const { replyBy = 'screen' } = change.fields
  return change.id === sheet && fields.every((field) => ofSheet.has(field)) && forgotten.length === 0 && replyBy === 'screen'
}
