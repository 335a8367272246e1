import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { makeBackup, newRecoveryKey } from '@mimamori/server'
import { firstOwner, startProcess, visitorOf } from '@mimamori/testing/process'
import { afterAll, describe, expect, test } from 'vitest'

const place = mkdtempSync(join(tmpdir(), 'mimamori-full-'))
// As root the database runs as a user of its own, who must be able to enter.
chmodSync(place, 0o755)
const mounted: string[] = []

/** A disk of this size; false where this machine does not let us have one. */
function mountSmall(name: string, megabytes: number): boolean {
  const folder = join(place, name)
  mkdirSync(folder)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  if (status === 0) mounted.push(folder)
  return status === 0
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountSmall('data', 320) && mountSmall('stick', 1)

afterAll(() => {
  for (const folder of mounted) spawnSync('umount', [folder])
  rmSync(place, { recursive: true, force: true })
})

const data = join(place, 'data')
const filler = join(data, 'filler')
const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }

/** Takes all the room that is left. */
function fill(): void {
  const { bavail, bsize } = statfsSync(data)
  writeFileSync(filler, Buffer.alloc(bavail * bsize, 1))
}

const why = 'only root on Linux can make a small disk to fill'

describe('on a disk that is full', () => {
  test('nothing half is stored, the answer says why, and what was acknowledged is there once there is room', {
    timeout: 240_000,
  }, async ({ skip }) => {
    skip(!canMount, why)
    const server = await startProcess({ data })
    const owner = await firstOwner(server, who)
    const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
    const params = { facility }
    const acknowledged: string[] = []
    const add = async (id: string) => {
      const change = { kind: 'add', slice: 'people', record: { id: id as never, name: '見本'.repeat(40) } } as const // an id of this slice
      const answer = await owner.call(routes.change, { params, body: { changes: [{ change }] } })
      if (answer.kind === 'ok') acknowledged.push(id)
      return answer
    }
    await add('p:before')
    fill()
    const big = { name: '資料.txt', bytes: `資料 ${'あ'.repeat(2_000_000)}` }
    const refused = await owner.upload(routes.addEvidence, { params, query: {} }, big)
    expect(refused).toMatchObject({ kind: 'error', status: 507, error: { code: 'database/disk-full', action: { ja: expect.any(String) } } })
    expect((readdirSync(join(data, 'evidence'), { recursive: true }) as string[]).filter((name) => name.includes('draft'))).toEqual([])
    // The database goes on in the room that it has, then says no or ends; either way it acknowledges nothing that it has not kept.
    for (let at = 0; at < 150; at++) {
      const answer = await add(`p:full.${at}`).catch(() => undefined)
      if (answer?.kind !== 'ok') break
    }
    rmSync(filler)
    const again = server.child.exitCode === null && server.child.signalCode === null ? server : await startProcess({ data })
    const visitor = visitorOf(again.url)
    await visitor.ask(routes.signIn, { body: { login: who.login, password: who.password } })
    const facts = await visitor.ask(routes.facts, { params })
    const there = new Set<string>(facts.people.map(({ record }) => record.id))
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    const small = await visitor.upload(routes.addEvidence, { params, query: {} }, { name: '資料.txt', bytes: '資料 1\n' })
    expect(small.kind).toBe('ok')
    await again.stop()
  })

  test('a backup is not left half written', { timeout: 120_000 }, async ({ skip }) => {
    skip(!canMount, why)
    writeFileSync(join(place, 'stick', 'filler'), Buffer.alloc(1024 * 1020))
    const asked = makeBackup({
      env: { MIMAMORI_DATA: data },
      defaultFolder: data,
      file: join(place, 'stick', 'a.mimamori'),
      key: newRecoveryKey(),
    })
    await expect(asked).rejects.toMatchObject({ code: 'backup/disk-full' })
    expect(readdirSync(join(place, 'stick'))).toEqual(['filler'])
  })
})
