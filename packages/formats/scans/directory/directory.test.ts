import { describe, expect, test } from 'vitest'
import { scanFile } from '../../fixtures/scans.ts'
import { readScan } from '../open.ts'

describe('an export of Active Directory', () => {
  test('as CSV names the computers with their ids and systems', async () => {
    const { format, observations } = await readScan(scanFile('ad-computers.csv'))
    expect(format).toBe('directory-csv')
    expect(observations).toEqual([
      {
        source: 'directory',
        file: 'ad-computers.csv',
        row: 2,
        directoryIds: ['S-1-5-21-1-2-3-1101', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
        names: ['karte01.example.jp', 'KARTE01'],
        os: 'Windows Server 2019 Standard 10.0 (17763)',
        kind: 'server',
        seenAt: '2026-11-01',
      },
    ])
  })

  test('as CSV gives of the users their ids and what a clean-up needs, and no name of a person', async () => {
    const read = await readScan(scanFile('ad-users.csv'))
    expect(read.accounts).toEqual([
      {
        file: 'ad-users.csv',
        row: 2,
        id: 'S-1-5-21-1-2-3-1201',
        enabled: false,
        lastLogonOn: '2025-08-18',
        passwordSetOn: '2024-01-17',
        passwordNeverExpires: true,
        administrator: true,
      },
    ])
    expect(read.skipped.map(({ row, reason }) => [row, reason])).toEqual([[3, 'no-id']])
    expect(JSON.stringify(read)).not.toMatch(/山田|鈴木|hyamada/)
  })

  test('by SharpHound gives computers, accounts and who administers the domain, and no name of a person', async () => {
    const [computers, users, groups] = [
      await readScan(scanFile('computers.json')),
      await readScan(scanFile('users.json')),
      await readScan(scanFile('groups.json')),
    ]
    expect([computers.format, users.format, groups.format]).toEqual(['sharphound', 'sharphound', 'sharphound'])
    expect(computers.observations).toMatchObject([
      {
        directoryIds: ['S-1-5-21-1-2-3-1101'],
        names: ['karte01.example.jp'],
        os: 'Windows 10 Pro',
        kind: 'pc',
        seenAt: '2026-10-26T07:33:20Z',
      },
    ])
    expect(users.accounts).toEqual([
      {
        file: 'users.json',
        row: 1,
        id: 'S-1-5-21-1-2-3-1201',
        enabled: false,
        lastLogonOn: '2026-10-26',
        passwordSetOn: '2023-11-14',
        passwordNeverExpires: true,
        administrator: true,
      },
    ])
    expect(groups.accounts).toEqual([{ file: 'groups.json', row: 1, id: 'S-1-5-21-1-2-3-1201', administrator: true }])
    expect(JSON.stringify([users, groups])).not.toMatch(/山田|yamada/i)
  })
})
