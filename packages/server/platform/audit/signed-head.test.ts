import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { settableClock } from '../clock/clock.ts'
import { withScope } from '../db/scope.ts'
import { makeKeys, secretFrom } from '../keys/index.ts'
import { printSignedHead } from './signed-head.ts'
import { appendAudit, exportAudit, readAuditHead } from './store.ts'
import { verifyAudit } from './verify.ts'

const database = await throwAwayDatabase()
const { pool } = database
const clock = settableClock('2026-04-01T00:00:00Z')
const keys = makeKeys({ pool, clock, secret: secretFrom('A'.repeat(43)) })
const scope = await addOrganisation(database)
const { organisation } = scope

for (let at = 0; at < 6; at++)
  await withScope(pool, scope, (client) => appendAudit(client, { scope, clock, event: { action: 'record/set', subject: `asset:${at}` } }))

const lines: string[] = []
for await (const line of exportAudit(pool, scope)) lines.push(line)
const head = await withScope(pool, scope, (client) => readAuditHead(client, organisation))
const signed = await printSignedHead({ head, organisation, at: '2026-04-01T00:00:00.000Z' }, (bytes) => keys.sign(bytes, organisation))
const kinds = async (text: readonly string[], expected?: Parameters<typeof verifyAudit>[1]) =>
  (await verifyAudit(text, expected)).problems.map(({ kind }) => kind)

describe('an export with its signed head', () => {
  test('proves its own end, and says by which key', async () => {
    const verdict = await verifyAudit([...lines, signed])
    expect(verdict).toMatchObject({ isIntact: true, isEndProven: true, entries: 6, signed: { isValid: true } })
    expect(verdict.signed?.fingerprint).toBe(await keys.fingerprint(organisation))
  })

  test('shows a cut end', async () => {
    expect(await kinds([...lines.slice(0, 4), signed])).toEqual(['tail-cut'])
  })

  test('shows lines that came after it was signed', async () => {
    expect(await kinds([...lines, signed, lines[5] ?? ''])).toEqual(['after-head'])
    const early = await printSignedHead({ head: { seq: 5, hash: JSON.parse(lines[4] ?? '').hash }, organisation, at: 'x' }, (bytes) =>
      keys.sign(bytes, organisation),
    )
    expect(await kinds([...lines, early])).toEqual(['after-head'])
  })

  test('whose head was changed to fit a cut trail has no fitting signature', async () => {
    const forged = JSON.stringify({ ...JSON.parse(signed), head: { seq: 4, hash: JSON.parse(lines[3] ?? '').hash } })
    expect(await kinds([...lines.slice(0, 4), forged])).toEqual(['bad-signature'])
    expect((await verifyAudit([...lines.slice(0, 4), forged])).isEndProven).toBe(false)
  })

  test('of another organisation does not vouch for this one', async () => {
    const other = await addOrganisation(database)
    const theirs = await printSignedHead({ head, organisation: other.organisation, at: 'x' }, (bytes) =>
      keys.sign(bytes, other.organisation),
    )
    expect(await kinds([...lines, theirs])).toEqual(['other-organisation'])
  })
})

describe('the start of a hash, as papers print it', () => {
  test('shows a cut end and a changed past', async () => {
    const hashStart = head.hash.slice(0, 12)
    expect(await kinds(lines, { hashStart })).toEqual([])
    expect(await kinds(lines.slice(0, 5), { hashStart })).toEqual(['tail-cut'])
  })

  test('of an earlier day still holds when the trail went on', async () => {
    expect(await kinds(lines, { hashStart: String(JSON.parse(lines[2] ?? '').hash).slice(0, 12) })).toEqual([])
  })
})
