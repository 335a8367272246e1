import type { AssetRow } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { fieldsOfMany } from './asset-fields.ts'
import { cellsIn, fieldsOfHead, type ManyField, pastedOnto, type Reading, writePasted } from './pasted.ts'

const words: Readonly<Record<string, string>> = {
  'register.room': '設置場所',
  'register.owner': '管理者',
  'register.nobody': '決まっていない',
  'register.supportEnd': 'サポート終了日',
}
const none = { kinds: [], systems: [], contracts: [], services: [], lines: [], vpns: [], assets: [], vendors: [] }
const people = [
  { id: 'p:1', name: '見本 花子' },
  { id: 'p:2', name: '同名 太郎' },
  { id: 'p:3', name: '同名 太郎' },
]
const reading: Reading = { t: (word) => words[word] ?? word, names: { ...none, people }, today: date('2026-11-20') }
const field = (name: ManyField['name']) => fieldsOfMany.find((one) => one.name === name)
const row = (id: string) => ({ id, version: 3, name: id, systems: [], unlisted: false, findings: 0, states: [] }) as unknown as AssetRow // as far as it is read

test('cells come as a table program copies them, with quotes, breaks and empty ones', () => {
  expect(cellsIn('3階\t見本 花子\r\n"2階\n奥"\t\r\n')).toEqual([
    ['3階', '見本 花子'],
    ['2階 奥', ''],
  ])
  expect(cellsIn('"名前は""仮""です"')).toEqual([['名前は"仮"です']])
})

test('a row of headings says what the columns are, and values are none', () => {
  expect(fieldsOfHead(['設 置場所', '備考'], reading)?.map((one) => one?.name)).toEqual(['room', undefined])
  expect(fieldsOfHead(['3階', '見本 花子'], reading)).toBeUndefined()
})

test('each marked device gets its own row, column by column; empty cells leave what is there and unknown names are not written', () => {
  const fields = [field('room'), field('owner'), field('supportEndsOn')]
  const cells = [
    ['3階', '見本花子', 'R9.10.14'],
    ['', '決まっていない', 'そのうち'],
    ['1階', '同名 太郎', ''],
  ]
  const pasted = pastedOnto([row('d:1'), row('d:2'), row('d:3'), row('d:4')], cells, { fields, reading })
  expect(pasted.map((one) => one.cells.map(({ read }) => read.kind))).toEqual([
    ['value', 'value', 'value'],
    ['empty', 'value', 'unknown'],
    ['value', 'unknown', 'empty'],
  ])
  expect(writePasted(pasted, fields).map(({ change, expected }) => [change, expected])).toEqual([
    [{ kind: 'set', slice: 'assets', id: 'd:1', fields: { room: '3階', owner: 'p:1', supportEndsOn: '2027-10-14' } }, 3],
    [{ kind: 'set', slice: 'assets', id: 'd:2', fields: { owner: 'none' } }, 3],
    [{ kind: 'set', slice: 'assets', id: 'd:3', fields: { room: '1階' } }, 3],
  ])
})

test('a single row of cells is for every marked device', () => {
  const fields = [field('room')]
  expect(writePasted(pastedOnto([row('d:1'), row('d:2')], [['3階']], { fields, reading }), fields)).toHaveLength(2)
})
