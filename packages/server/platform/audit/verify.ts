import { z } from 'zod'
import { type AuditHead, emptyHead, hashEntry } from './chain.ts'

const line = z.object({
  organisation: z.string(),
  seq: z.number().int(),
  at: z.string(),
  person: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.unknown(),
  from: z.string().nullable(),
  prev: z.string(),
  hash: z.string(),
})

export type AuditProblemKind =
  | 'unreadable'
  | 'changed'
  | 'out-of-order'
  | 'missing-before'
  | 'other-organisation'
  | 'tail-cut'
  | 'other-head'

export interface AuditProblem {
  /** Counted from 1; absent when the fault lies behind the last line. */
  readonly line?: number
  readonly seq?: number
  readonly kind: AuditProblemKind
}

export interface AuditVerdict {
  readonly isIntact: boolean
  readonly entries: number
  readonly head: AuditHead
  readonly problems: readonly AuditProblem[]
}

type Line = z.infer<typeof line>

function readLine(text: string): Line | undefined {
  try {
    const parsed = line.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function judge(entry: Line, before: { head: AuditHead; organisation: string | undefined }): AuditProblemKind | undefined {
  if (hashEntry({ ...entry, detail: entry.detail }) !== entry.hash) return 'changed'
  if (before.organisation !== undefined && entry.organisation !== before.organisation) return 'other-organisation'
  if (entry.seq <= before.head.seq) return 'out-of-order'
  if (entry.seq > before.head.seq + 1) return 'missing-before'
  return entry.prev === before.head.hash ? undefined : 'changed'
}

function judgeHead(head: AuditHead, expected: AuditHead): AuditProblem[] {
  if (head.seq < expected.seq) return [{ seq: expected.seq, kind: 'tail-cut' }]
  return head.seq === expected.seq && head.hash !== expected.hash ? [{ seq: expected.seq, kind: 'other-head' }] : []
}

/**
 * Checks exported lines with nothing but the lines: no database, no key. A chain alone cannot show that its end was cut
 * off; hand in the head that was printed in a pack or noted elsewhere to see that too.
 */
export async function verifyAudit(lines: Iterable<string> | AsyncIterable<string>, expected?: AuditHead): Promise<AuditVerdict> {
  const problems: AuditProblem[] = []
  let head = emptyHead
  let organisation: string | undefined
  let atExpected: AuditHead | undefined
  let number = 0
  for await (const text of lines) {
    if (text.trim() === '') continue
    number += 1
    const entry = readLine(text)
    if (!entry) {
      problems.push({ line: number, kind: 'unreadable' })
      continue
    }
    const kind = judge(entry, { head, organisation })
    if (kind) problems.push({ line: number, seq: entry.seq, kind })
    organisation ??= entry.organisation
    if (entry.seq > head.seq) head = { seq: entry.seq, hash: entry.hash }
    if (entry.seq === expected?.seq) atExpected = { seq: entry.seq, hash: entry.hash }
  }
  if (expected) problems.push(...judgeHead(atExpected ?? head, expected))
  return { isIntact: problems.length === 0, entries: number, head, problems }
}
