import {
  type Answer,
  answerIdOf,
  byId,
  type Change,
  having,
  isEqual,
  type Picture,
  type Sheet,
  type SheetId,
  type Source,
} from '@mimamori/domain'
import type { AnswerProposal, ChecklistRead } from './types.ts'

export interface ToChangesOptions {
  readonly sheet: SheetId
  /** The file as a source: added when the picture does not have it, and named by every answer taken from it. */
  readonly source?: Source
  /** Day on which the file came, where it does not say so itself. */
  readonly returnedOn?: Sheet['returnedOn']
}

/**
 * The changes that would take the answers of a file over into a sheet, for a person to look at first. A field that the
 * file leaves empty stays as it is, and what is the same already gives no change.
 */
export function toChanges(read: ChecklistRead, picture: Picture, options: ToChangesOptions): readonly Change[] {
  const sheet = byId(picture.slices.sheets, options.sheet)
  if (!sheet) throw new Error(`no sheet ${options.sheet}`)
  const answers = read.answers.flatMap((proposal) => answerChange(proposal, picture, options))
  const facts = sheet.audience === 'vendor' ? sheetChange(read, sheet, options) : []
  const isNewSource = options.source && !byId(picture.slices.sources, options.source.id)
  if (answers.length + facts.length === 0) return []
  return [
    ...(options.source && isNewSource ? [{ kind: 'add', slice: 'sources', record: options.source } as const] : []),
    ...facts,
    ...answers,
  ]
}

function answerChange(
  { item, part, fields, place }: AnswerProposal,
  picture: Picture,
  { sheet, source }: ToChangesOptions,
): readonly Change[] {
  const old = having(picture.slices.answers, 'sheet', sheet).find((answer) => answer.item === item.id && answer.part === part)
  const from = source ? { source: source.id, ...(place.row !== undefined && { row: place.row }) } : {}
  if (!old) {
    if (Object.keys(fields).length === 0) return []
    const record: Answer = { id: answerIdOf(sheet, item.id, part), sheet, item: item.id, ...(part && { part }), ...fields, ...from }
    return [{ kind: 'add', slice: 'answers', record }]
  }
  const changed = Object.fromEntries(Object.entries(fields).filter(([key, value]) => !isEqual(value, Reflect.get(old, key))))
  return Object.keys(changed).length === 0 ? [] : [{ kind: 'set', slice: 'answers', id: old.id, fields: { ...changed, ...from } }]
}

/** NOTE: a sheet that was typed in from paper keeps its mark for ever, so `typedBy` is never touched. */
function sheetChange(read: ChecklistRead, sheet: Sheet, options: ToChangesOptions): readonly Change[] {
  const told = read.header.returnedOn ?? options.returnedOn
  const isEarlier = told !== undefined && sheet.returnedOn !== undefined && told < sheet.returnedOn
  const returnedOn = isEarlier ? sheet.returnedOn : (told ?? sheet.returnedOn)
  const wanted: Partial<Sheet> = {
    ...(returnedOn !== undefined && { returnedOn }),
    ...(sheet.replyBy === undefined && { replyBy: 'file' }),
    ...(read.header.answeredBy !== undefined && { answeredBy: read.header.answeredBy }),
  }
  const fields = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => Reflect.get(sheet, key) !== value))
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'set', slice: 'sheets', id: sheet.id, fields }]
}
