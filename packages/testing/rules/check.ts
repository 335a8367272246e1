import { readFileSync } from 'node:fs'
import {
  type Analysis,
  analyse,
  type CalendarDate,
  type Catalogue,
  date,
  derivations,
  emptySlices,
  type Finding,
  makeRuleSet,
  type Reference,
  type Rule,
  type RuleEntry,
  type SliceName,
  type Slices,
  sliceNames,
} from '@mimamori/domain'
import { expect } from 'vitest'
import { aPicture } from './builders.ts'

const noReference: Reference = {
  facilityWords: [],
  duties: [],
  holidays: [],
  editions: [],
  items: [],
  crosswalk: [],
  stages: [],
  stageTargets: [],
  periods: [
    { id: 'answer-old', days: 365, reason: { ja: '', en: '' } },
    { id: 'evidence-old', days: 365, reason: { ja: '', en: '' } },
    { id: 'second-check', days: 58, reason: { ja: '', en: '' } },
    { id: 'vendor-reply', days: 14, reason: { ja: '', en: '' } },
    { id: 'register-old', days: 365, reason: { ja: '', en: '' } },
    { id: 'support-ending', days: 180, reason: { ja: '', en: '' } },
    { id: 'restore-test-old', days: 365, reason: { ja: '', en: '' } },
    { id: 'map-old', days: 365, reason: { ja: '', en: '' } },
    { id: 'asset-unseen', days: 90, reason: { ja: '', en: '' } },
    { id: 'response-tell', days: 3, reason: { ja: '', en: '' } },
    { id: 'response-reply', days: 7, reason: { ja: '', en: '' } },
    { id: 'response-proof', days: 14, reason: { ja: '', en: '' } },
    { id: 'response-way-on', days: 30, reason: { ja: '', en: '' } },
    { id: 'warning-look', days: 3, reason: { ja: '', en: '' } },
    { id: 'update-ready', days: 30, reason: { ja: '', en: '' } },
    { id: 'freeze-near', days: 14, reason: { ja: '', en: '' } },
    { id: 'risk-until-near', days: 30, reason: { ja: '', en: '' } },
    { id: 'policy-end-near', days: 60, reason: { ja: '', en: '' } },
  ],
  askingPlan: shipped('asking-plan'),
  assetKinds: shipped('asset-kinds'),
  supportEnds: shipped('support-ends'),
  assetLimits: shipped('asset-limits'),
  assetSentences: shipped('asset-sentences'),
  trustClasses: shipped('trust-classes'),
  forbiddenPairs: shipped('forbidden-pairs'),
  mobileRouterMakers: shipped('mobile-router-makers'),
  urgencyTable: shipped('urgency-table'),
  humanImpact: shipped('human-impact'),
  careImpacts: shipped('care-impacts'),
  notDoneReasons: shipped('not-done-reasons'),
  urgencySentences: shipped('urgency-sentences'),
  knownProducts: shipped('known-products'),
  matchSentences: shipped('match-sentences'),
  riskCategories: shipped('risk-categories'),
  riskGroups: shipped('risk-groups'),
  risks: shipped('risks'),
  controlTypes: shipped('control-types'),
  standIns: shipped('stand-ins'),
  riskFactWords: shipped('risk-fact-words'),
  lossParameters: shipped('money/loss-parameters'),
  lossScenarios: shipped('money/loss-scenarios'),
  controlEffects: shipped('money/control-effects'),
  planMeasures: shipped('money/plan-measures'),
  backTestCases: shipped('money/back-test-cases'),
}

/** A list of the catalogue as it is shipped. */
export function shipped<T>(name: string): readonly T[] {
  const file = readFileSync(new URL(`../../catalog/data/${name}.json`, import.meta.url), 'utf8')
  return (JSON.parse(file) as { entries: readonly T[] }).entries // the catalogue's own tests check its schema
}

/** The catalogue entry of a rule as it is shipped. */
export function entryOf(rule: string): RuleEntry {
  return JSON.parse(readFileSync(new URL(`../../catalog/data/rules/${rule}.json`, import.meta.url), 'utf8')) as RuleEntry // the catalogue's own tests check its schema
}

/** Names of everything that a rule may read of pictures, catalogue lists and the day. */
export const inputs: ReadonlySet<string> = new Set([
  ...sliceNames.filter((name) => name !== 'register'),
  ...Object.keys(noReference),
  'asOf',
])

/** Catalogue lists as the loader gives them: sorted by id. */
export function aReference(some: Partial<Reference> = {}): Reference {
  const lists = Object.entries({ ...noReference, ...some }).map(([name, list]: [string, readonly { id: string }[]]) => [
    name,
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ])
  return Object.fromEntries(lists)
}

function isSlice(name: string): name is SliceName {
  return Object.hasOwn(emptySlices(), name)
}

/** Runs one rule over these records in strict mode, and holds what it says against its shipped entry. */
export function check(rule: Rule, records: Partial<Slices & Reference>, asOf: CalendarDate = date('2026-11-20')): readonly Finding[] {
  const slices = Object.fromEntries(Object.entries(records).filter(([name]) => isSlice(name)))
  const lists = Object.fromEntries(Object.entries(records).filter(([name]) => !isSlice(name)))
  const entry = entryOf(rule.id)
  const catalogue: Catalogue = { version: 'test', reference: aReference(lists), rules: new Map([[rule.id, entry]]) }
  const analysis = analyse(makeRuleSet([rule], derivations, inputs), { picture: aPicture(slices), catalogue, asOf }, undefined, {
    strict: true,
  })
  throwFailures(analysis)
  for (const finding of analysis.findings) expectWords(finding, entry)
  return analysis.findings
}

export function throwFailures(analysis: Analysis): void {
  const [failure] = analysis.failures
  if (failure) throw failure.error
}

/** Names that `describe` fills in from the subjects. */
const namesFilledIn = new Set([
  'us',
  'head',
  'item',
  'itemTitle',
  'vendor',
  'vendorSystem',
  'system',
  'evidence',
  'person',
  'asset',
  'flow',
  'line',
  'vpn',
  'accounts',
  'remotePath',
  'zone',
  'from',
  'to',
  'exit',
  'place',
  'response',
  'warning',
  'update',
  'risk',
  'control',
  'category',
  'policy',
  'measure',
])

function expectWords(finding: Finding, entry: RuleEntry): void {
  const given = new Set([...namesFilledIn, ...finding.because.flatMap((reason) => Object.keys(reason.with ?? {}))])
  const texts = [
    entry.title,
    entry.vendorTitle ?? entry.title,
    ...Object.values(entry.titles ?? {}),
    entry.step,
    ...finding.because.map((reason) => entry.says[reason.say] ?? { ja: '', en: '' }),
  ]
  for (const { ja, en } of texts) {
    expect(ja).not.toBe('')
    for (const [, name] of `${ja}${en}`.matchAll(/\{(\w+)\}/g))
      expect([...given], `the placeholder {${name}} of ${finding.rule}`).toContain(name)
  }
}

export interface Expected {
  readonly subjects: readonly string[]
  readonly because?: readonly string[]
  readonly parties?: readonly string[]
  readonly severity?: string
  readonly dueOn?: string
}

/** The findings in order of id, compared in what the test names. */
export function expectFindings(findings: readonly Finding[], expected: readonly Expected[]): void {
  const seen = findings.map((finding, at) => ({
    subjects: finding.subjects,
    ...(expected[at]?.because && { because: finding.because.map((reason) => reason.say) }),
    ...(expected[at]?.parties && { parties: finding.parties }),
    ...(expected[at]?.severity !== undefined && { severity: finding.severity }),
    ...(expected[at]?.dueOn !== undefined && { dueOn: finding.dueOn }),
  }))
  expect(seen).toEqual(expected.map((one) => ({ ...one, subjects: [...one.subjects].sort() })))
}
