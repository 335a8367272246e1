import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readFolder } from './read.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-links-'))
afterAll(() => rmSync(place, { recursive: true }))

test('a link in a facility folder is not followed out of it', async () => {
  const secret = join(place, 'secret.txt')
  writeFileSync(secret, 'not of this folder')
  const sha256 = createHash('sha256').update(readFileSync(secret)).digest('hex')
  const folder = join(place, 'hospital')
  cpSync(fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url)), folder, { recursive: true })
  symlinkSync(secret, join(folder, 'evidence', `${sha256}.txt`))
  rmSync(join(folder, 'requests.csv'))
  symlinkSync(secret, join(folder, 'requests.csv'))
  const { evidence, picture } = await readFolder(folder)
  expect([...evidence.keys()]).not.toContain(sha256)
  expect(picture.slices.requests).toEqual([])
})

test('a facility.yaml that is a link is no facility.yaml', async () => {
  const folder = mkdtempSync(join(place, 'linked-'))
  symlinkSync(fileURLToPath(new URL('../../../examples/clinic-1vendor/facility.yaml', import.meta.url)), join(folder, 'facility.yaml'))
  await expect(readFolder(folder)).rejects.toMatchObject({ code: 'folder/no-facility-file' })
})
