import type { FullCatalogue } from '@mimamori/catalog'
import type { ProtectionTableView } from '@mimamori/contract'
import { byId, weakest } from '@mimamori/domain'
import { coverageOf, type ProtectionState, protectionStates, type QuoteSource, sumQuotes } from '@mimamori/money'
import type { Kept } from '../kept.ts'
import { supportLines } from './support.ts'

/** The table of the police with what is known of this facility, and the three quotes held against it. */
export function protectionTableOf(now: Kept): ProtectionTableView {
  const { catalogue } = now
  const { world } = now.analysis
  const states = protectionStates(catalogue.protections, world)
  return {
    revision: now.state.revision,
    places: catalogue.protectionPlaces
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name, building, protections }) => ({
        ...{ id, name, building, protections: [...protections] },
        state: weakest(states.filter(({ protection }) => protections.includes(protection.id)).map(({ state }) => state)),
      })),
    protections: states.map((one) => printState(one, catalogue)),
    quotes: catalogue.quoteSources.map((source) => printQuote(source, catalogue)),
    support: supportLines(now),
  }
}

function printState(
  { protection, state, controls }: ProtectionState,
  { reference }: FullCatalogue,
): ProtectionTableView['protections'][number] {
  const { id, name } = protection
  return {
    ...{ id, name, state },
    controls: controls.map((control) => ({ ...control, name: byId(reference.controlTypes, control.id)?.name ?? name })),
  }
}

function printQuote(source: QuoteSource, catalogue: FullCatalogue): ProtectionTableView['quotes'][number] {
  const { id, name, dated, terminals, lines, note, page } = source
  const { minYen, maxYen, namedMaxYen } = sumQuotes(lines, { terminals }).firstYear
  return {
    ...{ id, name, dated, terminals, minYen, maxYen: namedMaxYen, openUpper: maxYen === null, note, page },
    holes: [...coverageOf(catalogue, source).holes],
  }
}
