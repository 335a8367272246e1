import { z } from 'zod'
import { type AuditHead, emptyHead, hashEntry } from './chain.ts'
import { readSignedHead, type SignedHead } from './signed-head.ts'

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
  | 'after-head'
  | 'bad-signature'

/** The head as the database has it, or as much of its hash as a paper prints. */
export type ExpectedHead = AuditHead | { readonly hashStart: string }

export interface AuditProblem {
  /** Counted from 1; absent when the fault lies behind the last line. */
  readonly line?: number
  readonly seq?: number
  readonly kind: AuditProblemKind
}

export interface AuditVerdict {
  readonly isIntact: boolean
  /** False where nothing says how far the trail should go: then a cut end would not be seen. */
  readonly isEndProven: boolean
  readonly entries: number
  readonly head: AuditHead
  readonly problems: readonly AuditProblem[]
  /** The signed head of the export, where there is one. */
  readonly signed?: SignedHead
}

type Line = z.infer<typeof line>

type Read = { readonly kind: 'entry'; readonly entry: Line } | { readonly kind: 'head'; readonly signed: SignedHead } | undefined

function readLine(text: string): Read {
  try {
    const value: unknown = JSON.parse(text)
    const signed = readSignedHead(value)
    if (signed) return { kind: 'head', signed }
    const parsed = line.safeParse(value)
    return parsed.success ? { kind: 'entry', entry: parsed.data } : undefined
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

/** What has been read so far: the end of the chain, and whether the heads that are expected were passed. */
class Reading {
  readonly problems: AuditProblem[] = []
  head = emptyHead
  entries = 0
  number = 0
  organisation: string | undefined
  signed: SignedHead | undefined
  private readonly expected: ExpectedHead | undefined
  private atExpected: AuditHead | undefined

  constructor(expected: ExpectedHead | undefined) {
    this.expected = expected
    if (expected && this.isExpected(emptyHead)) this.atExpected = emptyHead
  }

  take(text: string): void {
    this.number += 1
    const read = readLine(text)
    if (this.signed) this.problem('after-head')
    else if (!read) this.problem('unreadable')
    else if (read.kind === 'head') this.takeHead(read.signed)
    else this.takeEntry(read.entry)
  }

  private takeEntry(entry: Line): void {
    this.entries += 1
    const kind = judge(entry, this)
    if (kind) this.problem(kind, entry.seq)
    this.organisation ??= entry.organisation
    const head = { seq: entry.seq, hash: entry.hash }
    if (entry.seq > this.head.seq) this.head = head
    if (this.isExpected(head)) this.atExpected = head
  }

  private takeHead(signed: SignedHead): void {
    this.signed = signed
    if (!signed.isValid) {
      this.problem('bad-signature', signed.head.seq)
      return
    }
    if (this.organisation !== undefined && signed.organisation !== this.organisation) this.problem('other-organisation', signed.head.seq)
    this.problems.push(...judgeHead(this.head, signed.head))
    if (this.head.seq > signed.head.seq) this.problem('after-head', this.head.seq)
  }

  private problem(kind: AuditProblemKind, seq?: number): void {
    this.problems.push({ line: this.number, kind, ...(seq !== undefined && { seq }) })
  }

  private isExpected(head: AuditHead): boolean {
    if (!this.expected) return false
    return 'hashStart' in this.expected ? head.hash.startsWith(this.expected.hashStart) : head.seq === this.expected.seq
  }

  /** A paper prints no number beside the hash: where no line has it, lines before that end are missing or were changed. */
  judgeExpected(): void {
    const { expected } = this
    if (!expected) return
    if ('hashStart' in expected) {
      if (!this.atExpected) this.problems.push({ kind: 'tail-cut' })
    } else this.problems.push(...judgeHead(this.atExpected ?? this.head, expected))
  }

  get isEndProven(): boolean {
    return this.expected !== undefined || this.signed?.isValid === true
  }
}

function judgeHead(head: AuditHead, expected: AuditHead): AuditProblem[] {
  if (head.seq < expected.seq) return [{ seq: expected.seq, kind: 'tail-cut' }]
  return head.seq === expected.seq && head.hash !== expected.hash ? [{ seq: expected.seq, kind: 'other-head' }] : []
}

/**
 * Checks exported lines with nothing but the lines: no database, no key. A chain alone cannot show that its end was cut
 * off: the signed head at the end of an export does, or the head that was printed in a pack or noted elsewhere.
 */
export async function verifyAudit(lines: Iterable<string> | AsyncIterable<string>, expected?: ExpectedHead): Promise<AuditVerdict> {
  const reading = new Reading(expected)
  for await (const text of lines) if (text.trim() !== '') reading.take(text)
  reading.judgeExpected()
  const { problems, entries, head, isEndProven, signed } = reading
  return { isIntact: problems.length === 0, isEndProven, entries, head, problems, ...(signed && { signed }) }
}
