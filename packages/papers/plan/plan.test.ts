import { loadCatalogue } from '@mimamori/catalog'
import { afterAll, expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { emptyPlan, plan } from '../fixture/plan.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { drawPdf, readPdf } from '../fixture/read-pdf.ts'
import type { Paper } from '../paper/index.ts'
import { plainOf } from '../paper/index.ts'
import { closeCompiler, renderExcel, renderPdf, renderWord } from '../render/index.ts'
import { planAnnexPaper } from './annex.ts'
import { planBoardPaper } from './board.ts'
import { committeePaper } from './committee.ts'
import type { PlanFacts } from './facts.ts'
import { budgetAttachmentPaper, budgetRequestPaper } from './request.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const ja = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 9 }))
const en = { ...ja, lang: 'en' as const }

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const made = await renderPdf(paper)
  if (made.kind === 'failed') throw new Error(`${made.why}: ${made.message}`)
  expect(made.missing).toEqual([])
  return made.bytes
}

function cards(paper: Paper) {
  const block = paper.blocks.find((one) => one.kind === 'numbers')
  return (block?.cards ?? []).map((card) => [plainOf(card.label), card.value, ...card.notes.map(plainOf)])
}

const long = (word: string, count: number) => word.repeat(count)
const longWords = {
  ja: { name: '外から入る道の二要素認証と', without: '弱点が残り、外から入られるおそれが続きます' },
  en: { name: 'Second factor on every way in ', without: 'Known weaknesses stay open to everybody ' },
} as const
const longest = (lang: 'ja' | 'en'): PlanFacts => ({
  ...plan,
  measures: plan.measures.map((one, n) => ({
    ...one,
    isApproved: n === 4,
    name: long(longWords[lang].name, 6),
    without: `${long(longWords[lang].without, 5)}.`,
  })),
  likeCase: {
    name: { ja: long('長い名前の病院', 3), en: long('Hospital of a long name ', 2) },
    tells: { ja: long('電子カルテが約2か月使えませんでした。', 12), en: long('The electronic chart was down for two months. ', 12) },
    confidence: 'conflict',
    sources: [],
  },
})

/** One decision of the plan, what it leaves out, and a finding. */
const longestLeftOut = (lang: 'ja' | 'en'): PlanFacts => {
  const facts = longest(lang)
  return { ...facts, measures: facts.measures.slice(-2), leftOut: facts.measures.map(({ name }) => name) }
}

const papers: readonly (readonly [string, Paper, number])[] = [
  ['board', planBoardPaper(ja, plan), 1],
  ['board in English', planBoardPaper(en, plan), 1],
  ['board without a plan', planBoardPaper(ja, { ...plan, measures: [], costYen: 0 }), 1],
  ['board where nothing is known', planBoardPaper(ja, emptyPlan), 1],
  ['board with the longest words', planBoardPaper(ja, longest('ja')), 1],
  ['board with the longest words, in English', planBoardPaper(en, longest('en')), 1],
  ['board with the longest words left out of the plan', planBoardPaper(ja, longestLeftOut('ja')), 1],
  ['board with the longest words left out of the plan, in English', planBoardPaper(en, longestLeftOut('en')), 1],
  ['annex', planAnnexPaper(ja, plan), 3],
  ['budget request', budgetRequestPaper(ja, plan), 2],
  ['attachment', budgetAttachmentPaper(ja, plan), 3],
  ['committee', committeePaper(ja, plan), 2],
  ['committee without a plan', committeePaper(ja, emptyPlan), 2],
]

test.each(papers)('%s: as many pages as it should have, in black alone', async (_, paper, pages) => {
  const bytes = await pdfOf(paper)
  const read = await readPdf(bytes)
  expect(read.pages.length).toBe(pages)
  for (const { coloured, inkAtEdge } of await drawPdf(bytes)) expect([coloured, inkAtEdge]).toEqual([0, 0])
})

test('the board page has the three numbers, each with what the plan makes of it and its range', () => {
  expect(cards(planBoardPaper(ja, plan))).toEqual([
    ['1年あたりの被害の見込み(注1)', '1,430万円', '計画のあと 420万円', '(前提しだいで130万円〜1,350万円)'],
    ['100年に1度の年の被害(注2)', '3.6億円', '計画のあと 1.4億円', '(収益の1.3→0.5か月分)'],
    ['電子カルテが戻るまで(注3)', '31日', '計画のあと 9日', '(真ん中の値、幅 4〜24日)'],
  ])
})

test('the head is asked three things: what the law asks for, what takes away most, and the rest, each with its price and three boxes', () => {
  const rows = cellsOf(planBoardPaper(ja, plan), 'お決めいただきたいこと(3つ)')
  expect(rows.map(([, text]) => text)).toEqual([
    '保守用VPNの更新と二要素認証\n38万円(注4)・令和8年度内。国のチェックリストで「いいえ」の項目に当たります。',
    '外して保管する控え(電子カルテ・週1回)\n46万円(注4)・令和8年度内。弱点が残り、外から入られるおそれが続きます。',
    '来訪者用Wi-Fiを分ける、サーバ6台のEDRほか1件\n62万円(注4)・令和8年度内。弱点が残り、外から入られるおそれが続きます。',
  ])
  for (const [, , boxes] of rows) expect(boxes).toBe('□ 進める  □ 見送る\n□ もう一度説明を')
})

test('what the law asks for and the plan leaves out is asked as well, before any finding, as long as three things have room', () => {
  const leftOut = ['二要素認証', 'パスワードの決まり', '辞めた人のIDの停止']
  const asked = (some: Partial<typeof plan>) =>
    cellsOf(planBoardPaper(ja, { ...plan, leftOut, ...some }), 'お決めいただきたいこと(3つ)').map(([, text]) => text)
  expect(asked({ measures: plan.measures.slice(0, 2) })[2]).toBe(
    '二要素認証ほか2件\n国のチェックリストの項目で、この計画に入っていない対策が3件あります。',
  )
  expect(asked({}).join('')).not.toContain('入っていない対策')
})

test('waiting, a like case and the size of the cost are told with the figures they come from', () => {
  const text = JSON.stringify(planBoardPaper(ja, plan).blocks)
  expect(text).toContain('1か月待つごとに、見込みで約84万円を失う計算です(差額1,010万円÷12)。')
  expect(text).toContain('復旧に約2億円かかりました。〔要確認〕')
  expect(text).toContain('146万円は、1床あたり8,111円、医業収益(34.2億円)の0.043%です。')
  expect(text).toContain('注と前提2件は別紙にあります')
})

test('without a plan the page asks nothing of money and says that none is chosen', () => {
  const text = JSON.stringify(planBoardPaper(ja, emptyPlan).blocks)
  expect(text).toContain('被害の見込みを出すには、分かっていることがまだ足りません。')
  expect(text).toContain('計画を選ぶと、待つ間に失う額を計算します。')
  expect(text).not.toContain('NaN')
})

test('the annex names every assumption with its source, and a back-test that missed is framed as one', () => {
  const annex = planAnnexPaper(ja, plan)
  expect(cellsOf(annex, '試算の前提')).toEqual([
    ['1', '1日の医業収益', '937万円', '当施設の記録', '当施設の決算・台帳・機器の記録から数えた値です。', '1〜2、5、7'],
    [
      '2',
      '長く止まる間に失う収益の割合',
      '30%(20〜45%)',
      '同じ規模の値・2023年3月',
      '公表された2つの事例から計算しました。〔要確認〕',
      '1〜2、5',
    ],
  ])
  expect(cellsOf(annex, '実例にあてた結果').map(([name, , , result]) => [name, result])).toEqual([
    ['半田病院(2021年)', '幅の中'],
    ['大阪急性期(2022年)', '外れ'],
  ])
})

test('every note on the page for the board stands in the annex with its lines, its assumptions and the address of the screen', () => {
  const marks = JSON.stringify(planBoardPaper(ja, plan).blocks).match(/注\d+/g) ?? []
  const annex = planAnnexPaper(ja, plan)
  const headings = annex.blocks.flatMap((block) => (block.kind === 'heading' ? [plainOf(block.text)] : []))
  const noted = headings.flatMap((text) => text.match(/^注\d+/) ?? [])
  expect([...new Set(marks)].toSorted()).toEqual(noted.toSorted())
  const text = JSON.stringify(annex.blocks)
  expect(text).toContain('使った前提の番号:1〜2。画面:/f/f:mimamori/money/board#note-1')
  expect(cellsOf(annex, '出来事')[0]).toEqual([
    '外の出入口からの身代金要求型の攻撃',
    '20年に1回×2.8億円=1,400万円',
    '50年に1回×2.1億円=410万円',
  ])
  expect(text).toContain('1,430万円−420万円=1,010万円、1,010万円÷12=84万円。')
  expect(cellsOf(annex, '対策の効き目')[0]?.[2]).toBe('起きる回数を70%(50%〜90%)減らす:外の出入口からの身代金要求型の攻撃')
})

test('in print no word of the curve lies upon another where both lines run close together', { timeout: 30_000 }, async () => {
  const near = [0.1, 0.05, 0.03, 0.021, 0.01, 0.002, 0.0002].map((probability, n) => ({
    lossYen: [3_700_000, 6_600_000, 12_000_000, 240_000_000, 300_000_000, 370_000_000, 500_000_000][n] ?? 0,
    probability,
  }))
  const planned = near.map(({ lossYen, probability }) => ({ lossYen: lossYen * 0.93, probability: probability * 0.75 }))
  const { damage } = plan
  if (!damage) throw new Error('the fixture has numbers')
  for (const input of [ja, en]) {
    const board = planBoardPaper(input, { ...plan, damage: { ...damage, curves: { now: near, planned } } })
    const { pages } = await readPdf(await pdfOf(board))
    const ends = pages[0]?.ends ?? []
    const at = (text: RegExp) => ends.find((one) => text.test(one.text)) ?? { left: 0, top: 0 }
    const [first, axis] = [at(/^10%$/), at(/10倍ごと|each step/)]
    const frame = ends.filter(({ left, top }) => left >= first.left - 1 && top > first.top - 10 && top <= axis.top)
    expect(frame.length).toBeGreaterThan(10)
    for (const [n, a] of frame.entries())
      for (const b of frame.slice(n + 1))
        expect([a.text, b.text, a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom]).toEqual([
          ...[a.text, b.text, false],
        ])
  }
})

test('what the head approved is told as settled and is not asked for again', () => {
  const [first, ...rest] = plan.measures
  const measures = first ? [{ ...first, isApproved: true }, ...rest] : rest
  const board = planBoardPaper(ja, { ...plan, measures })
  expect(JSON.stringify(cellsOf(board, 'お決めいただきたいこと(3つ)'))).not.toContain('保守用VPN')
  expect(board.blocks.map((block) => (block.kind === 'paragraph' ? plainOf(block.text) : ''))).toContain(
    '承認済み:保守用VPNの更新と二要素認証、38万円(注4)',
  )
})

test('the request for budget has three columns for quotes, with what is to be known of each', () => {
  const [first, second] = cellsOf(budgetRequestPaper(ja, plan), '予算要求の資料')
  expect(first?.slice(2)).toEqual([
    '304,000円〜380,000円(税込み)\n最初に100,000円、毎年280,000円',
    '例通信株式会社\n380,000円',
    '例システム株式会社\n420,000円〜500,000円\n税の扱い不明\n令和9年1月31日まで有効',
    '例回線株式会社\n350,000円から\n期限切れ',
    '弱点が残り、外から入られるおそれが続きます。',
    '令和8年度',
  ])
  expect(second?.slice(3, 6)).toEqual(['一般の価格', '―', '―'])
})

test('the request for budget shows of each line what support bears and what is own money, and the whole of it', () => {
  const rows = cellsOf(budgetRequestPaper(ja, plan), '支援と自己資金')
  const [, backup, , edr] = rows
  expect(backup?.slice(1, 3)).toEqual(['460,000円\n支援 230,000円\n自己資金 230,000円', '―'])
  expect(edr?.[3]).toContain('東京都の病院向け補助〔要確認〕:180,000円(費用の2分の1、上限500万円)。書類:窓口で確認')
  expect(edr?.[3]).toContain('東京都の中小企業向け補助〔要確認〕:確かめると使えるかもしれません')
  expect(rows.at(-1)?.slice(0, 3)).toEqual([
    '合計',
    '1,180,000円\n支援 500,000円\n自己資金 680,000円',
    '280,000円\n支援 0円\n自己資金 280,000円',
  ])
})

test('request, attachment and committee paper can be had as office files', async () => {
  for (const paper of [budgetRequestPaper(ja, plan), budgetRequestPaper(en, plan)])
    expect((await renderExcel(paper)).length).toBeGreaterThan(4000)
  for (const paper of [budgetAttachmentPaper(ja, plan), committeePaper(ja, plan)])
    expect((await renderWord(paper)).length).toBeGreaterThan(3000)
})

test('the committee paper leaves room for the minutes', () => {
  const labels = committeePaper(ja, plan).blocks.flatMap((block) => (block.kind === 'writing' ? [plainOf(block.label)] : []))
  expect(labels).toEqual(['日時・場所', '出席者', '話し合ったこと', '決まったこと(担当・期限)', '次回'])
})
