import type { ClosedResponse, VulnerabilitiesView, VulnerabilityRow } from '@mimamori/contract'
import { byId, daysBetween, fiscalYearOf, medianOf, type ResponseState, type VulnerabilityResponse } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import type { FeedState } from '../feeds/index.ts'
import { feedsToRead } from '../matching/standing.ts'
import { closingOf } from '../responses/closing.ts'
import { type Row, rowsOf, vendorNameOf, vendorOf } from '../rows/rows.ts'

/** Rows of one list; beyond them a page is no help. */
const mostRows = 300

/** What is on fire here: actions by visit and device, and no list of weaknesses. */
export function overviewOf(now: Kept, states: readonly FeedState[]): VulnerabilitiesView {
  const rows = rowsOf(now)
  const lists = { visits: visitsOf(now, rows), others: listed(rows, isOther), calm: listed(rows, isCalm), open: listed(rows, isOpen) }
  const shown = [...lists.visits, { rows: lists.others }, { rows: lists.calm }, { rows: lists.open }].reduce(
    (sum, list) => sum + list.rows.length,
    0,
  )
  return {
    revision: now.state.revision,
    today: now.asOf,
    headline: headlineOf(rows, lists.visits),
    ...lists,
    left: rows.length - shown,
    responses: openResponsesOf(now),
    ...historyOf(now),
    feedsToRead: [...feedsToRead(now.picture.slices.matches, states)],
  }
}

function isCalm({ row }: Row): boolean {
  return row.verdict === 'affected' && row.exposure === 'none'
}

function isOpen({ row }: Row): boolean {
  return row.verdict === 'unknown'
}

function isOther(one: Row): boolean {
  return one.visit === undefined && !isCalm(one) && !isOpen(one)
}

function listed(rows: readonly Row[], isIn: (row: Row) => boolean): VulnerabilityRow[] {
  return rows
    .filter(isIn)
    .slice(0, mostRows)
    .map(({ row }) => row)
}

type Visits = VulnerabilitiesView['visits']

function visitsOf(now: Kept, rows: readonly Row[]): Visits {
  return now.analysis.world.visitPlan.flatMap(({ id, party, by, visit }) => {
    const own = listed(rows, (row) => row.visit === id && !isCalm(row) && !isOpen(row))
    if (own.length === 0) return []
    const vendor = vendorOf(party)
    const vendorName = vendorNameOf(now, vendor)
    return [
      {
        id,
        ...(vendor !== undefined && { vendor }),
        ...(vendorName !== undefined && { vendorName }),
        by,
        ...(visit && { visit }),
        cost: costOf(own),
        rows: own,
      },
    ]
  })
}

/** NOTE: several rows of one response cost what the response costs. */
function costOf(rows: readonly VulnerabilityRow[]): VulnerabilitiesView['headline']['cost'] {
  const told = new Map(rows.flatMap(({ response, costYen }) => (costYen === undefined ? [] : [[response, costYen]])))
  const unknown = rows.filter(({ costYen, paidBy }) => costYen === undefined && paidBy !== 'fee').length
  return { ...(told.size > 0 && { yen: [...told.values()].reduce((sum, yen) => sum + yen, 0) }), unknown }
}

function headlineOf(rows: readonly Row[], visits: Visits): VulnerabilitiesView['headline'] {
  const due = rows.filter(({ row }) => row.isDue && row.exposure !== 'none')
  const devices = (some: readonly Row[]) => new Set(some.flatMap(({ weaknesses }) => weaknesses.map(({ asset }) => asset))).size
  const isFromOutside = ({ row }: Row) => row.exposure === 'internet' || row.exposure === 'remote-path'
  return {
    openFromOutside: devices(due.filter((one) => isFromOutside(one) && one.row.action !== 'next-upgrade')),
    unknown: devices(rows.filter(({ row }) => row.verdict === 'unknown' || (row.isDue && row.exposure === 'unknown'))),
    exploited: devices(due.filter(({ row }) => row.knownExploited)),
    late: devices(due.filter(({ row }) => row.isLate)),
    visits: visits.length,
    cost: costOf(visits.flatMap((visit) => visit.rows)),
  }
}

interface Held {
  readonly response: VulnerabilityResponse
  readonly state: ResponseState
}

function responsesOf(now: Kept): readonly Held[] {
  return now.picture.slices.responses.flatMap((response) => {
    const state = byId(now.analysis.world.responseStates, response.id)
    return state ? [{ response, state }] : []
  })
}

function openResponsesOf(now: Kept): VulnerabilitiesView['responses'] {
  const open = responsesOf(now).filter(({ state }) => state.state !== 'proven')
  const due = new Set(now.analysis.world.responseDuties.flatMap(({ response, isDue }) => (isDue && response ? [response] : [])))
  return open
    .toSorted((a, b) => ((a.response.dueOn ?? '9999') < (b.response.dueOn ?? '9999') ? -1 : 1))
    .slice(0, mostRows)
    .map(({ response: { id, title, vendor, dueOn }, state }) => {
      const vendorName = vendorNameOf(now, vendor)
      return {
        response: id,
        title,
        ...(vendor !== undefined && vendor !== 'none' && vendor !== 'not-applicable' && { vendor }),
        ...(vendorName !== undefined && { vendorName }),
        state: state.state,
        on: state.on,
        ...(dueOn !== undefined && { dueOn }),
        isLate: dueOn !== undefined && dueOn < now.asOf && (state.state !== 'done' || due.has(id)),
        askAgain: byId(now.analysis.world.responseAsking, id)?.state === 'due',
      }
    })
}

/** What was closed in this fiscal year, and how long it took. */
function historyOf(now: Kept): Pick<VulnerabilitiesView, 'closed' | 'medianDays'> {
  const year = fiscalYearOf(now.asOf)
  const closed = responsesOf(now)
    .filter(({ state }) => state.state === 'proven')
    .map(({ response, state }): ClosedResponse => {
      const closedOn = closingOf(now, response, state)
      const vendorName = vendorNameOf(now, response.vendor)
      return {
        response: response.id,
        title: response.title,
        ...(vendorName !== undefined && { vendorName }),
        openedOn: response.openedOn,
        closedOn,
        days: daysBetween(response.openedOn, closedOn),
        ...(state.proof && { proof: state.proof, proofConfidence: state.proofConfidence }),
      }
    })
    .filter(({ closedOn }) => fiscalYearOf(closedOn as Kept['asOf']) === year) // a day that was derived
    .toSorted((a, b) => (a.closedOn > b.closedOn ? -1 : 1))
  const median = medianOf(closed.map((one) => one.days))
  return { closed: closed.slice(0, mostRows), ...(median !== undefined && { medianDays: median }) }
}
