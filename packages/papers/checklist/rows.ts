import { type CalendarDate, openQuestions, type PrintedRow } from '@mimamori/domain'
import { type Context, markOf } from '../paper/context.ts'
import { group, type Rich, type Row, row, say } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Form, FormRow } from './form.ts'

/** Rows under the headings of the official form: a group row wherever section or heading changes. */
export function groupedRows(at: Context, form: Form, cells: (row: FormRow) => Row): readonly Row[] {
  let before = ''
  return form.rows.flatMap((one) => {
    const title = groupTitle(at, one)
    const same = title === before
    before = title
    return same ? [cells(one)] : [group(title), cells(one)]
  })
}

/** 「医療情報システムの管理・運用 サーバ」: the section, and the heading of the printed row where it says more. */
function groupTitle(at: Context, one: FormRow): string {
  const section = one.item.section[at.lang]
  const part = printedRowOf(one)
  return part === 'organisation' ? section : `${section} ${at.t.parts[part]}`
}

export function printedRowOf(one: FormRow): PrintedRow {
  return one.part ?? one.item.rows[0] ?? 'organisation'
}

/** はい or いいえ and nothing else, as the official form knows them; with the day below, which 対象外 has too. */
export function officialCell(at: Context, said: 'yes' | 'no' | undefined, on: CalendarDate | undefined): Rich {
  const lines = [said === undefined ? '' : at.t.said[said], shortDay(on, at.lang)]
  return lines.filter((part) => part !== '').join('\n')
}

export function firstAnswer(one: FormRow): 'yes' | 'no' | undefined {
  return one.firstSaid === 'yes' || one.firstSaid === 'no' ? one.firstSaid : undefined
}

/** The item with its confidence mark right behind it. */
export function itemText(at: Context, one: FormRow): string {
  return one.title + markOf(one.confidence, at.t)
}

/** The remark of the official form: why a cell is empty, in the words of the manual. */
export function remarkOf(at: Context, one: FormRow): Rich {
  const words = at.t.checklist.remark
  const reason = one.answer?.reason
  switch (one.said) {
    case 'yes':
      return one.firstSaid === 'no' ? words.second : ''
    case 'no':
    case 'silent':
      return ''
    case 'open':
      return words.open
    case 'carried-over':
      return words.carriedOver
    case 'unanswered':
      return isBeingAsked(at, one) ? words.askVendor : words.unanswered
    case 'not-applicable':
      return reason === undefined ? words.notApplicable : say(words.notApplicableBecause, { reason })
    case 'other-party':
      return reason === undefined ? words.otherParty : say(words.otherPartyBecause, { reason })
  }
}

/** Only a recorded request makes it true that a vendor is being asked. */
function isBeingAsked(at: Context, { answer }: FormRow): boolean {
  if (answer?.pending !== 'ask-vendor') return false
  return openQuestions(at.world).some((question) => question.id === `answers ${answer.id}` && question.askedOn !== undefined)
}

export function itemRow(at: Context, one: FormRow): Row {
  const { answer } = one
  return row(
    one.item.number,
    itemText(at, one),
    officialCell(at, firstAnswer(one), one.said === 'silent' ? undefined : answer?.checkedOn),
    one.firstSaid === 'no' ? shortDay(answer?.targetOn, at.lang) : '',
    one.firstSaid === 'no' ? officialCell(at, answer?.recheckAnswer, answer?.recheckedOn) : '',
    remarkOf(at, one),
  )
}
