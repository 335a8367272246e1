import { generateKeyPairSync, sign } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { loadCatalogue } from '@mimamori/catalog'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signaturesBytes } from '../archive/manifest.ts'
import { packZip } from '../archive/pack-zip.ts'
import { fingerprintOf, type Signer, signatureOf } from '../archive/signer.ts'
import { readZip } from '../archive/zip-read.ts'
import { type ArchiveFile, writeZip } from '../archive/zip-write.ts'
import { boardPaper } from '../board/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { extraField, type RawEntry, rawZip } from '../fixture/raw-zip.ts'
import { closeCompiler, renderPdf } from '../render/index.ts'
import type { ProblemCode } from './report.ts'
import { verify } from './verify.ts'

const catalogue = loadCatalogue()
const time = { year: 2026, month: 11, day: 20, hour: 10, minute: 42 }
const given = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 1 }))
const text = (value: string) => Buffer.from(value)

function aSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey: key, fingerprint: fingerprintOf(key), sign: (bytes) => sign(null, bytes, privateKey) }
}

const signer = aSigner()
let zips: readonly Uint8Array[]
let pdfs: readonly Uint8Array[]
let files: readonly ArchiveFile[]
let entries: readonly RawEntry[]

async function pdfOf(options: { signer?: Signer }): Promise<Uint8Array> {
  const made = await renderPdf(boardPaper(given), options)
  if (made.kind !== 'made') throw new Error(made.message)
  return made.bytes
}

beforeAll(async () => {
  zips = [(await packZip(given, { signer })).bytes, (await packZip(given)).bytes]
  pdfs = [await pdfOf({ signer }), await pdfOf({})]
  files = (await readZip(zips[0] ?? new Uint8Array())).files
  entries = files.map((file) => ({ name: file.path, data: Buffer.from(file.bytes) }))
})

afterAll(closeCompiler)

async function codes(source: Uint8Array): Promise<readonly ProblemCode[]> {
  return (await verify(source)).problems.map((one) => one.code)
}

/** The archive with something added to its second entry. */
function withSecond(more: Partial<RawEntry>): Buffer {
  return rawZip(entries.map((entry, n) => (n === 1 ? { ...entry, ...more } : entry)))
}

test('an archive that another program packed is told as packed again, with its files as they were', async () => {
  for (const packed of [false, true]) {
    const again = rawZip(entries.map((entry) => ({ ...entry, packed, extra: extraField(0x5455, text('\u0003\u0000\u0000\u0000\u0000')) })))
    expect(await verify(again)).toMatchObject({ ok: true, intact: true, repacked: true, problems: [] })
  }
  for (const zip of zips) expect(await verify(zip)).toMatchObject({ ok: true, intact: true, repacked: false })
  const withFolder = rawZip([{ name: 'forms/', data: text('') }, ...entries])
  expect(await verify(withFolder)).toMatchObject({ ok: true, repacked: true })
})

test.each<[string, () => Buffer]>([
  [
    'a prefix that itself begins like a ZIP',
    () => rawZip(entries, { prefix: rawZip([{ name: 'a', data: text('hidden') }]).subarray(0, 37) }),
  ],
  ['data between two files', () => withSecond({ gap: text('hidden') })],
  ['a comment', () => rawZip(entries, { comment: 'hidden' })],
  ['a remark on a file', () => withSecond({ remark: 'hidden' })],
  ['an extra field that no packing program writes', () => withSecond({ extra: extraField(0x4242, text('hidden')) })],
  [
    'an extra field that gives another name',
    () => withSecond({ extra: extraField(0x7075, text('\u0001\u0000\u0000\u0000\u0000other.pdf')) }),
  ],
  ['another name before the data than in the directory', () => withSecond({ localName: 'forms/facility.xlsm' })],
  ['bytes behind packed data', () => withSecond({ packed: true, behind: text('hidden') })],
  ['data of a folder', () => rawZip([...entries, { name: 'forms/', data: text('hidden') }])],
])('a ZIP with %s is not intact', async (_, made) => {
  const report = await verify(made())
  expect(report).toMatchObject({ ok: false, intact: false })
  expect(report.problems.map((one) => one.code)).toContain('zip-wrapping')
})

test('a ZIP behind other bytes is no pack, and one that has the mark of a PDF in it is still read as a ZIP', async () => {
  expect(await codes(rawZip(entries, { prefix: text('#!/bin/sh\n') }))).toEqual(['not-a-pack'])
  const named = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 1, facility: { name: '%PDF-1.7' } }))
  expect(await verify((await packZip(named)).bytes)).toMatchObject({ ok: true, repacked: false })
})

test.each<[string, (text: string) => string]>([
  ['a key that does not belong there', (manifest) => manifest.replace('{', '{"note":"hidden",')],
  ['another name of the facility', (manifest) => manifest.replace('みまもり市立病院', 'よその病院')],
  ['another time of making', (manifest) => manifest.replace('2026-11-20T01:42', '2025-11-20T01:42')],
  ['spaces', (manifest) => `${manifest} `],
  ['a key of a file that does not belong there', (manifest) => manifest.replace('"path":', '"as": 1, "path":')],
])('a manifest with %s is told even where nobody signed it', async (_, change) => {
  const unsigned = (await readZip(zips[1] ?? new Uint8Array())).files
  const changed = unsigned.map((file) =>
    file.path === 'manifest.json' ? { ...file, bytes: text(change(Buffer.from(file.bytes).toString())) } : file,
  )
  const report = await verify(await writeZip(changed, time))
  expect(report.intact).toBe(false)
  expect(report.problems.map((one) => one.code)).toContain('manifest-changed')
})

test.each<[string, (text: string) => string, ProblemCode]>([
  ['a key that does not belong there', (stored) => stored.replace('{', '{"note":"hidden",'), 'bad-signature'],
  ['spaces', (stored) => ` ${stored}`, 'bad-signature'],
  ['a signature with letters that do not count', (stored) => stored.replace('"signature": "', '"signature": "!'), 'bad-signature'],
])('signatures with %s are told', async (_, change, code) => {
  const changed = files.map((file) =>
    file.path === 'manifest.sig.json' ? { ...file, bytes: text(change(Buffer.from(file.bytes).toString())) } : file,
  )
  expect(await codes(await writeZip(changed, time))).toContain(code)
})

test('a signature by somebody who did not make the pack is told', async () => {
  const manifest = files.find((file) => file.path === 'manifest.json')?.bytes ?? new Uint8Array()
  const both = signaturesBytes([await signatureOf(manifest, signer), await signatureOf(manifest, aSigner())])
  const changed = files.map((file) => (file.path === 'manifest.sig.json' ? { ...file, bytes: both } : file))
  expect(await codes(await writeZip(changed, time))).toEqual(['signature-added'])
})

test.each<[string, (line: string) => string]>([
  ['a key that does not belong there', (line) => line.replace('{"seal":{', '{"seal":{"a":"hidden",')],
  ['a key beside the seal', (line) => line.replace('{"seal":', '{"note":"hidden","seal":')],
  ['spaces', (line) => `${line} `],
  ['a key twice', (line) => line.replace('{"seal":{', '{"seal":{"bytes":1,')],
])('the seal of a PDF with %s is told', async (_, change) => {
  for (const pdf of pdfs) {
    const file = Buffer.from(pdf)
    const from = file.indexOf('%MIMAMORI-SEAL')
    const to = file.indexOf('\n', from)
    const line = file.subarray(from, to).toString()
    expect(await codes(Buffer.concat([file.subarray(0, from), text(change(line)), file.subarray(to)]))).toEqual(['bad-seal'])
  }
})

test('the whole hash of the contents counts in the seal of a PDF that nobody signed, not only the part of the check number', async () => {
  const file = Buffer.from(pdfs[1] ?? [])
  const at = file.indexOf('"contentSha256":"') + '"contentSha256":"'.length + 63
  file[at] = file[at] === 0x61 ? 0x62 : 0x61
  expect((await verify(file)).intact).toBe(false)
})

interface Tampering {
  /** Bytes to put in; a byte is changed in its place where there are none. */
  readonly bytes: Uint8Array
  readonly bits: number
  readonly share: number
  /** Half of the changes fall on the last bytes, where directories and seals stand. */
  readonly isAtEnd: boolean
}

const tampering: fc.Arbitrary<Tampering> = fc.record({
  bytes: fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ minLength: 1, maxLength: 40 })),
  bits: fc.integer({ min: 1, max: 255 }),
  share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  isAtEnd: fc.boolean(),
})
const endLength = 1500

function tampered(file: Uint8Array, { bytes, bits, share, isAtEnd }: Tampering): Uint8Array {
  const from = isAtEnd ? Math.max(0, file.length - endLength) : 0
  const at = from + Math.floor(share * (file.length - from))
  if (bytes.length > 0) return Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)])
  const copy = file.slice()
  copy[at] = (copy[at] ?? 0) ^ bits
  return copy
}

test('whatever bytes change or come into a ZIP, it is not intact, or it is told that it was packed again and its files are the same', async () => {
  for (const zip of zips) {
    const before = (await verify(zip)).files
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        const report = await verify(tampered(zip, change))
        expect(!report.ok || (report.repacked === true && isDeepStrictEqual(report.files, before))).toBe(true)
      }),
      { numRuns: 75 },
    )
  }
})

test('whatever bytes change or come into a PDF, it is told', async () => {
  for (const pdf of pdfs) {
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        expect((await verify(tampered(pdf, change))).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
  }
})
