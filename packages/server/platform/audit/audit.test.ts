import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settableClock } from '../clock/clock.ts'
import { type Scope, withScope } from '../db/scope.ts'
import { canonicalJson } from './chain.ts'
import { type AuditEvent, appendAudit, exportAudit, readAuditHead } from './store.ts'
import { verifyAudit } from './verify.ts'

const database = await throwAwayDatabase()
const { pool } = database
const clock = settableClock('2026-04-01T00:00:00.123Z')

async function append(scope: Scope, event: Partial<AuditEvent> = {}) {
  return withScope(pool, scope, (client) =>
    appendAudit(client, { scope, clock, event: { action: 'record/set', subject: 'asset:1', detail: { fields: ['name'] }, ...event } }),
  )
}

async function linesOf(scope: Scope): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportAudit(pool, scope)) lines.push(line)
  return lines
}

async function chainOf(length: number) {
  const scope = await addOrganisation(database)
  for (let i = 0; i < length; i += 1) await append(scope, { subject: `asset:${i}` })
  const head = await withScope(pool, scope, (client) => readAuditHead(client, scope.organisation))
  return { scope, head, lines: await linesOf(scope) }
}

const kindsOf = (verdict: { problems: readonly { kind: string }[] }) => verdict.problems.map((problem) => problem.kind)
const five = await chainOf(5)

describe('an untouched trail', () => {
  test('is found intact, with its head', async () => {
    const whole = { isIntact: true, isEndProven: true, entries: 5, head: five.head, problems: [] }
    expect(await verifyAudit(five.lines, five.head)).toEqual(whole)
    expect(await verifyAudit(five.lines, { hashStart: five.head.hash.slice(0, 12) })).toEqual(whole)
    expect(await verifyAudit(five.lines)).toEqual({ ...whole, isEndProven: false })
  })

  test('goes on correctly when many write at once', async () => {
    const scope = await addOrganisation(database)
    await Promise.all(Array.from({ length: 25 }, (_, i) => append(scope, { subject: `asset:${i}` })))
    const verdict = await verifyAudit(await linesOf(scope))
    expect([verdict.isIntact, verdict.entries]).toEqual([true, 25])
  })

  test('holds nothing of a change that was undone', async () => {
    const { scope } = await chainOf(1)
    const failed = withScope(pool, scope, async (client) => {
      await appendAudit(client, { scope, clock, event: { action: 'record/set', subject: 'x' } })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    await append(scope)
    expect((await verifyAudit(await linesOf(scope))).entries).toBe(2)
  })

  test('survives what a text field may hold', async () => {
    const scope = await addOrganisation(database)
    await append(scope, {
      subject: 'a\0b\uD800',
      detail: { text: 'x\0\uDC00', number: 1e-7, big: 1e21, nested: [null, undefined, { b: 1, a: -0 }] },
      from: '2001:db8::1',
    })
    expect((await verifyAudit(await linesOf(scope))).isIntact).toBe(true)
  })
})

describe('a trail that was tampered with', () => {
  test('a changed line is named', async () => {
    const lines = five.lines.map((line, index) => (index === 2 ? line.replace('asset:2', 'asset:9') : line))
    expect((await verifyAudit(lines)).problems).toEqual([{ line: 3, seq: 3, kind: 'changed' }])
  })

  test('a changed line whose hash was recomputed shows at the next one', async () => {
    const { hashEntry } = await import('./chain.ts')
    const entry = JSON.parse(five.lines[2] ?? '')
    const forged = { ...entry, subject: 'asset:9' }
    const lines = five.lines.map((line, index) => (index === 2 ? canonicalJson({ ...forged, hash: hashEntry(forged) }) : line))
    expect((await verifyAudit(lines)).problems).toEqual([{ line: 4, seq: 4, kind: 'changed' }])
  })

  test('a line taken out shows as missing', async () => {
    expect(kindsOf(await verifyAudit(five.lines.filter((_, index) => index !== 2)))).toEqual(['missing-before'])
  })

  test('lines in another order are seen', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = five.lines
    expect(kindsOf(await verifyAudit([a, c, b, d, e]))).toEqual(['missing-before', 'out-of-order'])
  })

  test('a cut tail is seen only by the head that was noted elsewhere', async () => {
    const cut = five.lines.slice(0, 3)
    expect((await verifyAudit(cut)).isIntact).toBe(true)
    expect(kindsOf(await verifyAudit(cut, five.head))).toEqual(['tail-cut'])
  })

  test('lines of another organisation do not pass', async () => {
    const other = await chainOf(6)
    expect(kindsOf(await verifyAudit([...five.lines, other.lines[5] ?? '']))).toEqual(['other-organisation'])
  })

  test('a line that is no JSON is named', async () => {
    expect((await verifyAudit([...five.lines, '{"seq":6'])).problems).toEqual([{ line: 6, kind: 'unreadable' }])
  })

  test('a trail that has grown since the head was noted is intact', async () => {
    const { scope, head } = await chainOf(2)
    await append(scope)
    expect((await verifyAudit(await linesOf(scope), head)).isIntact).toBe(true)
  })
})

test('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
