import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand as run } from '../fixtures/run-command.ts'
import { lossAnswer, planAnswer } from '../money/answers.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-money-folder-'))
afterAll(() => rmSync(place, { recursive: true }))
const example = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))

const loss = async (...argv: string[]) => lossAnswer.parse(JSON.parse((await run('loss', ...argv, '--years', '20000', '--json')).out))
const plan = async (...argv: string[]) => planAnswer.parse(JSON.parse((await run('plan', ...argv, '--json')).out))
const refused = async (...argv: string[]) => {
  const { status, err } = await run(...argv, '--json')
  const { error }: { error: { code: string; message: string; file?: string } } = JSON.parse(err.slice(err.lastIndexOf('{"error"')))
  return { status, ...error }
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(place, 'facility-'))
  for (const [name, content] of Object.entries({ 'facility.yaml': 'facility:\n  name: みまもり医院\n', ...files }))
    writeFileSync(join(folder, name), content)
  return folder
}

describe('loss of the example hospital', () => {
  test('has three numbers before and after what is planned, and a mean that agrees with the exact one', async () => {
    const { annual, damage, facility, scenarios } = await loss(example)
    expect(facility?.name).toBe('みまもり市立病院')
    expect(annual.isMeanOff).toBe(false)
    expect(damage?.planned).toEqual(['plan:gate-updates', 'plan:mail-filter'])
    expect(damage?.after.meanYen).toBeLessThan(damage?.before.meanYen ?? 0)
    expect(damage?.before.chartDays?.p90).toBeGreaterThan(damage?.before.chartDays?.p10 ?? 0)
    expect(damage).toMatchObject({ revenueYen: 3_420_000_000, revenueBy: 'own', monthsOfOperatingProfit: null })
    expect(scenarios.find(({ id }) => id === 'scenario:ransom-gate')?.daysPerEvent).toBeDefined()
    expect(damage?.mostHelpful.length).toBe(3)
  })

  test('shows the real cases, a miss as a miss', async () => {
    const { backTests } = await loss(example)
    expect(backTests.map((one) => [one.case, one.inside, one.days?.inside])).toEqual([
      ['case:handa-2021', true, true],
      ['case:osaka-2022', true, false],
    ])
    expect((await run('loss', example, '--years', '20000')).out).toContain('日 範囲の外')
  })

  test('names what the policy may not pay for', async () => {
    const { damage } = await loss(example)
    const missing = [{ name: '外から入る道の二要素認証' }, { name: '切り離したバックアップ' }]
    expect(damage?.policies).toMatchObject([
      { id: 'policy:cyber', name: '例損害保険株式会社 医療機関向けサイバー保険', inForce: true, missing },
    ])
  })
})

describe('the plan of the example hospital', () => {
  test('for 1,500,000 yen is proven to be the best of its catalogue', async () => {
    const { proof, costYen, mandatory, chosen } = await plan(example, '--budget', '1500000', '--years', '1')
    expect(proof).toEqual({ optimal: true })
    expect(costYen).toBeLessThanOrEqual(1_500_000)
    expect(chosen.filter((one) => one.mandatory).map(({ measure }) => measure)).toEqual(mandatory)
  })

  test.each(['board.txt', 'facility.yaml/board.pdf', 'nowhere/board.pdf', `${'x'.repeat(300)}.pdf`])(
    'is not answered where its page cannot be written to %s',
    async (name) => {
      const folder = folderWith({})
      const { status, out } = await run('plan', folder, '--budget', '9000000', '-o', join(folder, name), '--json')
      expect([status, out]).toEqual([2, ''])
    },
  )

  test('for less than what the law asks for is refused, with what is missing', async () => {
    const { status, code, message } = await refused('plan', example, '--budget', '500000')
    expect([status, code]).toEqual([3, 'plan/budget-below-mandatory'])
    expect(message).toContain('835,000円足りません')
  })
})

describe('bad input', () => {
  test('of a facility of which nothing is known the three facts that help most are told', async () => {
    const { damage } = await loss(folderWith({}))
    expect(damage?.mostHelpful.length).toBe(3)
    expect(damage?.revenueBy).toBe('class')
    const { out } = await run('loss', folderWith({}), '--years', '20000', '--lang', 'en')
    expect(out).toContain('What would tell most')
    expect(out).not.toContain('each month without the plan')
    const chosen = await run('plan', folderWith({}), '--budget', '500000', '--json')
    const [told] = planAnswer.parse(JSON.parse(chosen.out)).warnings
    expect([told?.code, told?.message.split('\n- ').length]).toEqual(['money/little-known', 4])
    expect(chosen.err).toContain('次の3つ')
    expect((await loss(example)).warnings).toEqual([])
  })

  test('a range that cannot be is refused; several are told at once', async () => {
    const inputs = (rows: string) => folderWith({ 'loss-inputs.csv': `ID,項目,いちばんありそうな値,小さい場合,大きい場合\n${rows}` })
    const one = await refused('loss', inputs('li:1,param:staff,20,30,40\n'))
    expect(one).toMatchObject({ status: 3, code: 'money/impossible-range', file: 'loss-inputs.csv' })
    const two = await refused('loss', inputs('li:1,param:staff,20,30,40\nli:2,param:margin-share,2,,\n'))
    expect(two).toMatchObject({ status: 3, code: 'money/model-problems' })
  })

  test.each([
    ['param:staff,20000000,,', 'more staff than a prefecture has people'],
    ['param:days-ransom,40,400,', 'ends out of order'],
    ['param:days-ransom,4000,,', 'more than ten years'],
  ])('%s is refused: %s', async (row) => {
    const folder = folderWith({ 'loss-inputs.csv': `ID,項目,いちばんありそうな値,小さい場合,大きい場合\nli:1,${row}\n` })
    expect(await refused('loss', folder)).toMatchObject({ status: 3, code: 'money/impossible-range' })
  })

  test('a policy that ends before it begins is refused, and a head of loss that is none is noted', async () => {
    const policy = (row: string) =>
      folderWith({ 'policies.csv': `ID,保険会社,始まり,終わり,対象の費目\npolicy:1,例損害保険株式会社,${row}\n` })
    const turned = await refused('loss', policy('2026-04-01,2025-03-31,'))
    expect(turned).toMatchObject({ status: 3, code: 'money/impossible-range', file: 'policies.csv' })
    expect((await run('loss', policy('2026-04-01,2027-03-31,cost、nothing'), '--years', '20000')).err).toContain('「nothing」')
  })

  test('yen and shares are read as offices write them, and a column is named by its heading', async () => {
    const finances = (row: string) => folderWith({ 'finances.csv': `ID,年度,医業収益,限界利益率\n${row}\n` })
    for (const row of ['fin:1,令和7年度,"￥90,000,000",68%', 'fin:1,令和7年度,９０００００００円,０．６８']) {
      const { damage } = await loss(finances(row))
      const margin = damage?.assumptions.find(({ id }) => id === 'param:margin-share')
      expect([damage?.revenueYen, margin?.value.best]).toEqual([90_000_000, 0.68])
    }
    const { err } = await run('loss', finances('fin:1,令和7年度,-5,150%'), '--years', '20000')
    expect(err).toContain('「医業収益」に「-5」とあります。0から9,000,000,000,000までの整数')
    expect(err).toContain('「限界利益率」に「150%」とあります。0から1までの数')
  })

  test('a list is read in UTF-16, as Excel saves it; without one that cannot be read the answer is no whole one', async () => {
    const rows = 'ID,年度,医業収益\nfin:1,令和7年度,90000000\n'
    const folder = folderWith({})
    writeFileSync(join(folder, 'finances.csv'), Buffer.from(`\ufeff${rows}`, 'utf16le'))
    expect((await loss(folder)).damage?.revenueYen).toBe(90_000_000)
    writeFileSync(join(folder, 'finances.csv'), Buffer.from([0, 1, 2, 3, 0xff, 0, 1, 2]))
    expect((await run('loss', folder, '--years', '20000')).status).toBe(3)
  })

  test('yen below 0 are told with their place; a loss of the year may be written as books do', async () => {
    const finances = (row: string) => folderWith({ 'finances.csv': `ID,年度,医業収益,医業利益\n${row}\n` })
    expect((await run('loss', finances('fin:1,令和7年度,-5,'), '--years', '20000')).err).toContain('finances.csv')
    expect((await run('loss', finances('fin:1,令和7年度,90000000,▲5000000'), '--years', '20000')).err).not.toContain('finances.csv')
  })

  test('a measure that the catalogue does not have is noted and does not count', async () => {
    const folder = folderWith({ 'plan-choices.csv': 'ID,対策,年度,決めたこと\nc:1,plan:nothing,令和8年度,計画\n' })
    expect((await run('loss', folder, '--years', '20000')).err).toContain('plan:nothing')
  })

  test('either a folder or a model file is named, not both and not none', async () => {
    expect((await run('loss')).status).toBe(2)
    expect((await run('plan', example, '--model', 'x.json', '--budget', '1')).status).toBe(2)
  })
})
