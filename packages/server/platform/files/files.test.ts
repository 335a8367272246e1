import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { cleanFileName, downloadHeaders, evidenceTypes, readEvidence, sniffType, storeEvidence } from './index.ts'

const database = await throwAwayDatabase()
const ours = await addOrganisation(database)
const theirs = await addOrganisation(database)
const folder = await mkdtemp(join(tmpdir(), 'mimamori-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const store = { pool: database.pool, files: { folder, limitBytes: 100_000, accept: evidenceTypes } }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40)])
/** The beginning of a ZIP, some stored bytes, and the list of contents with these names. */
function zipAround(stored: Uint8Array, ...names: string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length)
    entry.write('PK\x01\x02', 'latin1')
    entry.writeUInt16LE(name.length, 28)
    entry.write(name, 46, 'latin1')
    return entry
  })
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt32LE(Buffer.concat(entries).length, 12)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), stored, ...entries, end])
}

const zip = (...names: string[]) => zipAround(Buffer.alloc(0), ...names)

async function* inPieces(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function keep(name: string, bytes: Uint8Array, scope = ours) {
  return storeEvidence(store, scope, { name, source: inPieces(bytes) })
}

async function filesOnDisk(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('evidence', () => {
  test('is kept under its hash and comes back byte for byte', async () => {
    const kept = await keep('設定画面.pdf', pdf)
    const { row, bytes } = await readEvidence(store, ours, kept.sha256)
    expect(bytes.equals(pdf)).toBe(true)
    expect(row).toMatchObject({ name: '設定画面.pdf', mediaType: 'application/pdf', bytes: pdf.length })
  })

  test('of another organisation is not found, even by one who knows its hash', async () => {
    const { sha256 } = await keep('a.pdf', pdf)
    await expect(readEvidence(store, theirs, sha256)).rejects.toMatchObject({ code: 'file/not-found' })
  })

  test('that was changed on the disk is not handed out', async () => {
    const { sha256 } = await keep('b.txt', Buffer.from('written once'))
    await writeFile(join(folder, ours.organisation, sha256.slice(0, 2), sha256), 'written twice')
    await expect(readEvidence(store, ours, sha256)).rejects.toMatchObject({ code: 'file/damaged' })
  })

  test('over the limit is refused while it comes in, and leaves nothing', async () => {
    const before = await filesOnDisk()
    await expect(keep('large.txt', Buffer.alloc(100_001, 'a'))).rejects.toMatchObject({ code: 'file/too-large' })
    expect(await filesOnDisk()).toEqual(before)
  })

  test('whose sender breaks off leaves nothing', async () => {
    const before = await filesOnDisk()
    async function* breaksOff() {
      yield pdf
      throw new Error('connection lost')
    }
    await expect(storeEvidence(store, ours, { name: 'c.pdf', source: breaksOff() })).rejects.toThrow('connection lost')
    expect(await filesOnDisk()).toEqual(before)
  })
})

describe('paths', () => {
  test.each(['../../../etc/passwd', '..', 'a'.repeat(63), `${'a'.repeat(64)}/..`, `../${'a'.repeat(64)}`, 'A'.repeat(64)])(
    '%s is no file of ours',
    async (sha256) => {
      await expect(readEvidence(store, ours, sha256)).rejects.toMatchObject({ code: 'file/not-found' })
    },
  )

  test('a name with folders is a name, and nothing lies outside the evidence folder', async () => {
    const kept = await keep('..\\..\\../../etc/cron.d/x.pdf', Buffer.concat([pdf, Buffer.from('2')]))
    expect(kept.name).toBe('x.pdf')
    for (const name of await filesOnDisk()) expect(name).toMatch(/^[0-9a-f]{64}$/)
  })

  test('an organisation that is no id makes no path', async () => {
    const { keepBytes } = await import('./disk.ts')
    await expect(keepBytes(store.files, { organisation: '../x', name: 'a.pdf', source: inPieces(pdf) })).rejects.toMatchObject({
      code: 'file/not-found',
    })
  })
})

describe('kinds of file', () => {
  test.each([
    ['a picture that calls itself a PDF', 'x.pdf', png, 'file/name-and-content-differ'],
    ['a PDF that calls itself a web page', 'x.html', pdf, 'file/name-and-content-differ'],
    ['a text that calls itself a script', 'x.ps1', Buffer.from('Get-Process'), 'file/name-and-content-differ'],
    ['a web page that calls itself a text', 'x.txt', Buffer.from('hello\n<script>alert(1)</script>'), 'file/web-page'],
    ['an SVG that calls itself a CSV', 'x.csv', Buffer.from('  <svg xmlns="http://www.w3.org/2000/svg">'), 'file/web-page'],
    ['a web page in UTF-16', 'x.txt', Buffer.from('\ufeff<html>', 'utf16le'), 'file/web-page'],
    ['a Windows program', 'x.pdf', Buffer.from('MZ\x90\0\x03', 'latin1'), 'file/program'],
    ['a Linux program', 'x.txt', Buffer.from('\x7fELF\x02', 'latin1'), 'file/program'],
    ['a shell script', 'x.txt', Buffer.from('#!/bin/sh\nrm -rf /'), 'file/program'],
    ['a workbook with macros', 'x.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), 'file/macro'],
    ['an old or locked workbook', 'x.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file/old-office'],
    ['a ZIP that calls itself a workbook', 'x.xlsx', zip('evil.exe'), 'file/unknown'],
    ['bytes without a meaning', 'x.txt', Buffer.from([1, 2, 3, 0, 4]), 'file/unknown'],
    ['nothing at all', 'x.txt', Buffer.alloc(0), 'file/empty'],
  ])('%s is refused', async (_what, name, bytes, code) => {
    await expect(keep(name, bytes)).rejects.toMatchObject({ code })
  })

  test.each([
    ['x.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['x.docx', zip('[Content_Types].xml', 'word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['x.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'image/jpeg'],
    ['台帳.csv', Buffer.from([0x8e, 0x91, 0x8e, 0x59, 0x2c, 0x31, 0x0d, 0x0a]), 'text/csv'],
    ['メモ.txt', Buffer.from('資産の数: 3 < 5'), 'text/plain'],
  ])('%s is taken for what it is', async (name, bytes, mediaType) => {
    expect(await keep(name, bytes)).toMatchObject({ mediaType })
  })

  test('a ZIP is known, though not taken as evidence', () => {
    expect(sniffType({ head: zip('facility.yaml'), tail: zip('facility.yaml') })).toEqual({ kind: 'type', mediaType: 'application/zip' })
    const workbook = zip('[Content_Types].xml', 'xl/workbook.xml')
    const around = zipAround(workbook, 'forms/facility.xlsx', 'pack.pdf')
    expect(sniffType({ head: around, tail: around })).toEqual({ kind: 'type', mediaType: 'application/zip' })
  })
})

test('names lose what could mislead', () => {
  expect(cleanFileName('invoice\u202Egpj.exe')).toBe('invoicegpj.exe')
  expect(cleanFileName('  ..\n')).toBe('file')
  expect([...cleanFileName(`${'長'.repeat(300)}.xlsx`)]).toHaveLength(150)
  expect(cleanFileName(`${'長'.repeat(300)}.xlsx`)).toMatch(/\.xlsx$/)
})

test('a download is saved, not shown', () => {
  const headers = downloadHeaders({ name: '証跡 "1".pdf', mediaType: 'application/pdf', bytes: 3 })
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') })
  expect(headers['content-disposition']).toBe(`attachment; filename="__ _1_.pdf"; filename*=UTF-8''%E8%A8%BC%E8%B7%A1%20%221%22.pdf`)
  expect(downloadHeaders({ name: 'a.csv', mediaType: 'text/csv' })['content-type']).toBe('application/octet-stream')
})
