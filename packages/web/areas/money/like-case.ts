import type { DamageView } from '@mimamori/contract'
import { type BackTestCase, bedsOf, likeCaseAmong } from '@mimamori/domain'

/** The real case that stands on the page for the board, as on paper. */
export function likeCaseOf({ backTests, world }: DamageView): BackTestCase | undefined {
  return likeCaseAmong(
    backTests.map((one) => one.case),
    { kind: world.facility[0]?.kind, beds: bedsOf(world) },
  )
}
