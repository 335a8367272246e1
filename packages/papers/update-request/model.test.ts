import { loadCatalogue } from '@mimamori/catalog'
import { type ApprovalId, type AssetId, date, entityId, type Picture, type VendorId, type WarningId } from '@mimamori/domain'
import { afterAll, expect, test } from 'vitest'
import { approvalPaper } from '../approval/model.ts'
import { applied } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { gate, hospitalWith, response, steps, weakHospital, weakness } from '../fixture/weak-hospital.ts'
import { packPaper } from '../pack/model.ts'
import { closeCompiler, renderExcel, renderHtml, renderPdf } from '../render/index.ts'
import { updateRequestPaper } from './model.ts'
import type { UpdateRequestOptions } from './options.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const { items } = catalogue.reference
const weak = weakHospital(items)

function textOf(picture: Picture, options: UpdateRequestOptions = {}): string {
  return JSON.stringify(updateRequestPaper(inputOf(catalogue, picture), options).blocks)
}

async function pagesOf(picture: Picture, options: UpdateRequestOptions = {}) {
  const made = await renderPdf(updateRequestPaper(inputOf(catalogue, picture), options))
  if (made.kind === 'failed') throw new Error(made.message)
  expect(made.missing).toEqual([])
  const { pages } = await readPdf(made.bytes)
  return pages.map((page) => ({ ...page, text: page.text.replaceAll('\u200b', '') }))
}

test('the letter names device, room, model, serial number and both versions, says why it is urgent, and until when', () => {
  const text = textOf(weak, { response: 'resp:1' })
  for (const part of [
    '例システム株式会社 御中',
    '院長 手本 一郎',
    '弱点の更新のお願い',
    '"記"',
    '"以上"',
    '1. FortiGate-40F(CVE-2099-1001)',
    '保守用ゲート1\\n3階サーバ室',
    'Fortinet FortiGate-40F\\n製造番号 FGT40F000001',
    '"7.2.4"',
    '7.2.12 以上',
    '攻撃に使われている弱点で、外から届くかどうかを確かめられていないため、急いでいます。',
    '期日 令和8年12月4日(金)。',
    '総務課 見本 花子(みほん はなこ) 電話 000-000-0210',
    '契約書や名刺にある番号へお電話ください',
  ])
    expect(text).toContain(part)
})

test('where the records name no one version that closes all, the letter names the one that closes the most urgent, and says so', () => {
  const { fixedVersion: _, ...open } = response(1)
  const quiet = weakness(2, { fixedVersion: '7.2.5', automatable: 'no', impact: 'partial' })
  const { knownExploitedOn: __, ...calm } = quiet
  const two = hospitalWith(items, {
    assets: [gate(1, 'v:1')],
    matches: [weakness(1), calm],
    responses: [open],
    responseSteps: steps(open, { kind: 'told' }),
  })
  expect(textOf(two, { response: 'resp:1' })).toContain('7.2.12 以上(最も急ぐ弱点が直る版です。すべて直る版をご指定ください)')
  const { fixedVersion: ___, ...unnamed } = weakness(1)
  const none = hospitalWith(items, {
    assets: [gate(1, 'v:1')],
    matches: [unnamed],
    responses: [open],
    responseSteps: steps(open, { kind: 'told' }),
  })
  expect(textOf(none, { response: 'resp:1' })).toContain('版をご指定ください')
})

test('the form for the answer goes with it: what is taken on, effects, the day, and the reasons why not', () => {
  const text = textOf(weak, { response: 'resp:1', way: 'fax' })
  for (const part of [
    '引き受けます\\n確かめています',
    'なし\\nあり\\n確認中',
    '作業の\\n予定日',
    'ウ 更新で不具合が出るのが心配',
    'FAX 000-000-0001',
    'FAX送付状',
  ])
    expect(text).toContain(part)
  expect(textOf(weak, { response: 'resp:1', way: 'post' })).not.toContain('FAX送付状')
})

test('no vendor is shown a device of another', () => {
  const [own, other] = [textOf(weak, { vendor: 'v:1' }), textOf(weak, { vendor: 'v:2' })]
  expect([own.includes('保守用ゲート1'), own.includes('画像側ゲート'), own.includes('FGT40F000002')]).toEqual([true, false, false])
  expect([other.includes('画像側ゲート'), other.includes('保守用ゲート1'), other.includes('例システム')]).toEqual([true, false, false])
  const sheets = updateRequestPaper(inputOf(catalogue, weak)).worksheets ?? []
  expect(sheets.map(({ name }) => name)).toEqual(['例画像株式会社', '例システム株式会社'])
  expect(JSON.stringify(sheets[0])).not.toContain('保守用ゲート1')
})

test('what is proven or done is not asked for again, and who has nothing open gets no letter', () => {
  expect(textOf(weak, { vendor: 'v:1' })).not.toContain('予備ゲート')
  expect(textOf(weak, { response: 'resp:3' })).toBe('[]')
  expect(textOf(weak, { vendor: 'v:3' })).toBe('[]')
  expect(textOf(weak, { vendor: 'v:nowhere' })).toBe('[]')
  expect(textOf(weak, { response: 'resp:nowhere' })).toBe('[]')
})

test('what was done is asked for again once something is found after it', () => {
  const one = response(1)
  const doneOf = (foundOn: string) =>
    hospitalWith(items, {
      assets: [gate(1, 'v:1')],
      matches: [weakness(1, { foundOn: date(foundOn) })],
      responses: [one],
      responseSteps: steps(one, { kind: 'told', way: 'post' }, { kind: 'done' }),
    })
  expect(textOf(doneOf('2026-11-05'), { vendor: 'v:1' })).toBe('[]')
  expect(textOf(doneOf('2026-11-09'), { vendor: 'v:1' })).toContain('保守用ゲート1')
})

test('before anybody was asked, the letter holds what is due and the versions that nobody knows', () => {
  const unknown = weakness(7, {
    version: undefined as never,
    verdict: 'unknown',
    line: 'firmware:fortinet:fortigate-60f',
    name: 'FortiGate-60F',
  })
  const picture = hospitalWith(items, {
    assets: [gate(1, 'v:1'), gate(2, 'v:1', { name: '版のわからない箱', model: 'FortiGate-60F', firmware: undefined as never })],
    matches: [weakness(1), unknown],
  })
  const text = textOf(picture, { vendor: 'v:1' })
  expect(text).toContain('期日の令和8年11月8日(日)を過ぎていますので、できるだけ早くお願いします。')
  expect(text).toContain('この紙が届きましたら、できるだけ早くお願いします。')
})

test('a request that follows a warning says whose, and names what no feed knows', () => {
  const warning = {
    id: entityId<WarningId>('w:1'),
    from: 'association',
    issuer: '例県医師会',
    title: 'VPN装置の更新',
    action: '更新する',
    urgency: 'soon',
    receivedOn: date('2026-11-05'),
  }
  const { product: _, name: __, ...bare } = response(1, { title: '遠隔保守の箱の更新' })
  const picture = hospitalWith(items, { assets: [gate(1, 'v:1')], warnings: [warning], responses: [{ ...bare, warning: warning.id }] })
  expect(textOf(picture, { response: 'resp:1' })).toContain('例県医師会の注意喚起「VPN装置の更新」によるお願いです。')
})

test('where the facility decides on letters, the form of approval lists what is asked, and the letter carries its number', () => {
  const approval = {
    id: entityId<ApprovalId>('ok:1'),
    about: 'request' as const,
    title: '例システム株式会社への弱点の更新のお願い',
    vendor: entityId<VendorId>('v:1'),
    draftedOn: date('2026-11-19'),
    state: 'waiting' as const,
    documentNumber: '総第12号',
  }
  const picture = applied(weak, [{ kind: 'add', slice: 'approvals', record: approval }])
  expect(textOf(picture, { vendor: 'v:1' })).toContain('文書番号 総第12号')
  expect(textOf(picture, { vendor: 'v:2' })).not.toContain('総第12号')
  const form = JSON.stringify(approvalPaper(inputOf(catalogue, picture), { approval: 'ok:1' }).blocks)
  expect(form).toContain('例システム株式会社に、下記の機器の更新を文書でお願いしてよろしいか、伺います。')
  expect(form).toContain('保守用ゲート1')
  expect(form).not.toContain('画像側ゲート')
  expect(JSON.stringify(packPaper({ ...inputOf(catalogue, picture), copy: 'hand-over' }))).not.toContain('弱点の更新のお願い')
})

test('names that look like mark-up stay text on paper, on the screen and in the workbook', async () => {
  const name = '<img src=x onerror=1>#let "a" $x$ =1+1'
  const picture = hospitalWith(items, {
    assets: [gate(1, 'v:1', { name, room: '</table>' })],
    matches: [weakness(1)],
    responses: [response(1)],
  })
  const paper = updateRequestPaper(inputOf(catalogue, picture), { response: 'resp:1' })
  expect(renderHtml(paper)).not.toContain('<img')
  expect(renderHtml(paper)).toContain('&lt;img src=x onerror=1&gt;')
  expect((await renderExcel(paper)).length).toBeGreaterThan(1000)
  expect((await pagesOf(picture, { response: 'resp:1' }))[0]?.text.replace(/\s/g, '')).toContain('<imgsrc=xonerror=1>#let"a"$x$=1+1')
})

test('200 devices and long names go over the pages, each with its head, and no text leaves its column', async () => {
  const long = 'とても長い名前の機器で'.repeat(12)
  const assets = Array.from({ length: 200 }, (_, n) =>
    gate(n + 1, 'v:1', { name: n === 30 ? long : `病棟の保守用ゲート${n + 1}`, serial: `SERIAL-${'X'.repeat(40)}${n}` }),
  )
  const one = response(1, { assets: assets.map(({ id }): AssetId => id) })
  const picture = hospitalWith(items, {
    assets,
    matches: [weakness(1)],
    responses: [one],
    responseSteps: steps(one, { kind: 'told', way: 'post' }),
  })
  for (const way of ['post', 'fax'] as const) {
    const pages = await pagesOf(picture, { vendor: 'v:1', way })
    expect(pages.length).toBeGreaterThan(8)
    const all = pages.map((page) => page.text).join('')
    expect(all).toContain('1-200')
    const middle = pages[4]
    expect(middle?.text).toContain('型番・製造番号')
    expect(middle?.text).toContain('1. FortiGate-40F')
    for (const page of pages) for (const { text, right } of page.ends) expect([text, right < page.width - 30]).toEqual([text, true])
  }
})
