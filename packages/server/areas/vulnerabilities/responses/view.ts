import type { NotDoneChoice, ResponseView } from '@mimamori/contract'
import {
  byId,
  daysBetween,
  having,
  type ResponseState,
  stepsOfResponse,
  type VulnerabilityResponse,
  withoutProvenance,
} from '@mimamori/domain'
import { versionedList } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { rowsOf, vendorNameOf } from '../rows/rows.ts'
import { askingOf } from './asking.ts'
import { closingOf } from './closing.ts'
import { filesOf } from './files.ts'
import { responseIn } from './open.ts'

export function responseViewOf(now: Kept, id: string, mailIsSetUp: boolean): ResponseView {
  const response = responseIn(now, id)
  const [versioned] = versionedList(now, 'responses', [response])
  const state = byId(now.analysis.world.responseStates, response.id)
  if (!versioned || !state) throw vulnerabilityProblem('response/not-found')
  const vendorName = vendorNameOf(now, response.vendor)
  const asking = askingOf(now, response, mailIsSetUp)
  const isProven = state.state === 'proven'
  const steps = stepsOfResponse(now.picture.slices.responseSteps, response.id)
  return {
    revision: now.state.revision,
    today: now.asOf,
    response: versioned,
    steps: steps.map(withoutProvenance),
    state: state.state,
    on: isProven ? closingOf(now, response, state) : state.on,
    ...(state.until !== undefined && { until: state.until }),
    hasEnded: state.ended === true,
    ...(state.plannedOn !== undefined && { plannedOn: state.plannedOn }),
    ...(state.costYen !== undefined && { costYen: state.costYen }),
    ...(state.proof && { proof: state.proof, proofConfidence: state.proofConfidence }),
    files: filesOf(now, steps),
    ...(isProven && { daysToClose: daysBetween(response.openedOn, closingOf(now, response, state)) }),
    ...(vendorName !== undefined && { vendorName }),
    devices: devicesOf(now, response, state),
    rows: rowsOf(now).flatMap(({ row }) => (row.response === response.id ? [row] : [])),
    ...(asking && { asking }),
    notDoneReasons: notDoneChoices(now),
    notAffectedReasons: ['part-not-there', 'part-not-used', 'cannot-be-reached', 'other-version', 'maker-says-so'],
  }
}

function devicesOf(now: Kept, { assets, name }: VulnerabilityResponse, { open }: ResponseState): ResponseView['devices'] {
  return assets.map((asset) => {
    const installed = having(now.analysis.world.installedProducts, 'asset', asset)
    const product = installed.find((one) => one.name === name)
    return {
      asset,
      name: byId(now.picture.slices.assets, asset)?.name ?? asset,
      ...(product?.version !== undefined && { version: product.version }),
      isOpen: installed.some(({ id }) => open.includes(id)),
      ...(product?.on !== undefined && { readOn: product.on }),
      ...(product && { knownBy: product.knownBy }),
    }
  })
}

/** Why something is not done, with the product's own answer to each. */
export function notDoneChoices({ catalogue }: Pick<Kept, 'catalogue'>): NotDoneChoice[] {
  return catalogue.reference.notDoneReasons.map(({ id, name, answer, way }) => ({ id, name, answer, way }))
}
