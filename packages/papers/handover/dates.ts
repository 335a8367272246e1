import {
  acceptedRows,
  addMonths,
  byId,
  type CalendarDate,
  fiscalYearEnd,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearStart,
  isKnown,
  isOpenTask,
  known,
} from '@mimamori/domain'
import { facilityForm, vendorForms } from '../checklist/form.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { plainOf, type Rich, say } from '../paper/index.ts'

export interface Dated {
  readonly on: CalendarDate
  readonly what: Rich
  readonly kind: 'inspection' | 'year-end' | 'year-start' | 'task' | 'acceptance' | 'target' | 'reply' | 'promise' | 'contract' | 'evidence'
  /** Of which record; with `kind` it names the date for as long as the record lasts. */
  readonly of: string
}

const months = 12

/** Every date of the next twelve months that the picture knows of, the earliest first. */
export function datesAhead(at: Context): readonly Dated[] {
  const last = addMonths(at.asOf, months)
  const all = [
    ...ofFacility(at),
    ...ofTasks(at),
    ...ofAcceptances(at),
    ...ofAnswers(at),
    ...ofVendors(at),
    ...ofContracts(at),
    ...ofEvidence(at),
  ]
  return all.filter(({ on }) => on >= at.asOf && on <= last).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The same for other programs, in plain words. */
export function datesOf(input: PaperInput): readonly (Omit<Dated, 'what'> & { readonly what: string })[] {
  return datesAhead(contextOf(input)).map((one) => ({ ...one, what: plainOf(one.what) }))
}

function ofFacility(at: Context): readonly Dated[] {
  const words = at.t.handover
  const year = fiscalYearOf(at.asOf)
  const inspection = at.facility?.inspectionOn
  return [
    ...(isKnown(inspection) ? [{ on: inspection, what: words.inspection, kind: 'inspection' as const, of: at.picture.facility }] : []),
    { on: fiscalYearEnd(year), what: say(words.yearEnd, { year: fiscalYearName(year, at.lang) }), kind: 'year-end', of: String(year) },
    {
      on: fiscalYearStart(year + 1),
      what: say(words.yearStart, { year: fiscalYearName(year + 1, at.lang) }),
      kind: 'year-start',
      of: String(year + 1),
    },
  ]
}

function ofTasks(at: Context): readonly Dated[] {
  return at.slices.tasks
    .filter(isOpenTask)
    .flatMap(({ id, dueOn, title }) =>
      dueOn === undefined ? [] : [{ on: dueOn, what: say(at.t.handover.dueTask, { title }), kind: 'task' as const, of: id }],
    )
}

/** One line for each day, however many acceptances end on it. */
function ofAcceptances(at: Context): readonly Dated[] {
  const byDay = Map.groupBy(acceptedRows(at.slices.register, at.asOf), ({ accepted }) => accepted.until)
  return [...byDay].map(([on, rows]) => ({ on, what: say(at.t.handover.acceptanceEnds, { n: rows.length }), kind: 'acceptance', of: on }))
}

function ofAnswers(at: Context): readonly Dated[] {
  return (facilityForm(at)?.rows ?? []).flatMap(({ answer, item, title }) =>
    answer?.answer !== 'no' || answer.targetOn === undefined || answer.recheckAnswer === 'yes'
      ? []
      : [{ on: answer.targetOn, what: say(at.t.handover.target, { number: item.number, title }), kind: 'target' as const, of: answer.id }],
  )
}

function ofVendors(at: Context): readonly Dated[] {
  const words = at.t.handover
  return vendorForms(at)
    .filter((form) => form.isSilent)
    .flatMap(({ sheet, requests, vendorName: vendor = '' }) => {
      const promised = requests.findLast((request) => request.promisedOn !== undefined)?.promisedOn
      return [
        ...(sheet.dueOn === undefined
          ? []
          : [{ on: sheet.dueOn, what: say(words.reply, { vendor }), kind: 'reply' as const, of: sheet.id }]),
        ...(promised === undefined ? [] : [{ on: promised, what: say(words.promise, { vendor }), kind: 'promise' as const, of: sheet.id }]),
      ]
    })
}

function ofContracts(at: Context): readonly Dated[] {
  return at.slices.contracts.flatMap(({ id, until, title, vendor }) => {
    const name = title ?? byId(at.slices.vendors, vendor)?.name ?? ''
    return isKnown(until) ? [{ on: until, what: say(at.t.handover.contractEnds, { name }), kind: 'contract' as const, of: id }] : []
  })
}

function ofEvidence(at: Context): readonly Dated[] {
  return at.slices.evidence.flatMap(({ id, validUntil, name }) => {
    const on = known(validUntil)
    return on === undefined ? [] : [{ on, what: say(at.t.handover.evidenceEnds, { name }), kind: 'evidence' as const, of: id }]
  })
}
