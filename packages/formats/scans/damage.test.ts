import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../errors.ts'
import { planted, type ScanFile, scanFiles } from '../fixtures/scans.ts'
import { readScan } from './open.ts'

const files = Object.keys(scanFiles) as ScanFile[] // keys are the files by type

/** A file with a piece taken out, doubled or overwritten, as a broken copy has it. */
const damagedFile = fc
  .record({
    file: fc.constantFrom(...files),
    from: fc.nat(3000),
    length: fc.nat(200),
    what: fc.constantFrom('cut', 'gap', 'twice', 'noise'),
    noise: fc.string({ maxLength: 20, unit: 'binary' }),
  })
  .map(({ file, from, length, what, noise }) => {
    const content: string = scanFiles[file]
    const at = from % content.length
    const [before, piece, after] = [content.slice(0, at), content.slice(at, at + length), content.slice(at + length)]
    if (what === 'cut') return { file, content: before }
    return { file, content: what === 'gap' ? before + after : before + piece + (what === 'twice' ? piece : noise) + after }
  })

function isRead(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'observations' in outcome
}

test('a damaged file of any format is read or refused with a sentence for the user, never with a fault of ours', async () => {
  await fc.assert(
    fc.asyncProperty(damagedFile, async ({ file, content }) => {
      const input = { name: file, bytes: Buffer.from(content) }
      const outcome = await readScan(input, { now: '2026-11-28T00:00:00Z' }).catch((error: unknown) => error)
      expect(outcome instanceof UserError || isRead(outcome)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a console record cut off or repeated anywhere shows no secret', async () => {
  const consoles = ['cisco.txt', 'yamaha.txt', 'fortigate.log', 'sir.txt', 'awplus.txt'] as const
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...consoles), fc.nat(80), fc.nat(80), async (file, first, count) => {
      const lines = scanFiles[file].split('\n')
      const part = lines.slice(first % lines.length, (first % lines.length) + count + 1)
      const content = ['# show arp', '192.0.2.1 00:00:5e:00:53:01 LAN1', '# show config', ...part, '', ...part].join('\n')
      const bare = ['192.0.2.1 00:00:5e:00:53:01', ' IP Address MAC Address', ...part].join('\n')
      for (const text of [content, bare]) {
        expect(JSON.stringify(await readScan({ name: 'a.txt', bytes: Buffer.from(text) }))).not.toContain(planted)
      }
    }),
    { numRuns: 150 },
  )
})
