import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { throwAwayDatabase, urlOf } from '@mimamori/testing'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { feedsAnswer } from '../answers.ts'
import { runCommandLine } from '../run.ts'

const database = await throwAwayDatabase()
const place = mkdtempSync(join(tmpdir(), 'mimamori-feeds-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', urlOf(database.address.app))
  vi.stubEnv('MIMAMORI_DATA', join(place, 'data'))
})
afterEach(() => vi.unstubAllEnvs())

async function feeds(...words: readonly string[]) {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => (said.out += text),
    err: (text: string) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  }
  const status = await runCommandLine(['feeds', ...words], terminal)
  return { status, ...said }
}

async function answered(...words: readonly string[]) {
  const { status, out } = await feeds(...words, '--json')
  return { status, ...feedsAnswer.parse(JSON.parse(out)) }
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(place, name)
  writeFileSync(path, content)
  return path
}

const entry = { cveID: 'CVE-2099-0001', dateAdded: '2026-02-01', knownRansomwareCampaignUse: 'Unknown' }
const kev = JSON.stringify({ catalogVersion: '2026.11.19', dateReleased: '2026-11-19', count: 1, vulnerabilities: [entry] })
const epss = gzipSync('#model_version:v1,score_date:2026-11-19T00:00:00Z\ncve,epss,percentile\nCVE-2099-0001,0.5,0.9\n')

describe('feeds', () => {
  test('before anything was taken in, the state says how to do it', async () => {
    expect(await answered('status')).toEqual({ status: 0, feeds: [] })
    expect((await feeds('status')).out).toContain('mimamori feeds import')
  })

  test('carried in as files and folders are told one by one, with how old each is', async () => {
    const folder = join(place, 'carried')
    mkdirSync(folder)
    writeFileSync(join(folder, 'epss.csv.gz'), epss)
    const made = await answered('import', written('kev.json', kev), folder)
    expect(made).toMatchObject({
      status: 0,
      taken: [
        { kind: 'kev', files: 1, read: 1 },
        { kind: 'epss', files: 1, read: 1 },
      ],
      refused: [],
    })
    const { feeds: states } = await answered('status')
    expect(states).toMatchObject([
      { kind: 'kev', records: 1, asOf: '2026-11-19', source: 'kev.json' },
      { kind: 'epss', records: 1, asOf: '2026-11-19T00:00:00Z' },
    ])
  })

  test('that are broken end with 3 and name the file; what was kept before stays', async () => {
    const made = await answered('import', written('kev.json', kev.slice(0, -20)))
    expect(made).toMatchObject({ status: 3, taken: [], refused: [{ file: 'kev.json', kind: 'kev', problem: { code: 'feed/truncated' } }] })
    expect(made.feeds[0]).toMatchObject({ records: 1, problem: { code: 'feed/truncated', file: 'kev.json' } })
    const { out } = await feeds('status', '--lang', 'en')
    expect(out).toMatch(/Known exploited[\s\S]*1 records[\s\S]*×/)
    expect(out).not.toMatch(/[\u3040-\u30ff]/)
  })

  test('a file that is not there is told, and the others are taken', async () => {
    const made = await answered('import', join(place, 'nowhere.json'), written('kev2.json', kev))
    expect(made).toMatchObject({ status: 3, taken: [{ kind: 'kev' }], refused: [{ problem: { code: 'file/not-found' } }] })
  })

  test.each([[['import']], [['status', 'x']], [['fetch']]])('%j is wrong usage', async (words) => {
    expect((await feeds(...words)).status).toBe(2)
  })
})
