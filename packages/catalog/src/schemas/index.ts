import type { Id, Reference, RuleEntry } from '@mimamori/domain'
import { z } from 'zod'
import { type CatalogueListName, schemaNames } from '../files.ts'
import type { FullCatalogue } from '../types.ts'
import { assetKindTraits, assetLimit, assetSentence, observationSource, scanBasis, scanFormat, supportEnd } from './assets.ts'
import { askingPlanStep, crosswalkLink, edition, item, period, stageCriterion, topic, topicDate } from './checklists.ts'
import { text } from './common.ts'
import { backTestCase, controlEffect, lossParameter, lossScenario, planMeasure } from './damage.ts'
import { contactBody, duty, facilityWords, holiday, stageTarget, tenQuestion } from './facilities.ts'
import {
  lossHead,
  normAnswers,
  normBudgetClass,
  normFigures,
  normProfile,
  normRate,
  normRevenue,
  normSlip,
  protection,
  protectionPlace,
  quoteSource,
} from './money.ts'
import { forbiddenPair, mobileRouterMaker, trustClass } from './network.ts'
import { printJson } from './print-json.ts'
import { controlType, risk, riskCategory, riskFactWords, riskGroup, standIn } from './risks.ts'
import { careImpact, humanImpactRow, notDoneReason, urgencyRow, urgencySentence } from './urgency.ts'
import { knownProduct, matchSentence } from './vulnerabilities.ts'
import { glossaryTerm, guideline, measure, rule, source, workCard } from './words.ts'

type EntryOf<L extends CatalogueListName> = L extends keyof Reference
  ? Reference[L][number]
  : L extends keyof FullCatalogue
    ? FullCatalogue[L] extends readonly (infer E)[]
      ? E
      : never
    : never

/** A type without its brands: a schema reads plain strings. */
type Plain<T> = T extends Id<string> ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T

/** The schema of one entry of each list; what it accepts fits the type that the code uses. */
export const entrySchemas = {
  editions: edition,
  items: item,
  crosswalk: crosswalkLink,
  stages: stageCriterion,
  stageTargets: stageTarget,
  periods: period,
  askingPlan: askingPlanStep,
  assetKinds: assetKindTraits,
  supportEnds: supportEnd,
  assetLimits: assetLimit,
  assetSentences: assetSentence,
  trustClasses: trustClass,
  forbiddenPairs: forbiddenPair,
  mobileRouterMakers: mobileRouterMaker,
  urgencyTable: urgencyRow,
  humanImpact: humanImpactRow,
  careImpacts: careImpact,
  notDoneReasons: notDoneReason,
  urgencySentences: urgencySentence,
  knownProducts: knownProduct,
  matchSentences: matchSentence,
  facilityWords,
  duties: duty,
  holidays: holiday,
  riskCategories: riskCategory,
  riskGroups: riskGroup,
  risks: risk,
  controlTypes: controlType,
  standIns: standIn,
  riskFactWords,
  lossParameters: lossParameter,
  lossScenarios: lossScenario,
  controlEffects: controlEffect,
  planMeasures: planMeasure,
  backTestCases: backTestCase,
  workCards: workCard,
  measures: measure,
  contactBodies: contactBody,
  glossary: glossaryTerm,
  guidelines: guideline,
  topics: topic,
  topicDates: topicDate,
  tenQuestions: tenQuestion,
  scanFormats: scanFormat,
  scanBases: scanBasis,
  observationSources: observationSource,
  normProfiles: normProfile,
  normRates: normRate,
  normRevenues: normRevenue,
  normBudgetClasses: normBudgetClass,
  normAnswers,
  normFigures,
  normSlips: normSlip,
  quoteSources: quoteSource,
  protections: protection,
  protectionPlaces: protectionPlace,
  lossHeads: lossHead,
  sources: source,
} satisfies { readonly [L in CatalogueListName]: z.ZodType<Plain<EntryOf<L>>> }

export const ruleSchema = rule satisfies z.ZodType<Plain<RuleEntry>>

type Schemas = typeof entrySchemas
type Uncovered<T, S extends z.ZodType> = Exclude<keyof T, keyof z.output<S>>
type Holds<T extends never> = T

/** These do not compile when a type has a field that its schema does not know. */
export type EveryListFieldHasASchema = Holds<{ [L in CatalogueListName]: Uncovered<EntryOf<L>, Schemas[L]> }[CatalogueListName]>
export type EveryRuleFieldHasASchema = Holds<Uncovered<RuleEntry, typeof rule>>

/** A catalogue file: its schema, its version, what has to be said about all of it, its entries. */
export function fileSchema(list: CatalogueListName): z.ZodType {
  return z.strictObject({
    $schema: z.string(),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    note: text.exactOptional(),
    entries: z.array(entrySchemas[list]),
  })
}

/** JSON Schemas by file name, for editors; written to `schemas/` by `npm run generate`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const lists = Object.keys(schemaNames) as CatalogueListName[] // keys of our own constant
  const print = (schema: z.ZodType) => printJson(z.toJSONSchema(schema))
  return new Map([
    ...lists.map((list): [string, string] => [`${schemaNames[list]}.schema.json`, print(fileSchema(list))]),
    ['rule.schema.json', print(rule.extend({ $schema: z.string().exactOptional() }))],
  ])
}
