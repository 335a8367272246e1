import { feedNames } from '@mimamori/domain'
import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { notAffectedReason, notDoneReason } from '../slices/vulnerabilities.ts'
import { day, text, versioned } from './common.ts'

export const exposure = z.enum(['internet', 'remote-path', 'internal', 'none', 'unknown'])
export const urgencyAction = z.enum(['days-3-forensics', 'days-3', 'days-14', 'days-60', 'next-upgrade'])
export const matchVerdict = z.enum(['affected', 'unknown', 'not-affected'])

/** How a response stands, by what both sides said and by what was read again. */
export const responseStanding = z.enum([
  'new',
  'told',
  'accepted',
  'checking-impact',
  'planned',
  'not-done',
  'disagreed',
  'workaround',
  'risk-accepted',
  'not-affected',
  'done',
  'proven',
])

const deviceName = z.object({ asset: z.string(), name: z.string(), place: z.string().optional() })

/** What is to be done on one device, or on many that are alike. */
export const vulnerabilityRow = z.object({
  /** By which a response is opened from it. */
  id: z.string(),
  product: z.string(),
  /** As the device calls it. */
  name: z.string(),
  version: z.string().optional(),
  /** To which it is to be brought, where every record names the same. */
  fixedVersion: z.string().optional(),
  /** `unknown`: a person must look, mostly because nobody knows the version. */
  verdict: z.enum(['affected', 'unknown']),
  devices: z.number().int(),
  /** The first of them. */
  shown: z.array(deviceName),
  exposure,
  exposureSays: text,
  action: urgencyAction,
  actionSays: text,
  /** What nobody knows, so that the worse counts. */
  assumedSays: z.array(text),
  /** The single fact that would make it less urgent. */
  lowerSays: text.optional(),
  /** Which fact that is: how it can be come at is the facility's to change and to state, the others are for who publishes them. */
  lowerFact: z.enum(['reached', 'exposed', 'inKev', 'automatable', 'impact']).optional(),
  humanSays: text,
  /** Care that stops with it. */
  services: z.array(text),
  dueOn: day.optional(),
  isLate: z.boolean(),
  knownExploited: z.boolean(),
  ransomware: z.boolean(),
  epss: z.number().optional(),
  score: z.number().optional(),
  /** How many weaknesses it closes, and the most urgent of them with the version that closes that one. */
  advisories: z.number().int(),
  first: z.object({ advisory: z.string(), title: z.string(), titleLang: z.enum(['ja', 'en']), fixedVersion: z.string().optional() }),
  vendor: z.string().optional(),
  vendorName: z.string().optional(),
  dutySays: text,
  paidBy: z.enum(['fee', 'facility', 'nobody']).optional(),
  contract: z.string().optional(),
  response: z.string().optional(),
  state: responseStanding,
  plannedOn: day.optional(),
  costYen: z.number().int().optional(),
  /** Not dealt with yet, nor put off for now. */
  isDue: z.boolean(),
})

const cost = z.object({
  /** Sum of what is known; absent where nothing is. */
  yen: z.number().int().optional(),
  /** Rows of which nobody has told the cost, and that no fee covers. */
  unknown: z.number().int(),
})

export const closedResponse = z.object({
  response: z.string(),
  title: z.string(),
  vendorName: z.string().optional(),
  openedOn: day,
  closedOn: day,
  /** From the day on which it was opened. */
  days: z.number().int(),
  proof: z.enum(['read-again', 'statement']).optional(),
  proofConfidence: z.number().optional(),
})

/** What is on fire here: actions by visit and device. */
export const vulnerabilitiesView = z.object({
  revision: z.number().int(),
  today: day,
  headline: z.object({
    /** Devices that can be come at from outside and have a weakness of which something is due. */
    openFromOutside: z.number().int(),
    /** Devices of which nobody can say whether they are weak, or whether they can be come at. */
    unknown: z.number().int(),
    exploited: z.number().int(),
    late: z.number().int(),
    visits: z.number().int(),
    cost,
  }),
  /** The smallest number of visits that clears in time what is due. */
  visits: z.array(
    z.object({
      id: z.string(),
      /** Absent: the facility does it itself. */
      vendor: z.string().optional(),
      vendorName: z.string().optional(),
      by: day,
      /** A visit that is agreed already. */
      visit: z.string().optional(),
      cost,
      rows: z.array(vulnerabilityRow),
    }),
  ),
  /** Due at the next upgrade, or dealt with for now. */
  others: z.array(vulnerabilityRow),
  /** Nothing leads to them. */
  calm: z.array(vulnerabilityRow),
  /** Nobody knows whether they are affected. */
  open: z.array(vulnerabilityRow),
  /** Rows that are there and not in these lists, which have an end. */
  left: z.number().int(),
  responses: z.array(
    z.object({
      response: z.string(),
      title: z.string(),
      vendor: z.string().optional(),
      vendorName: z.string().optional(),
      state: responseStanding,
      on: day,
      dueOn: day.optional(),
      isLate: z.boolean(),
      /** It is time to ask its vendor again. */
      askAgain: z.boolean(),
    }),
  ),
  /** Closed in this fiscal year, the latest first. */
  closed: z.array(closedResponse),
  /** Median of the days that it took. */
  medianDays: z.number().optional(),
  /** Feeds behind what stands here that are to be read again after a restore. */
  feedsToRead: z.array(z.enum(feedNames)),
})

/** What is published of one product and version here. */
export const matchLine = z.object({
  match: z.string(),
  product: z.string(),
  name: z.string(),
  version: z.string().optional(),
  advisory: z.string(),
  cves: z.array(z.string()),
  title: z.string(),
  titleLang: z.enum(['ja', 'en']),
  verdict: matchVerdict,
  confidence: z.number(),
  reasons: z.array(text),
  /** Records behind it. */
  sources: z.array(z.string()),
  fixedVersion: z.string().optional(),
  knownExploitedOn: day.optional(),
  ransomware: z.enum(['yes', 'no']).optional(),
  exploitation: z.enum(['none', 'poc', 'active']).optional(),
  automatable: z.enum(['yes', 'no']).optional(),
  impact: z.enum(['partial', 'total']).optional(),
  epss: z.number().optional(),
  score: z.number().optional(),
  foundOn: day,
})

export const vulnerableDeviceView = z.object({
  revision: z.number().int(),
  today: day,
  asset: z.string(),
  name: z.string(),
  exposure,
  exposureSays: text,
  products: z.array(
    z.object({
      /** By which a question `why` names it. */
      installed: z.string(),
      name: z.string(),
      vendor: z.string().optional(),
      version: z.string().optional(),
      role: z.enum(['hardware', 'firmware', 'os', 'program']),
      knownBy: z.enum(['console', 'snmp', 'scan', 'tool', 'hand']),
      on: day.optional(),
      matches: z.array(matchLine),
    }),
  ),
  rows: z.array(vulnerabilityRow),
})

/** One weakness and what it means here. */
export const advisoryView = z.object({
  revision: z.number().int(),
  today: day,
  advisory: z.string(),
  cves: z.array(z.string()),
  title: z.string(),
  titleLang: z.enum(['ja', 'en']),
  matches: z.array(matchLine),
  devices: z.array(
    z.object({
      installed: z.string(),
      asset: z.string(),
      assetName: z.string(),
      name: z.string(),
      version: z.string().optional(),
      verdict: matchVerdict,
      exposure,
      exposureSays: text,
      action: urgencyAction.optional(),
      actionSays: text.optional(),
      dueOn: day.optional(),
      response: z.string().optional(),
      state: responseStanding.optional(),
    }),
  ),
  /** Devices that are there and not in this list, which has an end. */
  left: z.number().int(),
  /** What each feed says of it. */
  records: z.array(
    z.object({
      feed: z.enum(['cve5', 'nvd', 'jvn', 'csaf']),
      id: z.string(),
      title: z.string(),
      titleLang: z.enum(['ja', 'en']),
      publishedOn: z.string().optional(),
      modifiedOn: z.string().optional(),
      scores: z.array(z.object({ version: z.string(), base: z.number(), vector: z.string().optional(), from: z.string() })),
      remedies: z.array(z.object({ kind: z.enum(['fix', 'workaround', 'mitigation', 'none-planned', 'no-fix-yet']), text: z.string() })),
      links: z.array(z.string()),
      unread: z.array(z.string()),
    }),
  ),
})

/** Why something here is affected by a weakness, or is not. */
export const whyView = z.object({
  verdict: matchVerdict,
  says: text,
  confidence: z.number(),
  reasons: z.array(text),
  fixedVersion: z.string().optional(),
  sources: z.array(
    z.object({
      feed: z.enum(['cve5', 'nvd', 'jvn', 'csaf']),
      id: z.string(),
      verdict: matchVerdict,
      says: text,
      steps: z.array(
        z.object({
          test: z.enum(['product', 'version', 'line', 'platform', 'all', 'any', 'negate', 'withdrawn', 'update', 'statement']),
          left: z.string(),
          right: z.string(),
          result: z.enum(['yes', 'no', 'unknown']),
        }),
      ),
    }),
  ),
})

/** A reason why something is not done, with the way on that the product offers. */
export const notDoneChoice = z.object({
  id: notDoneReason,
  name: text,
  answer: text,
  way: z.enum(['ask-vendor', 'estimate', 'network', 'impact-check', 'visit', 'contract']),
})

/** A file that a step names as its evidence; `sha256` absent: only noted where it is kept. */
export const stepFile = z.object({ evidence: z.string(), name: z.string(), sha256: z.string().optional() })

const responseDevice = z.object({
  asset: z.string(),
  name: z.string(),
  version: z.string().optional(),
  /** Still weak, or not known to be closed. */
  isOpen: z.boolean(),
  /** The version was read again and is not affected: by what, and when. */
  readOn: day.optional(),
  knownBy: z.enum(['console', 'snmp', 'scan', 'tool', 'hand']).optional(),
})

/** What comes next in asking the vendor. */
const responseAsking = z.object({
  state: z.enum(['waiting', 'due', 'all-taken']),
  why: z.enum(['silent', 'visit-passed', 'ended']),
  step: z.enum(['remind', 'phone', 'second-contact', 'prime-vendor', 'head-letter']).optional(),
  /** Of `prime-vendor`: the company with which the contract is; of `second-contact`: the person. */
  toName: z.string().optional(),
  asked: z.number().int(),
  dueOn: day.optional(),
  /** Mail is set up, and whoever is next has an address. */
  mayMail: z.boolean(),
})

export const responseView = z.object({
  revision: z.number().int(),
  today: day,
  response: versioned(recordSchemas.responses),
  steps: z.array(recordSchemas.responseSteps),
  state: responseStanding,
  on: day,
  until: day.optional(),
  hasEnded: z.boolean(),
  plannedOn: day.optional(),
  costYen: z.number().int().optional(),
  proof: z.enum(['read-again', 'statement']).optional(),
  /** From 0 to 1: 1 = a machine has read it, less = somebody has put their name to it. */
  proofConfidence: z.number().optional(),
  /** The files that its steps name. */
  files: z.array(stepFile),
  daysToClose: z.number().int().optional(),
  vendorName: z.string().optional(),
  devices: z.array(responseDevice),
  rows: z.array(vulnerabilityRow),
  asking: responseAsking.optional(),
  notDoneReasons: z.array(notDoneChoice),
  notAffectedReasons: z.array(notAffectedReason),
})

export const warningsView = z.object({
  revision: z.number().int(),
  today: day,
  warnings: z.array(
    z.object({
      warning: versioned(recordSchemas.warnings),
      /** `waits`: nobody has said yet whether it concerns something here. */
      state: z.enum(['waits', 'concerns', 'not-concerned', 'answered']),
      responses: z.array(z.string()),
    }),
  ),
})

export const updateStanding = z.enum(['planned', 'tested', 'go', 'no-go', 'rolling-out', 'rolled-back', 'done', 'withdrawn'])
export const updateGap = z.enum(['no-test-bed', 'not-tested', 'touches-unknown', 'no-roll-back', 'no-go'])

export const plannedUpdatesView = z.object({
  revision: z.number().int(),
  today: day,
  updates: z.array(
    z.object({
      update: versioned(recordSchemas.plannedUpdates),
      steps: z.array(recordSchemas.plannedUpdateSteps),
      state: updateStanding,
      /** What is missing before it may be rolled out. */
      gaps: z.array(updateGap),
      vendorName: z.string().optional(),
      costYen: z.number().int().optional(),
    }),
  ),
})

/** What feeds say of products here and could not be read wholly: a person must look. */
export const unreadAdvisoriesView = z.object({
  unread: z.array(
    z.object({
      feed: z.enum(['cve5', 'nvd', 'jvn', 'csaf']),
      id: z.string(),
      title: z.string(),
      titleLang: z.enum(['ja', 'en']),
      parts: z.array(
        z.object({ why: z.enum(['version-phrase', 'version', 'no-product', 'condition', 'score', 'unknown-form']), text: z.string() }),
      ),
    }),
  ),
  left: z.number().int(),
})

export type VulnerabilityRow = z.infer<typeof vulnerabilityRow>
export type VulnerabilitiesView = z.infer<typeof vulnerabilitiesView>
export type VulnerableDeviceView = z.infer<typeof vulnerableDeviceView>
export type MatchLine = z.infer<typeof matchLine>
export type AdvisoryView = z.infer<typeof advisoryView>
export type WhyView = z.infer<typeof whyView>
export type ClosedResponse = z.infer<typeof closedResponse>
export type ResponseView = z.infer<typeof responseView>
export type WarningsView = z.infer<typeof warningsView>
export type PlannedUpdatesView = z.infer<typeof plannedUpdatesView>
export type UnreadAdvisoriesView = z.infer<typeof unreadAdvisoriesView>
export type NotDoneChoice = z.infer<typeof notDoneChoice>
