import { loadCatalogue } from '@mimamori/catalog'
import { type AssetId, date, entityId, type PlannedUpdateId, type WarningId } from '@mimamori/domain'
import { afterAll, describe, expect, test } from 'vitest'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { gate, gateLine, hospitalWith, response, steps, weakHospital, weakness } from '../fixture/weak-hospital.ts'
import type { FeedAge, PaperInput } from '../paper/context.ts'
import { closeCompiler, renderExcel, renderPdf } from '../render/index.ts'
import { monthlyReportPaper } from './model.ts'
import { latestMonths, monthOf } from './month.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const { items } = catalogue.reference
const weak = weakHospital(items)
const feeds: readonly FeedAge[] = [
  { feed: 'kev', records: 1400, asOf: date('2026-11-18'), hasFailed: false },
  { feed: 'nvd', records: 300_000, asOf: date('2026-11-10'), hasFailed: true },
  { feed: 'jvn', records: 0, hasFailed: false },
]

function reportOf(picture = weak, month?: string, more: Partial<PaperInput> = { feeds }) {
  return monthlyReportPaper(inputOf(catalogue, picture, more), month === undefined ? {} : { month })
}

function textOf(...args: Parameters<typeof reportOf>): string {
  return JSON.stringify(reportOf(...args).blocks)
}

test('the first page counts what came, what was closed and how long it took, and what waits', () => {
  const numbers = reportOf().blocks.find((block) => block.kind === 'numbers')
  expect(numbers?.kind === 'numbers' && numbers.cards.map(({ value, notes }) => [value, ...notes])).toEqual([
    ['1件', '製品1種類、いま3台'],
    ['2件', '版の読み直し 1件'],
    ['13日', '最も長いもの 16日'],
    ['2件', '期日を過ぎたもの 0件'],
  ])
})

test('what was closed says by which proof, and each party has what it is waited for', () => {
  const text = textOf()
  expect(text).toContain('予備ゲートの更新:R8.11.12の署名のある申し出で確かめました(10日)。')
  expect(text).toContain('薬局ゲートの更新:R8.11.18に版を読み直して確かめました(16日)。')
  expect(cellsOf(reportOf(), '待っていること(2件)')).toEqual([
    ['例システム株式会社', '1', '0', 'R8.11.6', ''],
    ['例画像株式会社', '1', '0', 'R8.11.6', ''],
  ])
  expect(text).toContain('令和8年11月28日:画像側ゲートの更新(例画像株式会社)')
})

test('a response past its day is late, and what nobody has asked for is counted by device', () => {
  const late = response(1, { dueOn: date('2026-11-15') })
  const picture = hospitalWith(items, {
    assets: [gate(1, 'v:1'), gate(2, 'v:2')],
    matches: [weakness(1)],
    responses: [late],
    responseSteps: steps(late, { kind: 'told', way: 'fax' }),
  })
  expect(cellsOf(reportOf(picture), '待っていること(1件)')).toEqual([
    ['例システム株式会社', '1', '1', 'R8.11.6', ''],
    ['例画像株式会社', '0', '0', '', '1台'],
  ])
})

test('risks that were accepted say until when and by whom; a workaround past its day says so', () => {
  const [kept, ended] = [response(1, { title: '承知の更新' }), response(2, { title: '手当ての更新', assets: [entityId<AssetId>('d:002')] })]
  const picture = hospitalWith(items, {
    assets: [gate(1, 'v:1'), gate(2, 'v:1')],
    matches: [weakness(1)],
    responses: [kept, ended],
    responseSteps: [
      ...steps(kept, { kind: 'risk-accepted', until: date('2027-03-31'), note: '入替えまで' }),
      ...steps(ended, { kind: 'workaround', until: date('2026-11-10'), note: '回線を止めました' }),
    ],
  })
  const text = textOf(picture)
  expect(text).toContain('承知の更新:承知で見送り(令和9年3月31日まで、決めた人 見本 花子)。')
  expect(text).toContain('手当ての更新:当面の手当ての期限(令和8年11月10日)が過ぎています。決め直しが要ります。')
})

test('warnings and planned updates stand in it, with what is not known and not prepared', () => {
  const picture = weakHospital(items, {
    warnings: [
      {
        id: entityId<WarningId>('w:1'),
        from: 'association',
        issuer: '例県医師会',
        title: 'VPN装置の更新',
        action: '更新する',
        urgency: 'soon',
        receivedOn: date('2026-11-05'),
      },
    ],
    plannedUpdates: [
      { id: entityId<PlannedUpdateId>('up:1'), title: '診療報酬改定の更新', kind: 'fee-revision', dueOn: date('2027-06-01') },
    ],
  })
  const text = textOf(picture)
  expect(text).toContain('注意喚起「VPN装置の更新」(例県医師会):関係するかを、まだ調べていません。')
  expect(text).toMatch(/令和9年6月1日:診療報酬改定の更新\(当院\)。整っていない準備が\d+つあります。/)
})

describe('what the report cannot say', () => {
  test('feeds have an age, and a reading that failed is told', () => {
    const text = textOf()
    expect(text).toContain('最も古いもので令和8年11月10日までです(米国の弱点の台帳(NVD))')
    expect(cellsOf(reportOf(), '弱点の情報の新しさ').map((cells) => cells[3])).toEqual([
      '取り込み済み',
      '前の情報を残しています',
      'まだありません',
    ])
  })

  test('an empty month without feeds does not say that nothing came up', () => {
    const empty = hospitalWith(items, {})
    expect(textOf(empty, '2026-10', { feeds: [] })).toContain('新しい弱点がなかったとは言えません')
    expect(textOf(empty, '2026-10', {})).toContain('この紙を作ったPCではわかりません')
    expect(textOf(empty, '2026-10')).toContain('月末ではなく令和8年11月20日のようすです')
    expect(textOf(empty, '2026-11')).not.toContain('月末ではなく')
  })

  test('a number of days is not made up where nothing was closed', () => {
    expect(textOf(hospitalWith(items, {}))).toContain('直ったものがなく、出せません')
  })
})

test('a month that has not begun, or that is none, makes no report', () => {
  for (const month of ['2026-12', '2026-13', 'November', '2026-1', '']) expect(reportOf(weak, month).blocks).toEqual([])
  expect(monthOf('2026-11', date('2026-11-20'))).toEqual({ name: '2026-11', from: '2026-11-01', to: '2026-11-20', isRunning: true })
  expect(monthOf('2024-02', date('2026-11-20'))).toMatchObject({ to: '2024-02-29', isRunning: false })
  expect(latestMonths(date('2026-01-31'), 3)).toEqual(['2026-01', '2025-12', '2025-11'])
})

test('the summary is one page also where much came and much waits, in both languages', async () => {
  const many = Array.from({ length: 40 }, (_, n) => n + 1)
  const responses = many.map((n) =>
    response(n, {
      title: `更新${n}`,
      assets: [entityId<AssetId>(`d:${String(n).padStart(3, '0')}`)],
      vendor: entityId(`v:${(n % 9) + 1}`),
    }),
  )
  const picture = hospitalWith(
    items,
    {
      assets: many.map((n) => gate(n, `v:${(n % 9) + 1}`, n === 40 ? { firmware: '7.2.5' } : {})),
      evidence: [{ id: 'e:9', name: '報告書' }],
      matches: [
        ...many.slice(0, 9).map((n) => weakness(n, { name: `製品${n}` })),
        weakness(90, { line: gateLine('7.2.5'), version: '7.2.5', verdict: 'unknown' }),
      ],
      responses,
      responseSteps: responses.flatMap((one, n) =>
        n > 34
          ? steps(one, { kind: 'proven', evidence: entityId('e:9') })
          : n % 3 === 0
            ? steps(one, { kind: 'risk-accepted', until: date('2027-03-31'), note: '入替えまで' })
            : steps(one, { kind: 'planned', plannedOn: date('2026-12-01') }),
      ),
    },
    { vendors: 9 },
  )
  for (const lang of ['ja', 'en'] as const) {
    const made = await renderPdf(reportOf(picture, undefined, { feeds, lang }))
    if (made.kind === 'failed') throw new Error(made.message)
    expect(made.missing).toEqual([])
    const { pages } = await readPdf(made.bytes)
    expect(pages[0]?.text).toContain(lang === 'ja' ? '決裁日' : 'Decided on')
    expect(pages[1]?.text).toContain(lang === 'ja' ? '対応の一覧' : 'List of responses')
  }
  expect((await renderExcel(reportOf(picture))).length).toBeGreaterThan(1000)
})
