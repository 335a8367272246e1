import { loadCatalogue } from '@mimamori/catalog'
import { emptySlices, entityId, type FacilityId, pictureOf } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { readChecklistFile } from './checklist-file/read.ts'
import { withFolder } from './fixtures/folder.ts'
import { readFolder } from './folder/read.ts'
import { proposeList } from './vendor-list/propose.ts'
import { mappingOf, readList } from './vendor-list/read.ts'

const { items } = loadCatalogue().reference
const nobody = pictureOf({ facility: entityId<FacilityId>('f:1'), revision: 0, slices: emptySlices() })
const long = '例'.repeat(201)

async function listOf(text: string) {
  const { lists } = await proposeList({ name: '取引先.csv', bytes: Buffer.from(text) })
  const [list] = lists
  if (!list) throw new Error('no list')
  return readList(list, mappingOf(list), nobody)
}

describe('text that cannot be kept is told with file, row and column, and the rest stays usable', () => {
  test('in a list of vendors', async () => {
    const read = await listOf(
      `会社名,電話,備考欄\n${long},00-1,\n例画像\u202e,00-2,\n例システム,${'0'.repeat(41)},${'あ'.repeat(2001)}\n見本商会,00-4,\u0007\n`,
    )
    expect(read.vendors.map(({ name, phone, extra }) => [name, phone, extra])).toEqual([
      ['例システム', undefined, undefined],
      ['見本商会', '00-4', undefined],
    ])
    expect(read.problems.map(({ code, place }) => [code, place])).toEqual([
      ['value/too-long', { file: '取引先.csv', row: 2, column: 'A' }],
      ['value/forbidden-letters', { file: '取引先.csv', row: 3, column: 'A' }],
      ['value/too-long', { file: '取引先.csv', row: 4, column: 'B' }],
      ['value/too-long', { file: '取引先.csv', row: 4, column: 'C' }],
      ['value/forbidden-letters', { file: '取引先.csv', row: 5, column: 'C' }],
    ])
  })

  test('a line break within a name, as Excel makes it, is a space', async () => {
    const read = await listOf('会社名,電話\n"例画像\r\n株式会社",00-1\n')
    expect([read.vendors.map(({ name }) => name), read.problems]).toEqual([['例画像 株式会社'], []])
  })

  test('in a checklist', async () => {
    const read = await readChecklistFile(
      { name: '回答.csv', bytes: Buffer.from(`令和7年度版 医療機関確認用\n番号,回答,備考\n1-①,○,${'あ'.repeat(2001)}\n`) },
      { items },
    )
    expect(read.answers.map(({ fields }) => fields)).toEqual([{ answer: 'yes' }])
    expect(read.problems.find(({ code }) => code === 'value/too-long')?.place).toEqual({ file: '回答.csv', row: 3, column: 'C' })
  })

  test('in a folder', async () => {
    const yaml = `facility:\n  name: みまもり診療所\n  phone: "${'0'.repeat(41)}"\nvendors:\n  - name: ${long}\n  - name: "例画像\\u0000"\n  - name: "例\\ud800"\n  - name: 例システム\n`
    const read = await withFolder({ 'facility.yaml': yaml }, (path) => readFolder(path))
    expect([read.picture.slices.facility[0]?.phone, read.picture.slices.vendors.map(({ name }) => name)]).toEqual([
      undefined,
      ['例システム'],
    ])
    const told = read.problems.filter(({ code }) => code.startsWith('value/') && code !== 'value/missing')
    expect(told.map(({ code, place }) => [code, place.row !== undefined])).toEqual([
      ['value/too-long', true],
      ['value/too-long', true],
      ['value/forbidden-letters', true],
      ['value/forbidden-letters', true],
    ])
  })
})
