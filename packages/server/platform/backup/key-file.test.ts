import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keyFromFile, keyFromText } from './key-file.ts'
import { newRecoveryKey, printRecoveryKey } from './recovery-key.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-key-file-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const key = newRecoveryKey()
const printed = printRecoveryKey(key)
const slipped = printed.startsWith('A') ? `B${printed.slice(1)}` : `A${printed.slice(1)}`

function keyFile(name: string, text: string, mode = 0o600): string {
  const file = join(place, name)
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('a recovery key', () => {
  test('with a slip is told as misspelt, typed or in a file', async () => {
    expect(keyFromText(printed)).toEqual(key)
    for (const typed of [slipped, printed.slice(5), ''])
      expect(() => keyFromText(typed)).toThrow(expect.objectContaining({ code: 'backup/misspelt-key' }))
    const file = keyFile('slipped', slipped)
    await expect(keyFromFile(file, { create: true })).rejects.toMatchObject({ code: 'backup/misspelt-key' })
    expect(readFileSync(file, 'utf8')).toBe(slipped)
  })
})

describe('the file of a recovery key', () => {
  test('is made for its owner alone, once, and read again', async () => {
    const file = join(place, 'made')
    const made = await keyFromFile(file, { create: true })
    expect(made.isNew).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await keyFromFile(file, { create: true })).toEqual({ key: made.key, isNew: false })
  })

  test.each(['640', '604', '620'])('is refused with the rights %s, and read once others have none', async (rights) => {
    const file = keyFile(`open-${rights}`, printed, Number.parseInt(rights, 8))
    await expect(keyFromFile(file, { create: false })).rejects.toMatchObject({ code: 'backup/key-file-open' })
    chmodSync(file, 0o600)
    expect((await keyFromFile(file, { create: false })).key).toEqual(key)
  })
})
