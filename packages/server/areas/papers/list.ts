import type { PapersView } from '@mimamori/contract'
import { isRiskAsked, isUpdateAsked, latestMonths } from '@mimamori/papers'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { isPaperKind } from './frozen.ts'
import { formatsOfPaper } from './make.ts'
import { listPapers } from './store.ts'
import { type PaperKind, paperTexts } from './texts.ts'

/** In the order of the page; a work card is made from its own page. */
const listed: readonly PaperKind[] = [
  'pack',
  'inspection',
  'visit-record',
  'improvement-report',
  'checklist',
  'contact-chart',
  'security-policy',
  'board',
  'protections',
  'monthly-report',
  'plan-board',
  'plan-annex',
  'budget-request',
  'budget-attachment',
  'committee',
  'vendor-request',
  'update-request',
  'matrix',
  'risk-letter',
  'risk-agreement',
  'open-questions',
  'asking-lists',
  'handover',
  'ten-questions',
]
const ofVendors: readonly PaperKind[] = ['vendor-request', 'asking-lists']
const ofVisits: readonly PaperKind[] = ['visit-record', 'improvement-report']
/** Months of which a report can be made from the page of papers. */
const monthsOffered = 12
const inTwoCopies: readonly PaperKind[] = ['pack', 'checklist', 'contact-chart']

/** Papers that can be made, and those that were frozen. */
export async function papersOf(services: Services, asking: Asking, facility: string): Promise<PapersView> {
  const now = await openFacility(services, asking, facility)
  const made = await withScope(services.pool, asking, (client) => listPapers(asking, client, facility), { readOnly: true })
  return {
    papers: listed
      .filter((kind) => !ofVendors.includes(kind) || now.analysis.world.sheetsNow.some((sheet) => sheet.audience === 'vendor'))
      .filter((kind) => !ofVisits.includes(kind) || now.picture.slices.inspections.length > 0)
      .filter((kind) => kind !== 'update-request' || isUpdateAsked(now, {}))
      .filter((kind) => kind !== 'risk-letter' || isRiskAsked(now, {}))
      .filter((kind) => kind !== 'risk-agreement' || now.picture.slices.riskDecisions.length > 0)
      .map((kind) => ({
        kind,
        ...paperTexts[kind],
        formats: [...formatsOfPaper(kind)],
        copies: inTwoCopies.includes(kind) ? ['on-site' as const, 'hand-over' as const] : [],
        ...(kind === 'monthly-report' && { months: [...latestMonths(now.asOf, monthsOffered)] }),
      })),
    made: made.map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      title: isPaperKind(paper.kind) ? paperTexts[paper.kind].title : { ja: paper.kind, en: paper.kind },
      at: paper.madeAt,
      revision: paper.revision,
      checkNumber: paper.meta.checkNumber,
      sha256: paper.sha256,
    })),
  }
}
