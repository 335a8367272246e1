import type { FacilityCounts } from '@mimamori/contract'
import { known } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { type Scope, withScope } from '../../platform/index.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { listSummaryTargets, type SummaryTarget, writeSummaries } from './store.ts'
import { vendorSummaryOf } from './vendor-summary.ts'

/**
 * Leaves for every vendor how its own sheets stand, and for every other viewer with consent to counts the coarse values of the
 * facility, in the transaction that changed it: lists over many facilities read these rows and open no picture.
 */
export async function leaveSummaries(scope: Scope, client: PoolClient, now: Kept): Promise<void> {
  const { facility } = now.state
  const targets = (await listSummaryTargets(scope, client, facility)).filter((target) => target.kind === 'vendor' || target.terms.counts)
  if (targets.length === 0) return
  const counts = countsOf(now)
  const bodyFor = ({ vendor }: SummaryTarget) => (vendor === null ? counts : vendorSummaryOf(now, vendor))
  const bodies = targets.map((target) => ({ relation: target.relation, viewer: target.viewer, body: bodyFor(target) }))
  await writeSummaries(scope, client, { facility, revision: now.state.revision, on: now.asOf, bodies })
}

/** The same without a change: somebody has accepted what the facility offered. */
export async function refreshSummaries(services: Services, scope: Scope, facility: string): Promise<void> {
  const now = await openFacility(services, scope, facility)
  await withScope(services.pool, scope, (client) => leaveSummaries(scope, client, now))
}

/** Counts and the stage, the size as a band: nothing that names an item, a vendor or a device. */
export function countsOf(now: Kept): FacilityCounts {
  const { joinedRows, sheetsNow, level } = now.analysis.world
  const asked = sheetsNow.filter((sheet) => sheet.audience === 'vendor' && sheet.sentOn !== undefined)
  const facility = now.picture.slices.facility[0]
  const band = bedBand(known(facility?.beds))
  const open = now.analysis.findings
  return {
    ...(facility?.kind && { kind: facility.kind }),
    ...(band && { bedBand: band }),
    ...(level[0] && joinedRows.length > 0 && { stage: level[0].reached }),
    answered: joinedRows.filter((row) => row.state !== 'unanswered').length,
    items: joinedRows.length,
    differs: joinedRows.filter((row) => row.state === 'differs').length,
    vendorsAsked: asked.length,
    vendorsAnswered: asked.filter((sheet) => sheet.returnedOn !== undefined).length,
    findings: {
      critical: open.filter((finding) => finding.severity === 'critical').length,
      high: open.filter((finding) => finding.severity === 'high').length,
      medium: open.filter((finding) => finding.severity === 'medium').length,
      low: open.filter((finding) => finding.severity === 'low').length,
    },
  }
}

/** Bands as the surveys of the field print them. */
function bedBand(beds: number | undefined): string | undefined {
  if (beds === undefined) return undefined
  if (beds < 20) return '0-19'
  if (beds < 100) return '20-99'
  if (beds < 200) return '100-199'
  return beds < 500 ? '200-499' : '500+'
}
