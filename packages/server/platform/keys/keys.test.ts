import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { settableClock } from '../clock/clock.ts'
import { makeKeys, verifySignature } from './index.ts'
import { loadSecret } from './secret-file.ts'

const { pool, admin, ...rest } = await throwAwayDatabase()
const ours = await addOrganisation({ pool, admin, ...rest })
const theirs = await addOrganisation({ pool, admin, ...rest })
const folder = await mkdtemp(join(tmpdir(), 'mimamori-keys-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const clock = settableClock('2026-04-01T00:00:00Z')
const secretFile = join(folder, 'secret.key')
const keys = makeKeys({ pool, clock, secret: await loadSecret(secretFile) })
const paper = Buffer.from('立入検査の備え')

describe('signing', () => {
  test('a signature is by the key of the organisation and no other', async () => {
    const made = await keys.sign(paper, ours.organisation)
    expect(verifySignature({ ...made, bytes: paper })).toBe(true)
    const other = await keys.sign(paper, theirs.organisation)
    expect(verifySignature({ publicKey: other.publicKey, bytes: paper, signature: made.signature })).toBe(false)
    expect(made.fingerprint).toBe(await keys.fingerprint(ours.organisation))
  })

  test('one changed byte makes it invalid', async () => {
    const made = await keys.sign(paper, ours.organisation)
    const changed = Buffer.from(paper)
    changed[0] = (changed[0] ?? 0) ^ 1
    expect(verifySignature({ ...made, bytes: changed })).toBe(false)
  })

  test('the installation has a key of its own', async () => {
    expect(await keys.fingerprint()).not.toBe(await keys.fingerprint(ours.organisation))
  })

  test('processes that come at once get the same key', async () => {
    const { organisation } = await addOrganisation({ pool, admin, ...rest })
    const prints = await Promise.all(Array.from({ length: 6 }, () => keys.fingerprint(organisation)))
    expect(new Set(prints).size).toBe(1)
  })

  test('after a key is replaced, what the old one signed can still be verified', async () => {
    const { organisation } = await addOrganisation({ pool, admin, ...rest })
    const before = await keys.sign(paper, organisation)
    await keys.replace(organisation)
    const listed = await keys.publicKeys(organisation)
    expect(listed.map((key) => [key.fingerprint === before.fingerprint, key.isInUse])).toEqual([
      [true, false],
      [false, true],
    ])
  })
})

describe('private halves', () => {
  test('lie sealed in the database', async () => {
    const { rows } = await admin.query('select sealed_private_key from signing_key')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.sealed_private_key.length).toBe(1 + 12 + 16 + 32)
  })

  test('do not open with another secret file', async () => {
    const others = makeKeys({ pool, clock, secret: await loadSecret(join(folder, 'other.key')) })
    await expect(others.sign(paper, ours.organisation)).rejects.toMatchObject({ code: 'keys/other-secret-file' })
  })

  test('do not open in the row of another organisation', async () => {
    const { organisation } = await addOrganisation({ pool, admin, ...rest })
    await keys.fingerprint(organisation)
    await admin.query(
      `update signing_key t set public_key = s.public_key, sealed_private_key = s.sealed_private_key
         from signing_key s where t.organisation_id = $1 and s.organisation_id = $2 and s.retired_at is null`,
      [organisation, ours.organisation],
    )
    await expect(keys.sign(paper, organisation)).rejects.toMatchObject({ code: 'keys/other-secret-file' })
  })
})

describe('the secret file', () => {
  test('is made once, for its owner alone', async () => {
    expect((await stat(secretFile)).mode & 0o777).toBe(0o600)
    const before = await readFile(secretFile, 'utf8')
    await loadSecret(secretFile)
    expect(await readFile(secretFile, 'utf8')).toBe(before)
  })

  test.each([0o640, 0o604, 0o660])('with mode %o is refused', async (mode) => {
    const file = join(folder, `loose-${mode}.key`)
    await loadSecret(file)
    await chmod(file, mode)
    await expect(loadSecret(file)).rejects.toMatchObject({ code: 'keys/secret-file-open' })
  })

  test('with other contents is refused, not replaced', async () => {
    const file = join(folder, 'damaged.key')
    await writeFile(file, 'short', { mode: 0o600 })
    await expect(loadSecret(file)).rejects.toMatchObject({ code: 'keys/secret-file-unreadable' })
    expect(await readFile(file, 'utf8')).toBe('short')
  })

  test('gives another key for each purpose', async () => {
    const secret = await loadSecret(secretFile)
    expect(secret.derive('a').equals(secret.derive('b'))).toBe(false)
  })
})
