import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { routes } from '@mimamori/contract'
import { environmentOf, firstOwner, startProcess, visitorOf } from '@mimamori/testing/process'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { backupAnswer, doctorAnswer, restoreAnswer } from './answers.ts'

const main = join(import.meta.dirname, 'main.ts')
const fixtures = join(import.meta.dirname, 'fixtures/backups')
const place = mkdtempSync(join(tmpdir(), 'mimamori-cli-backup-'))
// As root the database runs as a user of its own, who must be able to enter.
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function start(data: string, args: readonly string[], typed = '') {
  const child = spawn(process.execPath, [main, ...args, '--lang', 'en'], { env: environmentOf(data), stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(typed)
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => {
    said.out += bytes.toString()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    said.err += bytes.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (status) => resolve({ status, ...said })))
  return { child, ended }
}

const mimamori = (data: string, args: readonly string[], typed?: string): Promise<Ended> => start(data, args, typed).ended

/** The key as it would lie on a machine: for its owner alone, which a checkout does not keep. */
function ownKeyFile(name: string): string {
  const file = join(place, `${name}.key`)
  copyFileSync(join(fixtures, `${name}.key`), file)
  chmodSync(file, 0o600)
  return file
}

const kept = z.object({
  login: z.string(),
  password: z.string(),
  facility: z.string(),
  schema: z.number(),
  rows: z.number(),
  files: z.number(),
})
const versions = readdirSync(fixtures)
  .filter((name) => name.endsWith('.mimamori'))
  .map((name) => name.slice(0, -'.mimamori'.length))
  .sort(new Intl.Collator('en', { numeric: true }).compare)

describe('the backup that each version left', () => {
  test('is there', () => expect(versions.length).toBeGreaterThan(0))

  // The newest makes its pack as well: that of an older one is the same after the same migrations, and takes most of the time.
  test.each(versions)('of %s is restored and runs', { timeout: 120_000 }, async (version) => {
    const told = kept.parse(JSON.parse(readFileSync(join(fixtures, `${version}.json`), 'utf8')))
    const data = join(place, `restored-${version}`)
    const made = await mimamori(data, [
      'restore',
      join(fixtures, `${version}.mimamori`),
      '--recovery-key-file',
      ownKeyFile(version),
      '--json',
    ])
    expect(made.err).toBe('')
    const { schema, rows, files } = told
    expect(restoreAnswer.parse(JSON.parse(made.out))).toMatchObject({ ok: true, schema, rows, files })
    const server = await startProcess({ data })
    const owner = visitorOf(server.url)
    const signedIn = await owner.call(routes.signIn, { body: { login: told.login, password: told.password } })
    expect(signedIn.kind).toBe('ok')
    const facility = encodeURIComponent(told.facility)
    const asked = version === versions.at(-1) ? ['home', 'papers/pack?format=zip'] : ['home']
    for (const path of asked) expect((await owner.get(`/api/v1/facilities/${facility}/${path}`)).status).toBe(200)
    await server.stop()
  })
})

test('a backup is made beside the running server, tried by doctor, and restored after a kill half-way', { timeout: 240_000 }, async () => {
  const data = join(place, 'running')
  const server = await startProcess({ data })
  const owner = await firstOwner(server, { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' })
  const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })

  const first = await mimamori(data, ['backup', '-o', join(place, 'first.mimamori')])
  expect(first.status).toBe(0)
  const shown = /^ {2}((?:[0-9A-Z]{4}-){8}[0-9A-Z]{4})$/m.exec(first.out)?.[1] ?? ''
  expect(shown).not.toBe('')

  const keyFile = join(place, 'kept.key')
  const second = await mimamori(data, ['backup', '-o', join(place, 'second.mimamori'), '--recovery-key-file', keyFile, '--json'])
  expect(backupAnswer.parse(JSON.parse(second.out)).recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}/)
  const third = await mimamori(data, ['backup', '-o', join(place, 'third.mimamori'), '--recovery-key-file', keyFile, '--json'])
  expect(backupAnswer.parse(JSON.parse(third.out)).recoveryKey).toBeUndefined()
  expect((await owner.get(`/api/v1/facilities/${encodeURIComponent(facility)}/home`)).status).toBe(200)

  const onto = await mimamori(data, ['restore', join(place, 'first.mimamori'), '--json'], shown)
  expect(onto.status).toBe(3)
  expect(JSON.parse(onto.err.slice(onto.err.indexOf('{')))).toMatchObject({ error: { code: 'database/already-open' } })
  await server.stop()

  const tried = await mimamori(data, ['doctor', '--restore-test', join(place, 'third.mimamori'), '--recovery-key-file', keyFile, '--json'])
  const checks = doctorAnswer.parse(JSON.parse(tried.out)).checks
  expect(checks.find(({ id }) => id === 'restore-test')).toMatchObject({ ok: true })

  const again = join(place, 'again')
  const half = start(again, ['restore', join(place, 'first.mimamori'), '--json'], shown)
  while (!readdirSync(place).includes('again') || !readdirSync(again).includes('restore-draft')) await sleep(5)
  half.child.kill('SIGKILL')
  await half.ended
  const restored = await mimamori(again, ['restore', join(place, 'first.mimamori'), '--json'], shown)
  expect(restoreAnswer.parse(JSON.parse(restored.out)).ok).toBe(true)
  const next = await startProcess({ data: again })
  expect(next.setupToken).toBeUndefined()
  const anew = visitorOf(next.url)
  await anew.ask(routes.signIn, { body: { login: 'hanako', password: 'asagao-to-himawari-2026' } })
  expect((await anew.get(`/api/v1/facilities/${encodeURIComponent(facility)}/home`)).status).toBe(200)
  await next.stop()
})

test('a stopped installation is kept too, and one that is not there is named', { timeout: 60_000 }, async () => {
  const nowhere = await mimamori(join(place, 'nowhere'), ['backup', '-o', join(place, 'nothing.mimamori'), '--json'])
  expect(nowhere.status).toBe(3)
  expect(nowhere.err).toContain('backup/nothing-there')
  const data = join(place, 'stopped')
  await (await startProcess({ data })).stop()
  const made = await mimamori(data, ['backup', '-o', join(place, 'stopped.mimamori'), '--json'])
  expect(backupAnswer.parse(JSON.parse(made.out)).schema).toBeGreaterThan(0)
})
