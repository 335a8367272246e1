import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeText } from '@mimamori/formats'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../run.ts'
import { budgetNormAnswer, lossAnswer, planAnswer, quotesAnswer } from './answers.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-money-'))
afterAll(() => rmSync(place, { recursive: true }))

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/money/${name}`, import.meta.url))
const lossModel = fixture('loss.json')
const planModel = fixture('plan.json')
const hospital = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const status = await runCommandLine(argv, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  })
  return { status, ...said }
}

let written = 0

/** A file with this text or these bytes, or this value as JSON. */
function fileWith(content: unknown): string {
  const path = join(place, `model-${written++}.json`)
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
  return path
}

async function refused(...argv: string[]) {
  const { status, out, err } = await run(...argv, '--json')
  const {
    error,
  }: {
    error: { code: string; file?: string; row?: number; column?: string; message: string; action: string; problems?: { column: string }[] }
  } = JSON.parse(err)
  expect([status, out]).toEqual([3, ''])
  return error
}

describe('budget-norm', () => {
  const norm = async (...argv: string[]) => budgetNormAnswer.parse(JSON.parse((await run('budget-norm', ...argv, '--json')).out))

  test('prints the rows of the final report with what lies behind them', async () => {
    const { unit, gapRule, rows, slips } = await norm('--profile', 'final')
    expect([unit, gapRule, rows.length, slips.length]).toEqual(['thousand-yen', 'displayed', 5, 13])
    expect(rows.map(({ beds, gap15, gap30, aid15, aid30 }) => [beds, gap15, gap30, aid15, aid30])).toEqual([
      ['20-99', 499, -2948, 0, 3000],
      ['100-199', -3647, -12045, 3600, 12000],
      ['200-299', -10455, -26361, 10500, 26000],
      ['300-499', -20929, -49217, 21000, 50000],
      ['500-', -58650, -129204, 59000, 130000],
    ])
    expect(rows[0]).toMatchObject({
      revenue: 1_039_938,
      need15: 3447,
      need30: 6894,
      estimatedMean: 3946,
      meanInterval: [1127.45098, 6764.70588],
    })
    expect(rows[1]?.meanInterval).toEqual([expect.any(Number), null])
    expect(rows.flatMap(({ reproduced }) => reproduced).map(({ verdict }) => verdict)).toEqual(Array(25).fill('reproduced'))
  })

  test('prints the gaps of the interim report, and nothing where its counts are missing', async () => {
    const { gapRule, rows } = await norm('--profile', 'interim')
    expect([gapRule, rows.map(({ gap15, gap30 }) => [gap15, gap30])]).toEqual([
      'exact',
      [
        [394, -3053],
        [-4016, -12414],
        [-11070, -26976],
        [-21754, -50042],
        [-56936, -127490],
      ],
    ])
    expect(rows.map(({ meanInterval, shareBelowNeed15, exact }) => [meanInterval, shareBelowNeed15, exact.estimatedMean])).toEqual(
      Array(5).fill([null, null, null]),
    )
  })

  test('holds one hospital against the norm, and says where a clinic stands', async () => {
    const one = await norm('--beds', '180', '--revenue', '2,400,000,000', '--budget', '5000000')
    expect(one.facility).toMatchObject({ kind: 'own-revenue', row: '100-199', minimum: { needYen: 7_956_000, shortfallYen: 2_956_000 } })
    expect((await norm('--beds', '19')).facility).toEqual({ kind: 'outside', beds: 19 })
    expect((await norm()).facility).toBeUndefined()
  })

  test('takes another rounding of the aid, and as many years of the sufficient level as it is told', async () => {
    const { rows, path, aidRule } = await norm('--aid', 'exact', '--sufficient-years', '1')
    expect([aidRule, rows[1]?.aid15, path[1]?.years.map(({ level }) => level)]).toEqual([
      'exact',
      3647,
      ['sufficient', 'minimum', 'minimum'],
    ])
  })

  test.each([[['--profile', 'last']], [['--aid', 'up']], [['--beds', '-1']], [['--beds', '1.5']], [['--budget', '5']], [['folder']]])(
    '%j is wrong usage',
    async (argv) => {
      expect((await run('budget-norm', ...argv)).status).toBe(2)
    },
  )
})

describe('quotes', () => {
  test('with a facility also tell which schemes of support fit it, and which are open on the day', async () => {
    const { support = [] } = quotesAnswer.parse(JSON.parse((await run('quotes', hospital, '--as-of', '2026-11-20', '--json')).out))
    const said = (id: string) => support.filter((one) => one.id === id).map(({ fits, window }) => `${fits} ${window}`)
    expect([said('kakuho-2024'), said('tokyo-hospital-2024'), said('otasuke-1')]).toEqual([
      ['unknown ended'],
      ['no ended'],
      ['yes unknown'],
    ])
    expect((await run('quotes', hospital, '--as-of', '2026-11-20')).out).toContain('日本医師会の一時支援金: 要確認, 期間中 (2024-09)')
  })

  test('come out as the paper prints them, with what the print leaves out', async () => {
    const { sources, protections, places } = quotesAnswer.parse(JSON.parse((await run('quotes', '--json')).out))
    expect(sources.map(({ id, perYear, oneOff, holes }) => [id, perYear, oneOff.max, holes.length])).toEqual([
      ['A', { min: 760_100, max: 760_100, openUpper: false }, 60_500, 3],
      ['B', { min: 700_000, max: 1_800_000, openUpper: true }, 0, 1],
      ['C', { min: 688_000, max: 1_608_000, openUpper: true }, 50_000, 0],
    ])
    expect([protections.length, places.length, places[1]?.open]).toEqual([8, 6, { A: ['mail-alertness'], B: ['mail-alertness'], C: [] }])
  })

  test('say to a person that three years of A hold a visit in each of them', async () => {
    const { out } = await run('quotes')
    expect(out).toContain('3年で 2,280,300円(訪問は毎年1回として)')
    expect(out).toContain('3年で 2,004,000〜4,724,000円(上限は決まっていません)、')
  })

  test('for another number of terminals say which lines have no price', async () => {
    const { sources } = quotesAnswer.parse(JSON.parse((await run('quotes', '--terminals', '120', '--json')).out))
    expect(sources.map(({ id, unpriced }) => [id, unpriced.length])).toEqual([
      ['A', 5],
      ['B', 0],
      ['C', 1],
    ])
  })
})

describe('loss', () => {
  test('answers the figures of a model file; the same seed tells the same, another seed about the same', async () => {
    const once = await run('loss', '--model', lossModel, '--years', '50000', '--seed', '7', '--json')
    const answer = lossAnswer.parse(JSON.parse(once.out))
    expect([once.status, once.err, answer.years, answer.seed]).toEqual([0, '', 50_000, 7])
    expect(Object.keys(answer.heads)).toEqual(['all', 'profit', 'cost'])
    expect([answer.annual.isMeanOff, answer.backTests, answer.warnings]).toEqual([false, [], []])
    expect(answer.scenarios.map(({ id }) => id)).toEqual(['ransomware', 'fax', 'usb', 'line-cut'])
    expect((await run('loss', '--model', lossModel, '--years', '50000', '--seed', '7', '--json')).out).toBe(once.out)
    const other = lossAnswer.parse(JSON.parse((await run('loss', '--model', lossModel, '--years', '50000', '--seed', '8', '--json')).out))
    expect(other.annual.mean).not.toBe(answer.annual.mean)
    expect(Math.abs(other.annual.mean - answer.annual.exactMean)).toBeLessThan(4 * answer.annual.standardError)
  })

  test('a heavy tail is told on standard error and in the answer, and is no error', async () => {
    const model = fileWith({
      dependence: 'independent',
      scenarios: [{ id: 'a', frequency: { poisson: 0.1 }, loss: { lognormal90: [1, 100_000] } }],
    })
    const { status, out, err } = await run('loss', '--model', model, '--years', '1000', '--lang', 'en', '--json')
    expect([status, lossAnswer.parse(JSON.parse(out)).warnings[0]?.code]).toEqual([0, 'money/heavy-tail'])
    expect(err).toContain('scenarios[0].loss.lognormal90')
    expect(err).toContain('above the upper end')
  })

  test('what is wrong is told all at once with file and place', async () => {
    const scenario = { id: 'a', frequency: { poisson: -1 }, loss: { pert: [3, 2, 1] } }
    const model = fileWith({ dependence: 'independent', scenarios: [scenario] })
    const error = await refused('loss', '--model', model)
    expect([error.code, error.file, error.problems?.map(({ column }) => column)]).toEqual([
      'money/model-problems',
      model,
      ['scenarios[0].frequency.poisson', 'scenarios[0].loss.pert'],
    ])
    const alone = await refused('loss', '--model', fileWith({ dependence: 'independent', scenarios: [] }))
    expect([alone.code, alone.column]).toEqual(['money/no-scenarios', 'scenarios'])
    expect(alone.action).toContain('3つ')
  })

  test('a text that is no JSON is told with its line', async () => {
    const error = await refused('loss', '--model', fileWith('{\n  "dependence": "independent",\n  "scenarios": [NaN]\n}'))
    expect([error.code, error.row]).toEqual(['money/not-json', 3])
    expect((await refused('loss', '--model', fileWith(''))).code).toBe('file/empty')
  })

  test('a model is read in the encoding it was saved in, and bytes that are no text are refused', async () => {
    const text = JSON.stringify({
      dependence: 'independent',
      scenarios: [{ id: '火事', frequency: { poisson: 0.1 }, loss: { constant: 5 } }],
    })
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [Buffer.from(text), encodeText(text, 'cp932'), utf16, encodeText(text, 'utf-8', { bom: true })]) {
      const { scenarios } = lossAnswer.parse(JSON.parse((await run('loss', '--model', fileWith(bytes), '--years', '1000', '--json')).out))
      expect(scenarios.map(({ id }) => id)).toEqual(['火事'])
    }
    expect((await refused('loss', '--model', fileWith(Buffer.from([0x7b, 0xff, 0xa0, 0x80, 0x81])))).code).toBe('text/garbled')
  })

  test('a place is named only where there is one', async () => {
    expect(await refused('loss', '--model', fileWith('null'))).not.toHaveProperty('column')
  })

  test('a file that is not there, a folder, a huge file, and more events than fit are refused', async () => {
    expect((await refused('loss', '--model', join(place, 'nowhere.json'))).code).toBe('file/not-found')
    expect((await refused('loss', '--model', place)).code).toBe('money/not-a-model-file')
    const huge = fileWith('{}')
    truncateSync(huge, 50_000_000)
    expect((await refused('loss', '--model', huge)).code).toBe('money/not-a-model-file')
    const often = fileWith({ dependence: 'independent', scenarios: [{ id: 'a', frequency: { poisson: 5000 }, loss: { constant: 1 } }] })
    expect((await refused('loss', '--model', often, '--years', '100000')).code).toBe('money/too-many-events')
  })

  test.each([[[]], [['--model', lossModel, '--years', '0']], [['--model', lossModel, '--seed', 'x']], [['folder', '--model', lossModel]]])(
    '%j is wrong usage',
    async (argv) => {
      expect((await run('loss', ...argv)).status).toBe(2)
    },
  )
})

describe('plan', () => {
  const plan = async (...argv: string[]) => planAnswer.parse(JSON.parse((await run('plan', '--model', planModel, ...argv, '--json')).out))

  test('puts the mandatory measure first, stays under the budget at the highest price, and is proven', async () => {
    const answer = await plan('--budget', '900000')
    expect([answer.mandatory, answer.proof, answer.stabilityDraws]).toEqual([['two-factor'], { optimal: true }, 100])
    expect(answer.chosen.map(({ measure }) => measure)).toEqual(['two-factor', 'edr', 'backup'])
    expect(answer.costYen).toBe(300_000 + 390_000 + 180_000)
    expect(answer.remainingLossYen).toBe(9_000_000 * 0.65 * 0.6 * 0.5 + 3_000_000 * 0.8 + 2_000_000 * 0.6)
    expect([answer.stability['two-factor'], answer.stability['soc']]).toEqual([1, 0])
    expect(answer.frontier).toContainEqual({ costYen: answer.costYen, remainingLossYen: answer.remainingLossYen, optimal: true })
  })

  test('counts yearly prices for each year', async () => {
    const three = await plan('--budget', '1,500,000', '--years', '3')
    expect(three.chosen.find(({ measure }) => measure === 'edr')).toMatchObject({
      oneOffYen: 100_000,
      perYearYen: 290_000,
      minYen: 770_000,
      maxYen: 970_000,
    })
    expect(three.costYen).toBeLessThanOrEqual(1_500_000)
  })

  test('says by how much the budget is too small for what is mandatory', async () => {
    const error = await refused('plan', '--model', planModel, '--budget', '250000')
    expect(error.code).toBe('plan/budget-below-mandatory')
    expect(error.message).toContain('50,000円足りません')
  })

  test('refuses mandatory measures that exclude each other, circles and names that lead nowhere', async () => {
    const scenarios = [{ id: 's', lossYen: 1 }]
    const measure = { costYen: 1, effects: { s: 0.5 } }
    const model = (...measures: object[]) =>
      fileWith({ scenarios, measures: measures.map((one, at) => ({ ...measure, id: `m${at}`, ...one })) })
    const code = async (file: string) => (await refused('plan', '--model', file, '--budget', '10')).code
    expect(await code(model({ mandatory: true, excludes: ['m1'] }, { mandatory: true }))).toBe('plan/mandatory-exclude-each-other')
    expect(await code(model({ requires: ['m1'] }, { requires: ['m0'] }))).toBe('money/circle')
    expect(await code(model({ effects: { t: 0.5 } }))).toBe('money/unknown-scenario')
  })

  test.each([
    [['--budget', '1']],
    [['--model', planModel]],
    [['--model', planModel, '--budget', '-5']],
    [['--model', planModel, '--budget', '1,5']],
    [['--model', planModel, '--budget', '1', '--years', '0']],
    [['--model', planModel, '--budget', '900000', '-o', join(place, 'board.pdf')]],
  ])('%j is wrong usage', async (argv) => {
    expect((await run('plan', ...argv)).status).toBe(2)
  })
})

test.each([
  ['budget-norm', '--beds', '180', '--budget', '1000000'],
  ['quotes', '--terminals', '40'],
  ['loss', '--model', lossModel, '--years', '20000'],
  ['plan', '--model', planModel, '--budget', '900000'],
])('%s answers a person in both languages', async (...argv) => {
  const [ja, en] = [await run(...argv), await run(...argv, '--lang', 'en')]
  expect([ja.status, en.status]).toEqual([0, 0])
  expect(ja.out).toMatch(/[\u3040-\u30ff]/)
  expect(en.out).not.toMatch(/[\u3040-\u30ff]/)
})

test('the model files in docs/money.md are read without a word, and answered', async () => {
  const text = readFileSync(new URL('../../../docs/money.md', import.meta.url), 'utf8')
  const [loss = '', plan = ''] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => fileWith(block))
  const answers = [await run('loss', '--model', loss, '--years', '1000'), await run('plan', '--model', plan, '--budget', '1500000')]
  expect(answers.map(({ status, err }) => [status, err])).toEqual([
    [0, ''],
    [0, ''],
  ])
})
