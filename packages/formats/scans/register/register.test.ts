import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { scanFile, scanFiles } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'
import { proposeRegister } from './propose.ts'

function csv(...rows: readonly string[]) {
  return { name: '台帳.csv', bytes: Buffer.from(`${rows.join('\n')}\n`) }
}

describe('a register of devices', () => {
  test('is read by its headings; signs for "none" are no addresses', async () => {
    const { format, observations } = await readScan(scanFile('register.csv'))
    expect(format).toBe('register')
    expect(observations).toMatchObject([
      {
        tags: ['K-1'],
        names: ['電子カルテサーバ'],
        kind: 'server',
        ips: ['192.0.2.110'],
        macs: ['00:00:5e:00:53:6e'],
        serials: ['SN0001'],
        room: 'サーバ室',
      },
      { tags: ['K-2'], kind: 'pc', macs: ['00:00:5e:00:53:6f', '00:00:5e:00:53:70'] },
      { tags: ['K-3'], kind: 'pc' },
    ])
    expect(observations[1]?.ips).toBeUndefined()
  })

  test('that lists a serial number or a MAC address twice says in which rows', async () => {
    const { problems } = await readScan(scanFile('register.csv'))
    const told = problems.filter((one) => one.code.startsWith('scan/same')).map((one) => [one.place.row, one.message.ja])
    expect(told).toEqual([
      [5, 'シリアル番号「SN0002」が4行にもあります。'],
      [5, 'MACアドレス「00:00:5e:00:53:6f」が4行にもあります。'],
    ])
  })

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${scanFiles['register.csv']}`, 'utf16le')],
    ['Shift_JIS', iconv.encode(scanFiles['register.csv'], 'cp932')],
  ])('in %s is the same register', async (_, bytes) => {
    const { observations } = await readScan({ name: 'register.csv', bytes })
    expect(observations).toEqual((await readScan(scanFile('register.csv'))).observations)
  })

  test('with headings over three rows is read', async () => {
    const { observations } = await readScan(
      csv(
        '管理番号,機器名,ネットワーク,,,備考',
        ',,有線,,無線,',
        ',,IPアドレス,MACアドレス,MACアドレス,',
        'K-1,受付PC,192.0.2.1,00:00:5e:00:53:01,00:00:5e:00:53:02,窓口',
      ),
    )
    expect(observations).toEqual([
      {
        source: 'register',
        file: '台帳.csv',
        row: 4,
        names: ['受付PC'],
        tags: ['K-1'],
        ips: ['192.0.2.1'],
        macs: ['00:00:5e:00:53:01', '00:00:5e:00:53:02'],
        note: '窓口',
      },
    ])
  })

  test.each([
    [
      'コンピューター名,IPアドレス,MACアドレス,OS,OSバージョン,メーカー名,モデル名,シリアルナンバー,最終通信日時,ログオンユーザー名',
      'PC-0001,192.0.2.5,00:00:5E:00:53:05,Windows 11 Pro,23H2,Example,EX-1,SN5,2026/11/01 08:00:00,山田花子',
    ],
    [
      'マシン名,IPアドレス,MACアドレス,OS名,OSビルド,メーカー,機種名,シリアルNo,最終稼働日時,使用者',
      'PC-0001,192.0.2.5,00:00:5E:00:53:05,Windows 11 Pro,23H2,Example,EX-1,SN5,2026/11/01 08:00:00,山田花子',
    ],
  ])('of an asset tool (%s) is read without the names of its users', async (...rows) => {
    const { observations } = await readScan(csv(...rows))
    expect(observations).toEqual([
      {
        source: 'register',
        file: '台帳.csv',
        row: 2,
        serials: ['SN5'],
        macs: ['00:00:5e:00:53:05'],
        ips: ['192.0.2.5'],
        names: ['PC-0001'],
        maker: 'Example',
        model: 'EX-1',
        os: 'Windows 11 Pro 23H2',
        seenAt: '2026-11-01',
      },
    ])
  })

  test('in Excel has its places merged over several devices', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('2階')
    sheet.addRows([['機器台帳'], ['資産番号', '機器名', '設置場所'], ['A1', 'モニタ1', 'ICU'], ['A2', 'モニタ2']])
    sheet.mergeCells('C3:C4')
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const { format, observations } = await readScan({ name: '台帳.xlsx', bytes })
    expect(format).toBe('register')
    expect(observations.map(({ tags, room }) => [tags?.[0], room])).toEqual([
      ['A1', 'ICU'],
      ['A2', 'ICU'],
    ])
  })

  test('remembers what a person said a heading means, and asks where it is not sure', async () => {
    const file = csv('管理番号,通称,接続先アドレス', 'K-1,受付,192.0.2.1')
    const { registers } = await proposeRegister(file)
    expect(registers[0]?.columns.map(({ heading, field, confidence }) => [heading, field, confidence])).toEqual([
      ['管理番号', 'tag', 1],
      ['通称', undefined, 0],
      ['接続先アドレス', 'ip', 0.6],
    ])
    const learnt = { 通称: 'name', 接続先アドレス: '' } as const
    expect((await readScan(file, { learnt })).observations).toEqual([
      { source: 'register', file: '台帳.csv', row: 2, names: ['受付'], tags: ['K-1'] },
    ])
  })
})
