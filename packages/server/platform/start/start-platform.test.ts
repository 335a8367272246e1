import { chmod, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config/index.ts'
import { silentLog } from '../log/log.ts'
import { setupAddress, startPlatform } from './start-platform.ts'

const database = await throwAwayDatabase()
const folder = await mkdtemp(join(tmpdir(), 'mimamori-start-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const url = urlOf(database.address.app)
const request = (env: NodeJS.ProcessEnv = {}) => ({
  config: readConfig({ DATABASE_URL: url, MIMAMORI_DATA: folder, ...env }),
  defaultFolder: folder,
  log: silentLog(),
})

test('the first start offers a set-up link, a start after the set-up does not', async () => {
  const platform = await startPlatform(request())
  const link = platform.setupLink
  if (!link) throw new Error('no link')
  expect(setupAddress('http://localhost:4646', link)).toMatch(/^http:\/\/localhost:4646\/setup#token=[\w-]{43}$/)
  await platform.auth.claimSetupLink({ token: link.token, login: 'soumu', name: '総務', password: 'tsukue-kumo-banana' })
  await platform.stop()
  const again = await startPlatform(request())
  expect(again.setupLink).toBeUndefined()
  await again.stop()
})

test('a secret file that is gone is not made anew while keys lie sealed: the start says what to bring back', async () => {
  const secret = join(folder, 'kept.key')
  const env = { MIMAMORI_SECRET_FILE: secret }
  const platform = await startPlatform(request(env))
  await platform.keys.fingerprint()
  await platform.stop()
  await rename(secret, `${secret}.away`)
  await expect(startPlatform(request(env))).rejects.toMatchObject({ code: 'keys/secret-file-missing', problem: { file: secret } })
  await expect(stat(secret)).rejects.toMatchObject({ code: 'ENOENT' })
  await rename(`${secret}.away`, secret)
  const again = await startPlatform(request(env))
  await again.stop()
})

test('a secret file that others may read stops the start', async () => {
  const secret = join(folder, 'open.key')
  await writeFile(secret, 'x')
  await chmod(secret, 0o644)
  await expect(startPlatform(request({ MIMAMORI_SECRET_FILE: secret }))).rejects.toMatchObject({ code: 'keys/secret-file-open' })
})
