/** Lists of the kernel's `Reference`, with the files that hold them. */
export const referenceFiles = {
  editions: ['editions'],
  items: ['items-gl51', 'items-r5', 'items-r6', 'items-r7'],
  crosswalk: ['crosswalk'],
  stages: ['stages'],
  stageTargets: ['stage-targets'],
  periods: ['periods'],
  askingPlan: ['asking-plan'],
  assetKinds: ['asset-kinds'],
  supportEnds: ['support-ends'],
  assetLimits: ['asset-limits'],
  assetSentences: ['asset-sentences'],
  trustClasses: ['trust-classes'],
  forbiddenPairs: ['forbidden-pairs'],
  mobileRouterMakers: ['mobile-router-makers'],
  urgencyTable: ['urgency-table'],
  humanImpact: ['human-impact'],
  careImpacts: ['care-impacts'],
  notDoneReasons: ['not-done-reasons'],
  urgencySentences: ['urgency-sentences'],
  knownProducts: ['known-products'],
  matchSentences: ['match-sentences'],
  facilityWords: ['facility-words'],
  duties: ['duties'],
  holidays: ['holidays'],
} as const

/** Lists that only screens and papers need. */
export const otherFiles = {
  workCards: ['work-cards-items', 'work-cards-devices'],
  measures: ['measures'],
  contactBodies: ['contact-bodies'],
  glossary: ['glossary'],
  guidelines: ['guidelines'],
  topics: ['topics'],
  topicDates: ['topic-dates'],
  tenQuestions: ['ten-questions'],
  scanFormats: ['scan-formats'],
  scanBases: ['scan-bases'],
  observationSources: ['observation-sources'],
  sources: ['sources'],
} as const

export const listFiles = { ...referenceFiles, ...otherFiles } as const

export type ReferenceName = keyof typeof referenceFiles
export type OtherName = keyof typeof otherFiles
export type CatalogueListName = keyof typeof listFiles

/** The name of the schema of a list; one per list, whatever number of files it has. */
export const schemaNames: { readonly [L in CatalogueListName]: string } = {
  editions: 'edition',
  items: 'item',
  crosswalk: 'crosswalk-link',
  stages: 'stage',
  stageTargets: 'stage-target',
  periods: 'period',
  askingPlan: 'asking-plan-step',
  assetKinds: 'asset-kind',
  supportEnds: 'support-end',
  assetLimits: 'asset-limit',
  assetSentences: 'asset-sentence',
  trustClasses: 'trust-class',
  forbiddenPairs: 'forbidden-pair',
  mobileRouterMakers: 'mobile-router-maker',
  urgencyTable: 'urgency-row',
  humanImpact: 'human-impact-row',
  careImpacts: 'care-impact',
  notDoneReasons: 'not-done-reason',
  urgencySentences: 'urgency-sentence',
  knownProducts: 'known-product',
  matchSentences: 'match-sentence',
  facilityWords: 'facility-words',
  duties: 'duty',
  holidays: 'holiday',
  workCards: 'work-card',
  measures: 'measure',
  contactBodies: 'contact-body',
  glossary: 'glossary-term',
  guidelines: 'guideline',
  topics: 'topic',
  topicDates: 'topic-date',
  tenQuestions: 'ten-question',
  scanFormats: 'scan-format',
  scanBases: 'scan-basis',
  observationSources: 'observation-source',
  sources: 'source',
}
