// Runs one server for the screen tests, on a throw-away data folder; says where it is on its first line.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { openFeedStore, startServer } from '@mimamori/server'
import { buildWeb } from '../../tools/web/build.ts'

const root = resolve(import.meta.dirname, '../..')
const webFolder = join(root, '.build/web')

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))))
    })
  })
}

if (!existsSync(join(webFolder, 'index.html'))) {
  const failed = await buildWeb(root)
  if (failed !== undefined) throw new Error(failed)
}
const folder = await mkdtemp(join(tmpdir(), 'mimamori-e2e-'))
const empty = process.env['E2E_EMPTY']
// NOTE: `cp -a` keeps the owner of the files, which fs.cp does not; as root the database runs as a user of its own.
if (empty !== undefined) await promisify(execFile)('cp', ['-a', `${empty}/.`, folder])
const { PATH, HOME, TMPDIR, TZ } = process.env
/** The sign-in service of a hospital, where a test runs one: its issuer, and the file with the secret. */
const outside = {
  MIMAMORI_OIDC_ISSUER: process.env['E2E_OIDC_ISSUER'],
  MIMAMORI_OIDC_CLIENT_ID: process.env['E2E_OIDC_CLIENT_ID'],
  MIMAMORI_OIDC_SECRET_FILE: process.env['E2E_OIDC_SECRET_FILE'],
}
/** Where a test runs a mail server: its address. */
const smtp = process.env['E2E_SMTP_URL']
const mail = { MIMAMORI_SMTP_URL: smtp, MIMAMORI_MAIL_FROM: smtp && 'みまもり市立病院 <soumu@hospital.example>' }
const own = {
  ...outside,
  ...mail,
  PATH,
  HOME,
  TMPDIR,
  TZ,
  MIMAMORI_PORT: String(await freePort()),
  MIMAMORI_DATA: folder,
  MIMAMORI_LOG_LEVEL: 'error',
}
const env = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
/** A clock that goes on from the instant that the test has set, so that a day of the calendar does not depend on the machine. */
function clockFrom(start: string): { now(): Date } {
  let ahead = Date.parse(start) - Date.now()
  // A test that waits for a day sends the instant from which the clock goes on.
  process.on('message', (instant) => {
    ahead = Date.parse(String(instant)) - Date.now()
  })
  return { now: () => new Date(Date.now() + ahead) }
}

const at = process.env['E2E_AT']
/** Feeds that are there from the beginning, as the one who keeps the installation carries them in. */
const feeds = process.env['E2E_FEEDS']
if (feeds !== undefined) {
  const store = await openFeedStore({ env, defaultFolder: folder })
  const { refused } = await store.take([feeds])
  await store.stop()
  if (refused.length > 0) throw new Error(`the feeds were refused: ${JSON.stringify(refused)}`)
}
const server = await startServer({
  env,
  ...(at !== undefined && { clock: clockFrom(at) }),
  defaultFolder: folder,
  examplesFolder: process.env['E2E_EXAMPLES'] ?? join(root, 'examples'),
  webFolder,
})
console.log(JSON.stringify({ url: server.url, setupUrl: server.setupUrl }))

// NOTE: a test run that is killed sends no signal; its end closes the channel, and nothing may stay behind.
for (const end of ['SIGTERM', 'disconnect']) {
  process.once(end, () => {
    void server
      .stop()
      .then(() => rm(folder, { recursive: true, force: true }))
      .then(() => process.exit(0))
  })
}
