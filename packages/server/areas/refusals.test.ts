import { readdirSync, readFileSync } from 'node:fs'
import { routes } from '@mimamori/contract'
import { zipFiles } from '@mimamori/formats'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { acceptanceProblems } from './acceptances/index.ts'
import { answeringItemProblems, answeringProblems } from './answering/index.ts'
import { assetProblems } from './assets/index.ts'
import { checklistProblems } from './checklists/index.ts'
import { facilityProblems } from './facilities/index.ts'
import { findingProblems } from './findings/index.ts'
import { handOverProblems } from './hand-over/index.ts'
import { historyProblems } from './history/index.ts'
import { importProblems } from './imports/index.ts'
import { mailProblems } from './mail/index.ts'
import { networkProblems } from './network/index.ts'
import { paperProblems } from './papers/index.ts'
import { peopleProblems } from './people/index.ts'
import { relationProblems } from './relations/index.ts'
import { riskProblems } from './risks/index.ts'
import { taskProblems } from './tasks/index.ts'
import { feedProblems } from './vulnerabilities/feeds/index.ts'
import { vulnerabilityProblems } from './vulnerabilities/index.ts'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const all = {
  ...acceptanceProblems,
  ...assetProblems,
  ...answeringProblems,
  ...answeringItemProblems,
  ...checklistProblems,
  ...facilityProblems,
  ...feedProblems,
  ...findingProblems,
  ...handOverProblems,
  ...historyProblems,
  ...importProblems,
  ...mailProblems,
  ...networkProblems,
  ...paperProblems,
  ...peopleProblems,
  ...relationProblems,
  ...riskProblems,
  ...taskProblems,
  ...vulnerabilityProblems,
}

/** The compiler of PDFs fails only when it is killed from outside. */
const notTriggered: ReadonlySet<string> = new Set(['paper/not-made'])

/** Whether a test compares it with the code of an answer, there or in the row of a table; a mention in passing is none. */
function isExpected(tests: string, code: string): boolean {
  return new RegExp(`(?:code: |toBe\\(\\s*|\\[\\s*|,\\s+)'${code}'`).test(tests)
}

const codeOf = async (answer: Promise<{ kind: string; error?: { code: string } }>) => (await answer).error?.code
const change = (one: never) => codeOf(owner.call(routes.change, { params, body: { changes: [{ change: one }] } }))

describe('every refusal of the areas', () => {
  const tests = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
    .join('\n')

  test.each(Object.entries(all))(
    '%s says in both languages what happened and what to do, and blames nobody',
    (code, { message, action }) => {
      for (const text of [message, action]) {
        expect(text.ja).toMatch(/(?:。|\{numbers\})$/)
        expect(text.en).toMatch(/(?:\.|\{numbers\})$/)
        expect(text.ja).not.toMatch(/不適合|違反|不正|未達|不合格|エラーが発生|お問い合わせ|させていただ|!|!/)
      }
      expect(isExpected(tests, code) || notTriggered.has(code)).toBe(true)
    },
  )
})

describe('what is not there', () => {
  test.each([
    ['facility/not-found', () => owner.call(routes.home, { params: { facility: 'fac:none' } })],
    ['checklist/no-such-sheet', () => owner.call(routes.checklist, { params, query: { sheet: 'sh:none' } })],
    ['card/not-found', () => owner.call(routes.workCard, { params: { ...params, card: 'none' } })],
    ['example/not-found', () => owner.call(routes.loadExample, { params: { example: 'none' }, body: {} })],
    ['undo/not-found', () => owner.call(routes.undo, { params, body: { revision: 4711 } })],
    ['import/no-such-draft', () => owner.call(routes.applyImport, { params: { ...params, draft: 'none' }, body: {} })],
    [
      'evidence/no-such-answer',
      () => owner.upload(routes.addEvidence, { params, query: { answers: 'a:none' } }, { name: 'a.txt', bytes: 'x' }),
    ],
  ] as const)('%s', async (code, ask) => {
    const answer = await (ask() as Promise<{ kind: string; status?: number; error?: { code: string } }>)
    expect([answer.error?.code, answer.status]).toEqual([code, 404])
  })

  test('evidence/not-found', async () => {
    const file = await owner.download(routes.evidenceFile, { params: { ...params, sha256: 'a'.repeat(64) } })
    expect([file.status, JSON.parse(file.bytes.toString()).error.code]).toEqual([404, 'evidence/not-found'])
  })
})

describe('a merge', () => {
  test('of what is not there, of one with itself, or a second time is refused', async () => {
    expect(await change({ kind: 'merge', slice: 'vendors', keep: 'v:rei-gazo', gone: 'v:none' } as never)).toBe('change/no-such-record')
    expect(await change({ kind: 'merge', slice: 'vendors', keep: 'v:rei-gazo', gone: 'v:rei-gazo' } as never)).toBe('change/bad-id')
    expect(await change({ kind: 'merge', slice: 'vendors', keep: 'v:rei-gazo', gone: 'v:rei-kensa' } as never)).toBeUndefined()
    expect(await change({ kind: 'merge', slice: 'vendors', keep: 'v:rei-gazo', gone: 'v:rei-kensa' } as never)).toBe(
      'change/already-merged',
    )
    expect(await change({ kind: 'merge', slice: 'systems', keep: 'sys:chart', gone: 'v:rei-kensa' } as never)).toBe('change/id-taken')
    expect(await change({ kind: 'unmerge', slice: 'vendors', gone: 'v:rei-kensa' } as never)).toBeUndefined()
  })
})

describe('a file', () => {
  const preview = (as: 'vendor-reply' | 'folder', file: { name: string; bytes: Uint8Array | string }) =>
    codeOf(owner.upload(routes.preview, { params, query: { as } }, file))

  test('of a vendor that nobody knows is not guessed at', async () => {
    const bytes = '見守り 確認用シート,1\r\n版,r7\r\n事業者,どこかの会社\r\n\r\n番号,回答,確認日\r\n1-①,○,R8.11.19\r\n'
    expect(await preview('vendor-reply', { name: '回答.csv', bytes })).toBe('import/unknown-sheet')
  })

  test('in a ZIP with a password is told so', async () => {
    const zip = await zipFiles(new Map([['facility.yaml', 'facility: {}']]), new Date('2026-11-20T00:00:00Z'))
    for (const [sign, flag] of [
      ['504b0304', 6],
      ['504b0102', 8],
    ] as const) {
      const at = zip.indexOf(Buffer.from(sign, 'hex'))
      zip.writeUInt16LE(zip.readUInt16LE(at + flag) | 1, at + flag)
    }
    expect(await preview('folder', { name: 'a.zip', bytes: zip })).toBe('import/zip-password')
  })

  test('of a folder from before the change of year leaves the closed sheets as they are', async () => {
    const { facility: own } = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
    const zip = await owner.download(routes.exportFolder, { params: { facility: own } })
    const minutes = 135 * 24 * 60
    server.clock.moveMinutes(minutes)
    await owner.ask(routes.startYear, { params: { facility: own }, body: { fiscalYear: 2027, edition: 'r7' } })
    const seen = await owner.upload(routes.preview, { params: { facility: own } }, { name: 'a.zip', bytes: zip.bytes })
    server.clock.moveMinutes(-minutes)
    expect(seen).toMatchObject({
      kind: 'ok',
      value: { files: [{ problems: expect.arrayContaining([expect.objectContaining({ code: 'import/closed-year-kept' })]) }] },
    })
  })
})

test('an example does not take the place of a facility of the same id', async () => {
  await owner.ask(routes.removeFacility, { params })
  const organisation = owner.who?.organisation ?? ''
  await server.database.admin.query(`insert into facility_state (organisation_id, facility_id, name) values ($1, $2, 'ほんもの')`, [
    organisation,
    facility,
  ])
  const files = async () => (await server.database.admin.query('select 1 from evidence_file')).rowCount
  const before = await files()
  const refused = await owner.call(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
  expect(refused).toMatchObject({ kind: 'error', status: 409, error: { code: 'facility/id-taken' } })
  expect(await files()).toBe(before)
})
