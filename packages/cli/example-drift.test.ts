import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from '@mimamori/contract'
import { devicesOf, givenServer } from '@mimamori/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventoryAnswer } from './answers.ts'
import { runCommandLine } from './run.ts'

const hospital = fileURLToPath(new URL('../../examples/hospital-180beds', import.meta.url))
const files = [
  'dhcp-chart.txt',
  'dhcpd.leases',
  'fortigate.txt',
  'nmap-medical.xml',
  'nmap-offices.xml',
  'nmap-servers.xml',
  'switches.txt',
]
const parts = ['added', 'gone', 'moved', 'changed'] as const
const server = await givenServer()
const { owner } = server

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mimamori-drift-'))
  for (const month of ['2026-10', '2026-11'])
    for (const file of files) await cp(join(hospital, 'scans', month, file), join(folder, month, file))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the command tells of the two months, as lines. */
async function byCommand(): Promise<Record<string, readonly string[]>> {
  let out = ''
  const argv = [
    'inventory',
    hospital,
    '--before',
    join(folder, '2026-10'),
    '--after',
    join(folder, '2026-11'),
    '--as-of',
    '2026-11-20',
    '--json',
  ]
  await runCommandLine(argv, { out: (text) => (out += text), err: () => undefined, now: () => Date.UTC(2026, 10, 20) })
  const { drift } = inventoryAnswer.parse(JSON.parse(out))
  return Object.fromEntries(parts.map((part) => [part, (drift?.[part] ?? []).map(({ name, text }) => `${name}:${text}`).toSorted()]))
}

/** What the screen tells of them: each month is looked at whole and then stored file by file. */
async function byScreen(days: readonly [string, string]): Promise<Record<string, readonly string[]>> {
  server.clock.set(days[0])
  const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
  const params = { facility }
  for (const [month, day] of [
    ['2026-10', days[0]],
    ['2026-11', days[1]],
  ] as const) {
    server.clock.set(day)
    const drafts: string[] = []
    for (const file of files) {
      const { id } = await devicesOf(owner).read(params, file, await readFile(join(folder, month, file)), { as: 'devices' })
      drafts.push(id)
    }
    for (const draft of drafts) await owner.ask(routes.applyImport, { params: { ...params, draft }, body: {} })
  }
  const drift = await owner.ask(routes.assetDrift, { params })
  return Object.fromEntries(
    parts.map((part) => [part, drift[part].flatMap(({ name, says }) => says.map(({ text }) => `${name}:${text.ja}`)).toSorted()]),
  )
}

test.each([
  ['each in its month', ['2026-10-20T01:00:00Z', '2026-11-20T01:00:00Z']],
  ['both on one day', ['2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z']],
] as const)(
  'what two months of scans tell is the same on the screen and on the command line, read %s',
  { timeout: 240_000 },
  async (_, days) => {
    const [command, screen] = [await byCommand(), await byScreen(days)]
    expect(screen).toEqual(command)
  },
)
