import {
  addMonths,
  byId,
  type CalendarDate,
  fiscalYearEnd,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearStart,
  isKnown,
  known,
} from '@mimamori/domain'
import { facilityForm, vendorForms } from '../checklist/form.ts'
import type { Context } from '../paper/context.ts'
import { type Rich, say } from '../paper/index.ts'

export interface Dated {
  readonly on: CalendarDate
  readonly what: Rich
}

const months = 12

/** Every date of the next twelve months that the picture knows of, the earliest first. */
export function datesAhead(at: Context): readonly Dated[] {
  const last = addMonths(at.asOf, months)
  const all = [...ofFacility(at), ...ofTasks(at), ...ofAnswers(at), ...ofVendors(at), ...ofContracts(at), ...ofEvidence(at)]
  return all.filter(({ on }) => on >= at.asOf && on <= last).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function ofFacility(at: Context): readonly Dated[] {
  const words = at.t.handover
  const year = fiscalYearOf(at.asOf)
  const inspection = at.facility?.inspectionOn
  return [
    ...(isKnown(inspection) ? [{ on: inspection, what: words.inspection }] : []),
    { on: fiscalYearEnd(year), what: say(words.yearEnd, { year: fiscalYearName(year, at.lang) }) },
    { on: fiscalYearStart(year + 1), what: say(words.yearStart, { year: fiscalYearName(year + 1, at.lang) }) },
  ]
}

function ofTasks(at: Context): readonly Dated[] {
  return at.slices.tasks.flatMap(({ state, dueOn, title }) =>
    dueOn === undefined || state === 'done' || state === 'given-up' ? [] : [{ on: dueOn, what: say(at.t.handover.dueTask, { title }) }],
  )
}

function ofAnswers(at: Context): readonly Dated[] {
  return (facilityForm(at)?.rows ?? []).flatMap(({ answer, item, title }) =>
    answer?.answer !== 'no' || answer.targetOn === undefined || answer.recheckAnswer === 'yes'
      ? []
      : [{ on: answer.targetOn, what: say(at.t.handover.target, { number: item.number, title }) }],
  )
}

function ofVendors(at: Context): readonly Dated[] {
  const words = at.t.handover
  return vendorForms(at)
    .filter((form) => form.isSilent)
    .flatMap(({ sheet, requests, vendorName: vendor = '' }) => {
      const promised = requests.findLast((request) => request.promisedOn !== undefined)?.promisedOn
      return [
        ...(sheet.dueOn === undefined ? [] : [{ on: sheet.dueOn, what: say(words.reply, { vendor }) }]),
        ...(promised === undefined ? [] : [{ on: promised, what: say(words.promise, { vendor }) }]),
      ]
    })
}

function ofContracts(at: Context): readonly Dated[] {
  return at.slices.contracts.flatMap(({ until, title, vendor }) => {
    const name = title ?? byId(at.slices.vendors, vendor)?.name ?? ''
    return isKnown(until) ? [{ on: until, what: say(at.t.handover.contractEnds, { name }) }] : []
  })
}

function ofEvidence(at: Context): readonly Dated[] {
  return at.slices.evidence.flatMap(({ validUntil, name }) => {
    const on = known(validUntil)
    return on === undefined ? [] : [{ on, what: say(at.t.handover.evidenceEnds, { name }) }]
  })
}
