import { type ChoiceLists, type FacilityPlan, type PlanOptions, planOf } from '@mimamori/money'

export interface PlanAsked {
  readonly lists: ChoiceLists
  readonly options: PlanOptions
}

export type PlanTold = FacilityPlan

/** The choice is searched beside the page: a search of some seconds must not hold it up. */
self.onmessage = ({ data: { lists, options } }: MessageEvent<PlanAsked>) => {
  const told: PlanTold = planOf(lists, options)
  self.postMessage(told)
}
