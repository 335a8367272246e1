import { loadCatalogue } from '@mimamori/catalog'
import { date, isEntityId } from '@mimamori/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChecklistFile } from './checklist-file/read.ts'
import { UserError } from './errors.ts'
import { withFolder } from './fixtures/folder.ts'
import { readFolder } from './folder/read.ts'
import { proposeList } from './vendor-list/propose.ts'

const { items } = loadCatalogue().reference
const cell = fc.oneof(
  fc.constantFrom(
    '番号',
    '回答',
    '確認日',
    '会社名',
    '契約名',
    '2-⑤',
    '1-①',
    '9-⑨',
    '○',
    '×',
    'はい・いいえ',
    'R8.13.1',
    '8/11/20',
    '令和8年11月20日',
    '令和7年度版 医療機関確認用',
    '事業者',
    '年度',
    '<b>',
    '=1+1',
    '版:r9',
    '見守り 確認用シート',
    '99',
    '',
    'ID',
    '2 管理',
    '追加:番号',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const tables = fc
  .array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
  .map((rows) => rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n'))
const bytes = fc.oneof(
  tables.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((list) => Buffer.from(list)),
)
const yamls = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'facility:',
        '  name: x',
        '  beds: 多い',
        'vendors:',
        '- name: 例',
        '  - name: 例',
        '  id: ..',
        '- ',
        '[',
        '{',
        '&a',
        '*a',
        'format: 1',
        '名前: "',
        '\t',
        'extra:',
        '  fields: {a: {row: x}}',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((lines) => `${lines.join('\n')}\n`)

/** Either a result, or an error that a person can act on: anything else is a fault of ours. */
async function isAnswered(read: Promise<unknown>): Promise<boolean> {
  return read.then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError) return true
      throw error
    },
  )
}

describe('whatever is in a file', () => {
  test('a checklist gives a result or an error to act on', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => isAnswered(readChecklistFile({ name: '回答.csv', bytes: content }, { items }))),
      { numRuns: 300 },
    )
  })

  test('a list of vendors gives a proposal or an error to act on', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => isAnswered(proposeList({ name: '一覧.csv', bytes: content }))),
      { numRuns: 200 },
    )
  })

  test('a folder gives a picture whose references all lead somewhere, or an error to act on', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(yamls, tables, async (yaml, table) => {
        const files = {
          'facility.yaml': `facility:\n  name: みまもり診療所\n${yaml}`,
          'checklist/facility.csv': table,
          'requests.csv': table,
        }
        await isAnswered(
          withFolder(files, async (path) => {
            const { picture } = await readFolder(path, { asOf: date('2026-11-20') })
            const sheets = new Set(picture.slices.sheets.map((sheet) => sheet.id))
            expect(picture.slices.answers.every((answer) => sheets.has(answer.sheet) && isEntityId(answer.id))).toBe(true)
          }),
        )
      }),
      { numRuns: 150 },
    )
  })
})
