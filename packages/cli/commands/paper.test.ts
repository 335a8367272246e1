import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { paperAnswer, verifyAnswer } from '../answers.ts'
import { runCommand as run } from '../fixtures/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'mimamori-paper-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hospital = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))
const file = (name: string) => join(folder, name)

describe.each(['zip', 'pdf'])('a pack as %s', (format) => {
  test('is intact as it was made, the same from the same input, and changed after one byte', { timeout: 60_000 }, async () => {
    const path = file(`pack.${format}`)
    const made = await run('pack', hospital, '-o', path, '--json')
    expect([made.status, made.err]).toEqual([0, expect.stringMatching(/^(scans\/.*パスワードや鍵が1か所にありました。.*\n){4}$/)])
    const answer = paperAnswer.parse(JSON.parse(made.out))
    expect(answer.pages).toBeGreaterThan(12)
    const verified = await run('verify', path, '--json')
    expect([verified.status, verifyAnswer.parse(JSON.parse(verified.out))]).toMatchObject([
      0,
      { ok: true, intact: true, signatures: [], problems: [], checkNumber: answer.checkNumber },
    ])
    const again = await run('pack', hospital, '-o', file(`again.${format}`), '--json')
    expect(paperAnswer.parse(JSON.parse(again.out)).sha256).toBe(answer.sha256)
    if (format === 'zip') await expectPackedAgain(path)
    const bytes = readFileSync(path)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const changed = await run('verify', path, '--json')
    expect([changed.status, verifyAnswer.parse(JSON.parse(changed.out)).intact]).toEqual([1, false])
  })
})

/** The time of day of the last file, in the directory alone: another program wrote it, the files are the same. */
async function expectPackedAgain(path: string) {
  const bytes = readFileSync(path)
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 12
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file('packed-again.zip'), bytes)
  const verified = await run('verify', file('packed-again.zip'), '--json')
  expect([verified.status, verifyAnswer.parse(JSON.parse(verified.out))]).toMatchObject([0, { ok: true, intact: true, repacked: true }])
  expect((await run('verify', file('packed-again.zip'))).out).toContain('詰め直されています')
}

test('the map in the pack is the one that the map of the folder shows: what its scans tell is in it', { timeout: 60_000 }, async () => {
  expect((await run('network', hospital, '-o', file('map.svg'))).status).toBe(0)
  expect((await run('pack', hospital, '-o', file('mapped.html'))).status).toBe(0)
  const svg = readFileSync(file('map.svg'), 'utf8')
  const [, shown = ''] = /class="drawing"[^>]*base64,([^"]+)"/.exec(readFileSync(file('mapped.html'), 'utf8')) ?? []
  expect(svg).toContain('rtx-dokuei')
  expect(Buffer.from(shown, 'base64').toString()).toBe(svg)
})

test('a scan that cannot be read is told, and the pack is not taken for whole', { timeout: 60_000 }, async () => {
  const copy = file('unread')
  cpSync(hospital, copy, { recursive: true })
  writeFileSync(join(copy, 'scans', 'nmap.xml'), '<?xml version="1.0"?><html/>')
  const made = await run('pack', copy, '-o', file('unread.html'))
  expect([made.status, made.err]).toEqual([3, expect.stringContaining('nmap.xml')])
})

test('the copy to hand over holds no address, private number, note or weakness', { timeout: 60_000 }, async () => {
  await run('pack', hospital, '-o', file('full.html'))
  await run('pack', hospital, '-o', file('over.html'), '--copy', 'hand-over')
  const [full, over] = ['full.html', 'over.html'].map((name) => readFileSync(file(name), 'utf8'))
  expect(full).toContain('保守用IDの変更を計画中')
  expect(over).not.toContain('保守用IDの変更を計画中')
  expect(over).toContain('お渡しする控え')
})

test.each(['pdf', 'xlsx', 'html'])('the sheet to get ready for the inspection is made as %s', { timeout: 30_000 }, async (format) => {
  const made = await run('paper', hospital, '--kind', 'inspection', '-o', file(`inspection.${format}`), '--json')
  expect([made.status, made.err]).toEqual([0, ''])
  expect(paperAnswer.parse(JSON.parse(made.out)).bytes).toBeGreaterThan(1000)
})

test('a hand-over between two people of the folder is printed; one who is not there is bad input', { timeout: 30_000 }, async () => {
  const [from, to] = ['p:system', 'p:manager'] as const
  const path = file('handover.html')
  const made = await run('paper', hospital, '--kind', 'handover', '--from', from, '--to', to, '--on', '2027-04-01', '-o', path)
  expect([made.status, made.err]).toEqual([0, ''])
  expect(readFileSync(path, 'utf8')).toContain('令和9年4月1日(前の日までは2人とも使えます)')
  expect((await run('paper', hospital, '--kind', 'handover', '--from', 'person:nowhere', '-o', path)).status).toBe(3)
  expect((await run('paper', hospital, '--kind', 'handover', '--on', 'April', '-o', path)).status).toBe(2)
})

test.each([
  ['a format that the paper does not have', ['paper', hospital, '--kind', 'board', '-o', file('x.xlsx')]],
  ['a kind that does not exist', ['paper', hospital, '--kind', 'poster', '-o', file('x.pdf')]],
  ['no file named', ['pack', hospital]],
  ['a folder that is not there', ['pack', hospital, '-o', join(folder, 'no', 'where.pdf')]],
])('%s is wrong usage', { timeout: 30_000 }, async (_, argv) => {
  expect((await run(...argv)).status).toBe(2)
})

test.each([
  ['checklist', '--sheet', 'sh:nowhere'],
  ['vendor-request', '--sheet', 'sh:nowhere'],
  ['vendor-request', '--sheet', 'sh:2026.r7.own'],
  ['work-card', '--card', 'nowhere'],
])('a paper of a record that is not there is bad input and writes nothing: %s %s %s', async (kind, option, id) => {
  const path = file(`nobody-${kind}.html`)
  const { status, err } = await run('paper', hospital, '--kind', kind, option, id, '-o', path, '--json')
  expect([status, JSON.parse(err).error.code, existsSync(path)]).toEqual([3, 'paper/not-found', false])
})

test('a sheet named for a paper that is of none is wrong usage', async () => {
  expect((await run('pack', hospital, '--sheet', 'sh:2026.r7.own', '-o', file('none.html'))).status).toBe(2)
})

test('what is no pack is not intact', async () => {
  writeFileSync(file('letter.txt'), 'hello')
  expect((await run('verify', file('letter.txt'))).status).toBe(1)
})

test('lists for asking are made without a server; a notice or an approval that is not in the folder names what is there', async () => {
  const made = await run('paper', hospital, '--kind', 'asking-lists', '-o', file('lists.xlsx'), '--json')
  expect([made.status, made.err]).toEqual([0, ''])
  expect(paperAnswer.parse(JSON.parse(made.out)).kind).toBe('asking-lists')
  for (const [kind, option] of [
    ['vendor-notice', '--sheet'],
    ['approval', '--approval'],
  ] as const) {
    const refused = await run('paper', hospital, '--kind', kind, '-o', file(`${kind}.pdf`), option, 'x:none')
    expect(refused.status).toBe(3)
    expect(refused.err).toContain('x:none')
    expect(existsSync(file(`${kind}.pdf`))).toBe(false)
  }
})

describe('papers of weaknesses', () => {
  const asked = file('asked')
  cpSync(hospital, asked, { recursive: true })
  writeFileSync(
    join(asked, 'responses.csv'),
    'id,件名,製品名,機器,事業者,始めた日,期限,直った版\nresp:gate,読影用ゲートの更新,FortiGate-40F,d:gate-reading,v:rei-gazo,2026-11-10,2026-12-01,7.2.12\n',
  )
  writeFileSync(
    join(asked, 'response-steps.csv'),
    'id,対応,種類,書いた側,日付,書いた人,方法\nresp:gate.0001,resp:gate,知らせた,施設,2026-11-10,見本 花子,FAX\n',
  )

  test.each(['pdf', 'xlsx', 'html'])(
    'the request for updates is made as %s from the responses of a folder',
    { timeout: 60_000 },
    async (format) => {
      const path = file(`update.${format}`)
      const made = await run('paper', asked, '--kind', 'update-request', '--response', 'resp:gate', '-o', path, '--json')
      expect([made.status, made.err]).toEqual([0, ''])
      expect(paperAnswer.parse(JSON.parse(made.out)).kind).toBe('update-request')
    },
  )

  test('it is made for one vendor, too, and for nobody of whom nothing is open', { timeout: 60_000 }, async () => {
    const path = file('update-vendor.html')
    expect((await run('paper', asked, '--kind', 'update-request', '--vendor', 'v:rei-gazo', '--way', 'fax', '-o', path)).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('FAX送付状')
    expect(readFileSync(path, 'utf8')).toContain('7.2.12 以上')
    for (const options of [
      ['--vendor', 'v:nowhere'],
      ['--response', 'resp:nowhere'],
    ]) {
      const { status, err } = await run('paper', asked, '--kind', 'update-request', ...options, '-o', file('nobody.html'), '--json')
      expect([status, JSON.parse(err).error.code]).toEqual([3, 'paper/not-found'])
    }
    expect((await run('paper', hospital, '--kind', 'update-request', '-o', file('nobody.html'))).status).toBe(3)
    expect(existsSync(file('nobody.html'))).toBe(false)
  })

  test('the monthly report is of the month that is named; one that has not begun is wrong usage', { timeout: 60_000 }, async () => {
    const path = file('month.html')
    const ask = (...more: string[]) => run('paper', asked, '--kind', 'monthly-report', '-o', path, ...more)
    expect((await ask('--month', '2026-10')).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('令和8年10月の報告')
    expect((await ask()).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('令和8年11月の報告')
    for (const month of ['2026-12', '2026-13', 'x']) expect((await ask('--month', month)).status).toBe(2)
    expect((await run('paper', asked, '--kind', 'monthly-report', '-o', file('month.xlsx'))).status).toBe(0)
  })

  test('the pack of such a folder has the record', { timeout: 60_000 }, async () => {
    expect((await run('pack', asked, '-o', file('recorded.html'))).status).toBe(0)
    expect(readFileSync(file('recorded.html'), 'utf8')).toContain('脆弱性への対応の記録')
  })
})
