import { feedNames } from '@mimamori/domain'
import * as z from 'zod'

const id = z.string()
const day = z.string()

export const problemAnswer = z.object({
  code: z.string(),
  message: z.string(),
  action: z.string(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
})

export const findingAnswer = z.object({
  id,
  rule: z.string(),
  area: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  party: z.string(),
  parties: z.array(z.string()),
  subjects: z.array(z.string()),
  title: z.string(),
  step: z.string(),
  reasons: z.array(z.object({ text: z.string(), fact: z.unknown().optional() })),
  refs: z.array(z.object({ edition: z.string(), clause: z.string(), confidence: z.string() })),
  measures: z.array(z.string()),
  dueOn: day.optional(),
  state: z.enum(['open', 'covered', 'accepted', 'no-longer-seen', 'done']),
})

export const assessAnswer = z.object({
  asOf: day,
  facility: z.object({ id, name: z.string(), kind: z.string().nullable(), beds: z.number().nullable() }),
  edition: z.string(),
  level: z.object({
    reached: z.number(),
    next: z.number().optional(),
    missing: z.array(z.object({ number: z.string(), needs: z.string() })),
  }),
  items: z.array(
    z.object({
      number: z.string(),
      state: z.enum(['agreed-yes', 'no', 'differs', 'vendor-silent', 'no-vendor', 'not-applicable', 'unanswered']),
      parties: z.array(z.object({ party: z.string(), answer: z.string().optional(), checkedOn: day.optional(), targetOn: day.optional() })),
    }),
  ),
  findings: z.array(findingAnswer),
  tasks: z.array(z.object({ id, title: z.string(), minutes: z.number(), who: z.string(), findings: z.array(id) })),
  problems: z.array(problemAnswer),
})

const claimAnswer = z.object({ source: z.string(), file: z.string(), row: z.number().optional(), seenOn: day.nullable() })
const identityAnswer = z.object({ rule: z.string(), reason: z.string() })
const driftAnswer = z.object({
  asset: id,
  name: z.string(),
  say: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  text: z.string(),
})

export const inventoryAnswer = z.object({
  asOf: day,
  facility: z.object({ id, name: z.string() }),
  assets: z.array(
    z.object({
      id,
      kind: z.string().nullable(),
      name: z.string(),
      listed: z.boolean(),
      addresses: z.array(z.object({ ip: z.string().nullable(), mac: z.string().nullable() })),
      software: z.array(z.object({ name: z.string(), version: z.string().nullable(), cpe: z.string().optional() })),
      claims: z.array(claimAnswer.extend({ identity: identityAnswer })),
      identity: identityAnswer,
      lastSeenOn: day.nullable(),
    }),
  ),
  conflicts: z.array(z.object({ assets: z.array(id), rule: z.string(), why: z.string(), claims: z.array(claimAnswer) })),
  drift: z
    .object({
      added: z.array(driftAnswer),
      gone: z.array(driftAnswer),
      moved: z.array(driftAnswer),
      changed: z.array(driftAnswer),
    })
    .optional(),
  /** Lines and files that were passed over; of one file the first thousand. */
  skipped: z.array(z.object({ file: z.string(), row: z.number().optional(), why: z.string(), text: z.string().optional() })),
  /** What was read: `skipped` counts all lines of it that were passed over. */
  files: z.array(z.object({ file: z.string(), format: z.string(), devices: z.number(), accounts: z.number(), skipped: z.number() })),
  problems: z.array(problemAnswer),
})

const zones = z.array(id)
/** A link by its ends, which are points of the map. */
const linkAnswer = z.object({
  id,
  from: id,
  to: id,
  layer: z.enum(['physical', 'l2', 'l3', 'remote', 'wireless']),
  control: z.enum(['router-rules', 'filter', 'one-way', 'none', 'unknown']),
})

export const networkAnswer = z.object({
  asOf: day,
  facility: z.object({ id, name: z.string() }),
  /** `assets`: number of devices that stand there. */
  zones: z.array(z.object({ id, name: z.string(), trust: z.string(), assets: z.number().int() })),
  /** What else stands on the map: outside, devices that join zones, and hubs that nobody listed. */
  points: z.array(z.object({ id, kind: z.enum(['outside', 'device', 'hub']), name: z.string() })),
  links: z.array(
    linkAnswer.extend({
      /** The control is what such a device usually does; nobody has said it. */
      assumed: z.literal(true).optional(),
      by: z.array(z.string()),
      seenOn: day.optional(),
      /** A cable, which is no way by itself. */
      trunk: z.literal(true).optional(),
    }),
  ),
  entrances: z.array(
    z.object({
      id,
      name: z.string(),
      asset: id.nullable(),
      line: id.nullable(),
      exposure: z.enum(['internet', 'closed', 'remote', 'unknown']),
      guarded: z.enum(['firewall', 'router', 'none', 'unknown']),
      /** Zones that can be reached if it is broken, nearest first. */
      behind: zones,
    }),
  ),
  findings: z.array(
    findingAnswer.extend({
      path: z
        .array(
          z.object({
            from: id,
            to: id,
            link: id,
            evidence: z.array(
              z.object({ source: z.string(), id, file: z.string().optional(), row: z.number().optional(), seenOn: day.optional() }),
            ),
          }),
        )
        .optional(),
      /**
       * The fewest links that close the way: `link`, and `links` where more than one must go. `giveUp`: they follow from this record of
       * the register, and go with it.
       */
      cut: z
        .object({
          link: linkAnswer,
          links: z.array(linkAnswer),
          giveUp: z.object({ slice: z.enum(['vpns', 'remotePaths']), id: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
  /** Zones that are reached past no control. */
  reach: z.record(id, zones),
  /** Zones that are reached only if a link of which nobody knows lets pass. */
  maybeReach: z.record(id, zones),
  /** With `--from`: what is in reach of whoever holds this point, and what stops with it. */
  from: z
    .object({
      id,
      name: z.string(),
      zones,
      assets: z.number().int(),
      systems: z.array(z.object({ id, name: z.string() })),
      services: z.array(id),
    })
    .optional(),
  questions: z.array(z.object({ id, ask: z.string(), subject: z.string(), count: z.number().optional() })),
  /** With `-o`. */
  map: z.object({ file: z.string(), bytes: z.number(), sha256: z.string() }).optional(),
  skipped: z.array(z.object({ file: z.string(), row: z.number().optional(), why: z.string(), text: z.string().optional() })),
  problems: z.array(problemAnswer),
})

export const verifyAnswer = z.object({
  ok: z.boolean(),
  intact: z.boolean(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), ok: z.boolean() })),
  signatures: z.array(z.object({ by: z.string(), fingerprint: z.string(), known: z.boolean() })),
  problems: z.array(z.string()),
  checkNumber: z.string().optional(),
  /** For a ZIP: whether it was packed again since it was made. */
  repacked: z.boolean().optional(),
  /** Of an audit trail: its lines, where it ends, and whether anything proves that it ends there. */
  entries: z.number().int().optional(),
  head: z.object({ seq: z.number().int(), hash: z.string() }).optional(),
  endProven: z.boolean().optional(),
})

export const paperAnswer = z.object({
  kind: z.string(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  pages: z.number().optional(),
  checkNumber: z.string().optional(),
})

export const doctorAnswer = z.object({
  ok: z.boolean(),
  /** Of the program. */
  version: z.string(),
  checks: z.array(z.object({ id, ok: z.boolean(), says: z.string(), action: z.string().optional() })),
})

export const importAnswer = z.object({
  facility: z.string(),
  name: z.string(),
  records: z.number(),
  revision: z.number(),
  problems: z.array(z.unknown()),
})

export const exportAnswer = z.object({ facility: z.string(), folder: z.string(), files: z.number(), revision: z.number() })

const count = z.number().int()

export const backupAnswer = z.object({
  file: z.string(),
  bytes: count,
  sha256: z.string(),
  schema: count,
  tables: count,
  rows: count,
  files: count,
  /** Files whose bytes are no longer those of their name. */
  damaged: count,
  /** Only where it was made now: it is shown once and stored nowhere. */
  recoveryKey: z.string().optional(),
})

export const restoreAnswer = z.object({
  ok: z.boolean(),
  folder: z.string(),
  madeAt: z.string(),
  program: z.string(),
  schema: count,
  applied: z.array(z.string()),
  tables: count,
  rows: count,
  files: count,
  audit: z.object({ trails: count, intact: count, entries: count }),
  keys: z.object({ stored: count, opened: count }),
  kept: z.object({ rows: count, present: count }),
})

export const feedsAnswer = z.object({
  feeds: z.array(
    z.object({
      kind: z.enum(feedNames),
      records: count,
      /** Records of which some part could not be read. */
      unread: count,
      /** Day or instant of its making, by its own words. */
      asOf: z.string().optional(),
      takenAt: z.string().optional(),
      source: z.string().optional(),
      /** Why the last reading was not taken over. */
      problem: problemAnswer.optional(),
      problemAt: z.string().optional(),
      /** Records of the last reading that could not be read; the first of them. */
      passedOver: z.array(problemAnswer),
    }),
  ),
  /** With `import`: what was taken over now. */
  taken: z.array(z.object({ kind: z.enum(feedNames), files: count, read: count, changed: count })).optional(),
  /** With `import`: files of which nothing was taken; what was kept before stays. */
  refused: z.array(z.object({ file: z.string(), kind: z.enum(feedNames).optional(), problem: problemAnswer })).optional(),
})

export const tlsAnswer = z.object({
  authorityFile: z.string(),
  authorityKeyFile: z.string(),
  certificateFile: z.string(),
  keyFile: z.string(),
  fingerprint: z.string(),
  names: z.array(z.string()),
  validUntil: day,
  isNewAuthority: z.boolean(),
})
