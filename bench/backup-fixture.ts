// Makes the small backup that every released version leaves behind, so that later versions prove that they still restore it.
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { keyFromFile, makeBackup, version } from '@mimamori/server'
import { firstOwner, startProcess } from '@mimamori/testing/process'
import { root } from '../tools/commands/root.ts'

const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }
const base = join(root, 'packages/cli/fixtures/backups', version)
if (existsSync(`${base}.mimamori`)) {
  console.error(`この版の控えはもうあります：${base}.mimamori\nThis version has its backup already: ${base}.mimamori`)
  process.exit(2)
}

const place = mkdtempSync(join(tmpdir(), 'mimamori-fixture-'))
// As root the database runs as a user of its own, who must be able to enter.
chmodSync(place, 0o755)
const data = join(place, 'data')
try {
  const server = await startProcess({ data })
  const owner = await firstOwner(server, who)
  const { facility } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
  const evidence = { name: '院内規程.txt', bytes: '見本の規程です。サーバの鍵は事務室で保管します。\n' }
  await owner.upload(routes.addEvidence, { params: { facility }, query: {} }, evidence)
  const pack = await owner.get(`/api/v1/facilities/${encodeURIComponent(facility)}/papers/pack?format=pdf`)
  if (pack.status !== 200) throw new Error(`the pack was not made: ${pack.status}`)
  const { key } = await keyFromFile(`${base}.key`, { create: true })
  const made = await makeBackup({ env: { MIMAMORI_DATA: data }, defaultFolder: data, file: `${base}.mimamori`, key })
  await server.stop()
  const { tables, rows, files, schema } = made
  const { login, password } = who
  writeFileSync(`${base}.json`, `${JSON.stringify({ login, password, facility, schema, tables, rows, files }, undefined, 2)}\n`)
  console.log(`${base}.mimamori (${made.bytes} bytes), .key, .json`)
} finally {
  rmSync(place, { recursive: true, force: true })
}
