import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packZip } from '../archive/pack-zip.ts'
import { fingerprintOf, type Signer } from '../archive/signer.ts'
import { readZip } from '../archive/zip-read.ts'
import { type ArchiveFile, writeZip } from '../archive/zip-write.ts'
import { boardPaper } from '../board/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { rawZip } from '../fixture/raw-zip.ts'
import { sha256 } from '../paper/check-number.ts'
import { closeCompiler, renderPdf } from '../render/index.ts'
import { describeProblem, type ProblemCode } from './report.ts'
import { verify } from './verify.ts'

const catalogue = loadCatalogue()
const evidence = Buffer.from('a register')
const time = { year: 2026, month: 11, day: 20, hour: 10, minute: 42 }

function aSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey: key, fingerprint: fingerprintOf(key), sign: (bytes) => sign(null, bytes, privateKey) }
}

const signer = aSigner()
const known = [{ fingerprint: signer.fingerprint, name: 'みまもり市立病院' }]
const given = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 1 }))
let signed: Uint8Array
let unsigned: Uint8Array
let pdf: Uint8Array
let files: readonly ArchiveFile[]
const folder = mkdtempSync(join(tmpdir(), 'verify-'))

beforeAll(async () => {
  signed = (await packZip(given, { signer })).bytes
  unsigned = (await packZip(given)).bytes
  const made = await renderPdf(boardPaper(given), { signer })
  if (made.kind !== 'made') throw new Error(made.message)
  pdf = made.bytes
  files = (await readZip(signed)).files
})

afterAll(() => {
  closeCompiler()
  rmSync(folder, { recursive: true })
})

async function codes(source: Uint8Array | string): Promise<readonly ProblemCode[]> {
  return (await verify(source, { known })).problems.map((one) => one.code)
}

async function rewritten(change: (files: readonly ArchiveFile[]) => readonly ArchiveFile[]): Promise<Uint8Array> {
  return await writeZip(change(files), time)
}

const text = (value: string) => Buffer.from(value)

test('a pack as it was made is intact, and apart from that it says who signed it', async () => {
  const report = await verify(signed, { known })
  expect(report).toMatchObject({ ok: true, intact: true, problems: [], repacked: false })
  expect(report.files.map((file) => file.path)).toEqual([
    'content.json',
    'forms/facility.xlsx',
    'forms/vendor-01.xlsx',
    'index.html',
    'pack.pdf',
  ])
  expect(report.signatures).toEqual([{ by: 'みまもり市立病院', fingerprint: signer.fingerprint, known: true, valid: true }])
})

test('an unknown key is valid or not, and never trusted', async () => {
  for (const source of [signed, pdf]) {
    const report = await verify(source, { known: [] })
    expect(report).toMatchObject({ ok: true, intact: true })
    expect(report.signatures).toEqual([{ fingerprint: signer.fingerprint, known: false, valid: true }])
  }
  const other = { ...signer, fingerprint: aSigner().fingerprint }
  const forged = (await packZip(given, { signer: other })).bytes
  expect((await verify(forged, { known: [{ fingerprint: other.fingerprint, name: '院長' }] })).signatures).toEqual([
    { fingerprint: other.fingerprint, known: false, valid: false },
  ])
})

test('a pack without a signature is intact and signed by nobody', async () => {
  expect(await verify(unsigned)).toMatchObject({ ok: true, intact: true, signatures: [], problems: [] })
})

test('a signature that was taken away or that is of another manifest is told', async () => {
  expect(await codes(await rewritten((all) => all.filter((file) => file.path !== 'manifest.sig.json')))).toEqual(['signature-missing'])
  const report = await verify(
    await rewritten((all) =>
      all.map((file) => (file.path === 'manifest.json' ? { ...file, bytes: Buffer.concat([file.bytes, text(' ')]) } : file)),
    ),
  )
  expect(report).toMatchObject({ ok: false, intact: false })
  expect(report.problems.map((one) => one.code)).toEqual(['manifest-changed', 'bad-signature'])
  expect(
    await codes(await rewritten((all) => all.map((file) => (file.path === 'manifest.sig.json' ? { ...file, bytes: text('{') } : file)))),
  ).toEqual(['bad-signature'])
})

test('changed, missing and added files are told by name', async () => {
  const changed = await verify(
    await rewritten((all) =>
      all.map((file) => (file.path === 'pack.pdf' ? { ...file, bytes: Buffer.concat([file.bytes, text('x')]) } : file)),
    ),
  )
  expect(changed.problems).toEqual([{ code: 'changed', path: 'pack.pdf' }])
  expect(changed).toMatchObject({ ok: false, intact: false })
  expect(changed.files.find((file) => !file.ok)?.path).toBe('pack.pdf')
  expect((await verify(await rewritten((all) => all.filter((file) => file.path !== 'forms/facility.xlsx')))).problems).toEqual([
    { code: 'missing', path: 'forms/facility.xlsx' },
  ])
  expect((await verify(await rewritten((all) => [...all, { path: 'forms/vendor-02.xlsx', bytes: text('x') }]))).problems).toEqual([
    { code: 'added', path: 'forms/vendor-02.xlsx' },
  ])
})

test('contents that are not those of the check number are told, even with a manifest to match', async () => {
  const forged = await rewritten((all) => {
    const content = text('{"kind":"pack"}')
    return all.map((file) => {
      if (file.path === 'content.json') return { ...file, bytes: content }
      if (file.path !== 'manifest.json') return file
      const manifest = JSON.parse(Buffer.from(file.bytes).toString())
      manifest.files = manifest.files.map((one: { path: string }) =>
        one.path === 'content.json' ? { path: one.path, bytes: content.length, sha256: sha256(content) } : one,
      )
      return { ...file, bytes: text(JSON.stringify(manifest)) }
    })
  })
  expect(await codes(forged)).toEqual(['check-number', 'manifest-changed', 'bad-signature'])
})

test('a PDF that was cut or has more behind it is told', async () => {
  for (const length of [0, 1, 100, pdf.length >> 1, pdf.length - 1, pdf.length - 7])
    expect((await verify(pdf.slice(0, length))).ok).toBe(false)
  expect(await codes(Buffer.concat([pdf, text('\n% more')]))).toEqual(['pdf-changed'])
  expect(await codes(Buffer.concat([pdf, pdf]))).toEqual(['bad-seal'])
})

test('the seal of a PDF may not be moved, doubled or put on another file', async () => {
  const file = Buffer.from(pdf)
  const from = file.indexOf('%MIMAMORI-SEAL')
  const to = file.indexOf('\n', from) + 1
  const line = file.subarray(from, to)
  const rest = Buffer.concat([file.subarray(0, from), file.subarray(to)])
  const at = rest.indexOf('\nendobj') + 1
  expect(await codes(Buffer.concat([rest.subarray(0, at), line, rest.subarray(at)]))).toEqual(['pdf-changed'])
  expect(await codes(Buffer.concat([file.subarray(0, to), line, file.subarray(to)]))).toEqual(['bad-seal'])
  expect(await codes(rest)).toEqual(['not-a-pack'])
})

test('a pack that was unpacked, or packed again by another program, is still intact', async () => {
  for (const file of files) {
    mkdirSync(dirname(join(folder, 'pack', file.path)), { recursive: true })
    writeFileSync(join(folder, 'pack', file.path), file.bytes)
  }
  expect(await verify(join(folder, 'pack'), { known })).toMatchObject({ ok: true, intact: true, problems: [] })
  const again = await writeZip(
    files.map((file) => ({ ...file, path: `pack/${file.path}` })),
    { ...time, year: 2027 },
    { packed: true },
  )
  expect(await verify(again, { known })).toMatchObject({ ok: true, intact: true, repacked: true })
  writeFileSync(join(folder, 'pack.zip'), signed)
  expect(await verify(join(folder, 'pack.zip'), { known })).toMatchObject({ ok: true, repacked: false })
  symlinkSync('/etc/passwd', join(folder, 'pack', 'forms', 'link.xlsx'))
  expect(await codes(join(folder, 'pack'))).toEqual(['added'])
  expect(await codes(join(folder, 'nowhere'))).toEqual(['unreadable'])
})

test.each(['../evil', '/etc/passwd', 'C:\\evil', 'a\\..\\b', 'a/../../b', 'con:', 'a\u202Efdp.exe', 'x/./y', 'trailing. '])(
  'a file named %j is told and never read',
  async (name) => {
    const report = await verify(
      rawZip([{ name, data: text('x') }, ...files.map((file) => ({ name: file.path, data: Buffer.from(file.bytes) }))]),
    )
    expect(report.problems.map((one) => one.code)).toContain('bad-name')
    expect(report).toMatchObject({ ok: false, intact: false })
  },
)

test('two files of one name, also where only capitals differ, and links are told', async () => {
  const all = files.map((file) => ({ name: file.path, data: Buffer.from(file.bytes) }))
  expect(await codes(rawZip([...all, { name: 'pack.pdf', data: text('x') }]))).toContain('duplicate-name')
  expect(await codes(rawZip([...all, { name: 'PACK.PDF', data: text('x') }]))).toContain('duplicate-name')
  expect(await codes(rawZip([...all, { name: 'link', data: text('/etc/passwd'), mode: 0o120777 }]))).toContain('bad-name')
  expect(await codes(rawZip([...all, { name: Buffer.from([0x83, 0x41]), data: text('x') }]))).toContain('bad-name')
})

test('a ZIP that would unpack to far more than it weighs is left alone', async () => {
  const bomb = rawZip([{ name: 'bomb', data: Buffer.alloc(64 * 1024 * 1024), packed: true }])
  expect(bomb.length).toBeLessThan(100_000)
  expect(await codes(bomb)).toEqual(['too-large'])
  const liar = rawZip([{ name: 'bomb', data: Buffer.alloc(8 * 1024 * 1024), packed: true, claims: 10 }])
  expect((await verify(liar)).ok).toBe(false)
  expect(await verify(signed, { limits: { files: 3, bytes: 1e9, ratio: 200 } })).toMatchObject({
    ok: false,
    problems: [{ code: 'too-large' }],
  })
  expect(await verify(signed, { limits: { files: 1000, bytes: 1000, ratio: 200 } })).toMatchObject({ ok: false })
})

test('a cut ZIP, an empty one, one without a manifest and one with a broken manifest are told apart', async () => {
  expect(await codes(signed.slice(0, signed.length - 30))).toEqual(['cut'])
  expect(await codes(rawZip([]))).toEqual(['no-manifest'])
  expect(await codes(rawZip([{ name: 'a.txt', data: text('x') }]))).toEqual(['no-manifest'])
  for (const broken of ['', '{', '[]', '{"format":"mimamori-pack/2"}', '{"format":"mimamori-pack/1","files":[{}]}']) {
    expect(await codes(rawZip([{ name: 'manifest.json', data: text(broken) }]))).toEqual(['bad-manifest'])
  }
})

test('garbage is told and throws nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004', '%PDF-\n%MIMAMORI-SEAL {}\n'),
      async (bytes, start) => {
        expect((await verify(Buffer.concat([text(start), bytes]))).ok).toBe(false)
      },
    ),
  )
})

test('every problem has a sentence in both languages', () => {
  for (const lang of ['ja', 'en'] as const) expect(describeProblem({ code: 'changed', path: 'pack.pdf' }, lang)).toContain('pack.pdf')
})

test('the same input gives the same ZIP, and evidence goes in only where its bytes are the ones of the index', async () => {
  expect(Buffer.from((await packZip(given, { signer })).bytes).equals(signed)).toBe(true)
  const withFile = inputOf(catalogue, {
    ...given.picture,
    slices: {
      ...given.picture.slices,
      evidence: given.picture.slices.evidence.map((one, n) =>
        n === 0 ? { ...one, sha256: sha256(evidence), mediaType: 'text/csv' } : one,
      ),
    },
  })
  const zip = await packZip(withFile, {
    evidence: new Map([
      [sha256(evidence), evidence],
      ['b0'.padEnd(64, '4'), evidence],
    ]),
  })
  const inside = (await readZip(zip.bytes)).files.map((file) => file.path)
  expect(inside).toContain(`evidence/002-${sha256(evidence).slice(0, 12)}.csv`)
  expect(zip.withoutFile).toEqual([3])
  expect(inside.every((path) => /^[\x20-\x7e]{1,119}$/.test(path))).toBe(true)
  expect(await verify(zip.bytes)).toMatchObject({ ok: true })
})
