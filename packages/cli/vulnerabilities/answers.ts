import * as z from 'zod'
import { problemAnswer } from '../answers.ts'

const text = z.object({ ja: z.string(), en: z.string() })
const verdict = z.enum(['affected', 'not-affected', 'unknown'])
const exposure = z.enum(['internet', 'remote-path', 'internal', 'none', 'unknown'])

const urgencyAnswer = z.object({
  table: z.literal('bod-26-04'),
  row: z.number().int(),
  action: z.enum(['days-3-forensics', 'days-3', 'days-14', 'days-60', 'next-upgrade']),
  /** Null: at the next upgrade. */
  dueDays: z.number().int().nullable(),
  /** Columns of which nobody knows the value, so that the worse one counts. */
  assumed: z.array(z.string()),
  /** The one fact that would make it less urgent. */
  lower: z.object({ fact: z.string(), action: z.string() }).optional(),
})

const matchAnswer = z.object({
  asset: z.string(),
  assetName: z.string(),
  product: z.string(),
  version: z.string().nullable(),
  advisory: z.string(),
  /** Of a match that is unknown everything that may hold; `advisory` is the most urgent of it. */
  cves: z.array(z.string()),
  title: z.string(),
  verdict: z.enum(['affected', 'unknown']),
  confidence: z.number(),
  confidenceReasons: z.array(z.string()),
  exposure,
  urgency: urgencyAnswer,
  knownExploited: z.boolean(),
  ransomware: z.boolean(),
  epss: z.number().optional(),
  /** CVSS; shown, not obeyed. */
  score: z.number().optional(),
  fixedVersion: z.string().optional(),
  party: z.string(),
  dueOn: z.string().nullable(),
  reason: text,
  sources: z.array(z.string()),
})

export const vulnMatchAnswer = z.object({
  asOf: z.string(),
  feeds: z.array(z.object({ kind: z.string(), files: z.number().int(), records: z.number().int(), asOf: z.string().nullable() })),
  /** The most urgent first. */
  matches: z.array(matchAnswer),
  /** One record says that the product is affected, and one that counts more says that it is not. */
  disagreements: z.array(
    z.object({ asset: z.string(), product: z.string(), advisory: z.string(), reason: text, sources: z.array(z.string()) }),
  ),
  /** Everything of the feeds that could not be read; `here`: the record names a product that is installed. */
  unparsed: z.array(z.object({ advisory: z.string(), text: z.string(), why: z.string(), here: z.boolean() })),
  /** Files that are no feeds. */
  skipped: z.array(z.object({ file: z.string(), why: z.string() })),
  problems: z.array(problemAnswer),
})

const explainedProduct = z.object({
  product: z.string(),
  version: z.string().nullable(),
  verdict,
  confidence: z.number(),
  confidenceReasons: z.array(z.string()),
  steps: z.array(z.object({ test: z.string(), left: z.string(), right: z.string(), result: z.enum(['yes', 'no', 'unknown']) })),
  reason: text,
  fixedVersion: z.string().optional(),
  sources: z.array(z.string()),
})

export const vulnExplainAnswer = explainedProduct.extend({
  asset: z.string(),
  advisory: z.string(),
  /** Null where the device has no product that the records name. */
  product: z.string().nullable(),
  exposure,
  /** Every product of the device that a record names, the one that decides first. */
  products: z.array(explainedProduct),
  problems: z.array(problemAnswer),
})

export type VulnMatchAnswer = z.infer<typeof vulnMatchAnswer>
export type VulnExplainAnswer = z.infer<typeof vulnExplainAnswer>
