import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../platform/audit/index.ts'
import { actionsWithWords } from './texts.ts'

const server = await givenServer()
const { owner, database, clock } = server
const organisation = owner.who?.organisation ?? ''
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
const auditor = await server.person({ role: 'auditor', name: '監査 次郎' })
clock.moveMinutes(60 * 24)
await owner.download(routes.makePaper, { params: { facility, kind: 'pack' }, query: { format: 'pdf' } })

const linesIn = (bytes: Buffer) => bytes.toString('utf8').trim().split('\n')

/** Past every guard of the database, as somebody with its files could. */
async function tamper(statement: string): Promise<void> {
  await database.admin.query(`alter table audit disable trigger user; ${statement}; alter table audit enable trigger user`)
}

describe('the page of the trail', () => {
  test('says who, what, about whom and from where, newest first', async () => {
    const { lines, head } = await owner.ask(routes.audit, { query: {} })
    expect(lines.map(({ seq }) => seq)).toEqual([...lines.keys()].map((at) => head.seq - at))
    const made = lines.find(({ what }) => what.ja === '書類を作った')
    expect(made).toMatchObject({ personName: '見本 花子', about: expect.any(String) })
    expect(made?.details.map(({ ja }) => ja)).toContain('検査用一式')
    expect(lines.find(({ what }) => what.ja === '気づきを調べ直した')?.who.ja).toBe('見守り(自動)')
  })

  test('is narrowed by day in Japan, person and kind', async () => {
    const words = async (query: object) => (await owner.ask(routes.audit, { query })).lines.map(({ what }) => what.en)
    expect(await words({ kind: 'papers' })).toEqual(['Made a paper'])
    expect(await words({ from: '2026-11-21', kind: 'files' })).toEqual([])
    expect(await words({ to: '2026-11-20', kind: 'papers' })).toEqual([])
    expect(await words({ person: auditor.who?.person, kind: 'sign-in' })).toEqual(['Signed in'])
    expect(new Set(await words({ kind: 'changes' })).has('Signed in')).toBe(false)
  })

  test('goes on to older lines', async () => {
    const { lines } = await owner.ask(routes.audit, { query: { before: 3 } })
    expect(lines.map(({ seq }) => seq)).toEqual([2, 1])
  })

  test('is for owner and auditor, and shows nothing of another organisation', async () => {
    expect(await auditor.status(routes.audit)).toBe(200)
    const editor = await server.person({ role: 'editor' })
    expect(await editor.status(routes.audit)).toBe(403)
    const stranger = await server.stranger()
    const theirs = await stranger.ask(routes.audit, { query: {} })
    expect(JSON.stringify(theirs)).not.toContain('見本')
  })
})

describe('the export', () => {
  test('verifies offline, ends with its signed head, and is itself written down', async () => {
    const file = await owner.download(routes.exportAudit, {})
    const verdict = await verifyAudit(linesIn(file.bytes))
    expect(verdict).toMatchObject({ isIntact: true, isEndProven: true })
    const { lines } = await owner.ask(routes.audit, { query: { kind: 'trail' } })
    expect(lines[0]).toMatchObject({ what: { en: 'Exported the audit trail' }, seq: verdict.head.seq + 1 })
  })

  test('holds the head that the pack printed', async () => {
    const { rows } = await database.admin.query(`select meta->>'auditHead' as head from frozen_paper where kind = 'pack'`)
    const file = await owner.download(routes.exportAudit, {})
    const hashStart = String(rows[0].head).slice(0, 12)
    expect(await verifyAudit(linesIn(file.bytes), { hashStart })).toMatchObject({ isIntact: true })
  })
})

describe('the check on the screen', () => {
  test('finds the trail as it was written', async () => {
    expect(await owner.ask(routes.checkAudit, {})).toMatchObject({ intact: true, problems: [] })
  })

  test('finds a line that somebody changed in the database', async () => {
    await tamper(`update audit set subject = 'x' where organisation_id = '${organisation}' and seq = 2`)
    expect(await owner.ask(routes.checkAudit, {})).toMatchObject({
      intact: false,
      problems: [{ seq: 2, says: { ja: expect.any(String) } }],
    })
  })
})

test('every action that the product writes down has its words', () => {
  const sources = readdirSync(join(import.meta.dirname, '../..'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$/.test(entry.name) && !/node_modules|fixtures/.test(entry.parentPath),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  const written = sources.flatMap((text) => [...text.matchAll(/action: '([a-z-]+\/[a-z-]+)'/g)].map((match) => match[1] ?? ''))
  expect(written.length).toBeGreaterThan(20)
  expect([...new Set(written)].filter((action) => !actionsWithWords.has(action))).toEqual([])
})
