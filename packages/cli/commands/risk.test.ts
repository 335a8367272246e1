import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { riskAnswer } from '../risks/answer.ts'
import { runCommandLine } from '../run.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-risk-'))
afterAll(() => rmSync(place, { recursive: true }))
const example = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const status = await runCommandLine(['risk', ...argv, '--as-of', '2026-11-20'], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  })
  return { status, ...said }
}

async function risk(...argv: string[]) {
  return riskAnswer.parse(JSON.parse((await run(...argv, '--json')).out))
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(place, 'facility-'))
  for (const [name, content] of Object.entries({ ...clinic, ...files })) writeFileSync(join(folder, name), content)
  return folder
}

const clinic = {
  'facility.yaml': `facility:
  name: みまもり医院
  usesSystems: yes
systems:
  - id: sys:chart
    name: 電子カルテ
    kind: chart
    vendor: v:rei
vendors:
  - id: v:rei
    name: 例システム株式会社
`,
}

describe('a clinic with a label on its terminal', () => {
  const labels = 'ID,対策,だれが,状態,見た日\ncs:1,control:no-labels,施設,できていない,2026-11-01\n'

  test('is told that the risk is unknown while a second factor might stand in, and what would close it', async () => {
    const { risks, controls } = await risk(folderWith({ 'controls.csv': labels }))
    expect(risks.find(({ id }) => id === 'risk:label')).toMatchObject({
      category: 'category:identities',
      phase: 'normal-operation',
      state: 'unknown',
      by: [],
      missing: ['control:no-labels'],
      deciding: ['control:two-factor'],
      wouldClose: [['control:no-labels'], ['control:two-factor']],
      party: 'facility',
    })
    expect(controls.find(({ id }) => id === 'control:no-labels')).toMatchObject({
      state: 'no',
      party: 'facility',
      why: ['確かめた記録(施設):できていない'],
    })
  })

  test('is held once both sides state the second factor, with its condition and its limit', async () => {
    const both = `${labels}cs:2,control:two-factor,施設,できている,2026-11-01\ncs:3,control:two-factor,事業者,できている,2026-11-01\n`
    const { risks, controls, summary } = await risk(folderWith({ 'controls.csv': both }))
    const held = risks.find(({ id }) => id === 'risk:label')
    expect(held).toMatchObject({ state: 'stand-in', by: ['control:two-factor'] })
    expect(held?.condition).toContain('二要素認証')
    expect(controls.find(({ id }) => id === 'control:two-factor')?.ifFailed).toContain('risk:label')
    expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(risks.length)
  })

  test('is told to a person in two columns', async () => {
    const none = `${labels}cs:2,control:two-factor,施設,できていない,2026-11-01\n`
    const { out } = await run(folderWith({ 'controls.csv': none }))
    expect(out).toMatch(/施設が行う +事業者が行い、施設が指示する/)
    expect(out).toContain('パスワードを端末に貼っているリスク(開いている)')
    expect(out).toContain('× パスワードを紙や端末に貼らないこと *')
    expect((await run(folderWith({ 'controls.csv': none }), '--lang', 'en')).out).toMatch(/Facility does +Vendor does, on instruction/)
  })
})

test('of one vendor only what that vendor has a part in is told, by its id or its name', async () => {
  const folder = folderWith({})
  const byId = await risk(folder, '--vendor', 'v:rei')
  expect(byId.risks.every(({ vendor }) => vendor.length > 0)).toBe(true)
  expect((await risk(folder, '--vendor', '例システム株式会社')).risks).toEqual(byId.risks)
  const { status, err } = await run(folder, '--vendor', '別の会社', '--json')
  expect([status, err]).toEqual([3, expect.stringContaining('risk/no-such-vendor')])
})

test('a folder that is not there is bad input', async () => {
  expect((await run('/nowhere', '--json')).status).toBe(3)
})

test('the example hospital has risks in all five states, each closed one with what closes it', async () => {
  const { risks, summary } = await risk(example)
  expect(Object.values(summary).every((count) => count > 0)).toBe(true)
  const isClosed = (state: string) => state === 'covered' || state === 'stand-in'
  const isLoose = (state: string) => state === 'open' || state === 'unknown'
  expect(risks.filter(({ state, by }) => isClosed(state) && by.length === 0)).toEqual([])
  expect(risks.filter(({ state, wouldClose }) => isLoose(state) && wouldClose.length === 0)).toEqual([])
  expect(risks.filter(({ borne }) => borne).map(({ id }) => id)).toEqual(['risk:vendor-late'])
})

test('a control and a risk that the catalogue does not have are noted', async () => {
  const { status, err } = await run(
    folderWith({
      'controls.csv': 'ID,対策,だれが,状態\ncs:1,control:nothing,施設,できている\n',
      'risk-decisions.csv': 'ID,リスク,種類,求めたこと\nd:1,risk:nowhere,依頼,点検してください。\n',
    }),
  )
  expect(status).toBe(0)
  expect(err).toContain('control:nothing')
  expect(err).toContain('risk:nowhere')
})
