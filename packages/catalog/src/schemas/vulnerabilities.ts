import { z } from 'zod'
import { entityId, sourced, text } from './common.ts'

const family = z.enum([
  'dotted',
  'semver',
  'fortios',
  'ivanti',
  'netscaler',
  'panos',
  'asa',
  'cisco-ios',
  'sonicos',
  'yamaha',
  'allied-telesis',
  'junos',
  'qnap',
  'windows',
])

const spellings = z.array(z.string().min(1).max(120))

export const knownProduct = z.strictObject({
  id: entityId,
  name: text,
  vendor: text,
  part: z.enum(['os', 'application', 'hardware']),
  family,
  cpes: z.array(z.string().regex(/^[aoh]:[^:A-Z]+:[^:A-Z]+$/)),
  vendorNames: spellings.min(1),
  productNames: spellings,
  aloneNames: spellings.min(1).exactOptional(),
  runsOn: spellings.min(1).exactOptional(),
  eachModel: z.literal(true).exactOptional(),
  builds: z
    .array(z.string().regex(/^\d+(\.\d+)*$/))
    .min(1)
    .exactOptional(),
  releaseOf: entityId.exactOptional(),
  ...sourced,
})

export const matchSentence = z.strictObject({ id: entityId, says: text, ...sourced })
