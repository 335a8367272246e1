import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decrypt, encrypt } from './cipher.ts'
import { newRecoveryKey, printRecoveryKey, readRecoveryKey } from './recovery-key.ts'

const key = newRecoveryKey()

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (plain: Uint8Array) => all(encrypt(Readable.from([plain]), key))
const opened = (bytes: Uint8Array, with_ = key) => all(decrypt(Readable.from([bytes]), with_))

describe('a recovery key', () => {
  test('is printed in nine groups of four and read back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const printed = printRecoveryKey(Buffer.from(bytes))
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readRecoveryKey(printed)).toEqual(Buffer.from(bytes))
      }),
    )
  })

  test('may be typed in small letters, with spaces, in full width and with O for 0', () => {
    const zeros = Buffer.alloc(20)
    const printed = printRecoveryKey(zeros)
    expect(readRecoveryKey(printed.toLowerCase().replaceAll('-', ' '))).toEqual(zeros)
    expect(readRecoveryKey(printed.replaceAll('0', 'o').replaceAll('-', ' '))).toEqual(zeros)
    expect(readRecoveryKey(printed.replaceAll('0', 'O').replaceAll('-', ''))).toEqual(zeros)
  })

  test('with one wrong or missing character is told from a right one', () => {
    const printed = printRecoveryKey(key)
    const swapped = printed[0] === 'A' ? `B${printed.slice(1)}` : `A${printed.slice(1)}`
    expect(readRecoveryKey(swapped)).toBeUndefined()
    expect(readRecoveryKey(printed.slice(0, -1))).toBeUndefined()
    expect(readRecoveryKey('')).toBeUndefined()
  })
})

describe('an encrypted file', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes opens with its key', async (size) => {
    const plain = Buffer.alloc(size, 7)
    expect((await opened(await sealed(plain))).equals(plain)).toBe(true)
  })

  test('shows nothing of what is in it, and is another each time', async () => {
    const plain = Buffer.from('患者ではなく施設の名前')
    const [one, two] = [await sealed(plain), await sealed(plain)]
    expect(one.includes(plain)).toBe(false)
    expect(one.equals(two)).toBe(false)
  })

  test('does not open with another key, and says that it is the key', async () => {
    await expect(opened(await sealed(Buffer.from('x')), newRecoveryKey())).rejects.toMatchObject({ code: 'backup/wrong-key' })
  })

  test('with any bit changed is refused', async () => {
    const whole = await sealed(Buffer.alloc(70_000, 1))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        await expect(opened(changed)).rejects.toMatchObject({ code: expect.stringMatching(/^backup\//) })
      }),
      { numRuns: 200 },
    )
  })

  test('cut off anywhere is refused', async () => {
    const whole = await sealed(Buffer.alloc(140_000, 1))
    const ends = [...Array(40).keys()].map((at) => Math.floor((whole.length * at) / 40))
    for (const end of [...ends, whole.length - 1])
      await expect(opened(whole.subarray(0, end))).rejects.toMatchObject({ code: expect.stringMatching(/^backup\//) })
  })

  test('cut off exactly behind a chunk is refused, and so are chunks in another order or one more', async () => {
    const whole = await sealed(Buffer.alloc(65_536 * 3, 1))
    const head = 18 + 32 + 16
    const chunk = 4 + 65_536 + 16
    const [first, second, third] = [0, 1, 2].map((at) => whole.subarray(head + at * chunk, head + (at + 1) * chunk))
    const start = whole.subarray(0, head)
    const put = (...parts: (Buffer | undefined)[]) => opened(Buffer.concat([start, ...parts.map((part) => part ?? Buffer.alloc(0))]))
    await expect(put(first, second)).rejects.toMatchObject({ code: 'backup/truncated' })
    await expect(put(second, first, third)).rejects.toMatchObject({ code: 'backup/damaged' })
    await expect(put(first, second, third, third)).rejects.toMatchObject({ code: 'backup/damaged' })
    await expect(put(first, second, third)).resolves.toHaveLength(65_536 * 3)
  })

  test('of another program is named as such', async () => {
    await expect(opened(Buffer.from('PK\u0003\u0004 and so on, long enough to be a head of this kind of file'))).rejects.toMatchObject({
      code: 'backup/not-a-backup',
    })
  })
})
