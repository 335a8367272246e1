import { loadCatalogue } from '@mimamori/catalog'
import { type Contract, date, entityId, type PersonId, type TaskId, type VendorId, type WorkTask } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { plainOf } from '../paper/index.ts'
import { handoverPaper } from './model.ts'

const catalogue = loadCatalogue()
const items = catalogue.reference.items
const bare = hospital(items, { vendors: 9 })
const vendor = bare.slices.vendors[0]?.id ?? entityId<VendorId>('v:none')
const [leaving, coming] = [entityId<PersonId>('person:a'), entityId<PersonId>('person:b')]

function task(id: string, more: Partial<WorkTask>): WorkTask {
  return { id: entityId<TaskId>(id), title: id, createdOn: date('2026-10-01'), state: 'open', ...more }
}

const tasks: readonly WorkTask[] = [
  task('task:1', { title: 'ルーターの更新を頼む', owner: leaving, vendor, dueOn: date('2027-01-15') }),
  task('task:2', { title: '台帳を直す', owner: coming, state: 'doing' }),
  task('task:3', { title: '終わった仕事', owner: leaving, state: 'done' }),
  task('task:4', { title: 'ほかの人の仕事', owner: entityId<PersonId>('person:c') }),
]
const contracts: readonly Contract[] = [
  { ...(bare.slices.contracts[0] as Contract), id: entityId('c:1'), vendor, title: '電子カルテ保守', until: date('2027-03-31') }, // the fixture has one
  { ...(bare.slices.contracts[0] as Contract), id: entityId('c:2'), vendor, title: '画像保守', until: undefined as never }, // unknown end
]
const picture = { ...bare, slices: { ...bare.slices, tasks, contracts } }
const input = inputOf(catalogue, picture)
const textOf = (paper: ReturnType<typeof handoverPaper>) => JSON.stringify(paper.blocks)

const whole = handoverPaper(input, {
  predecessor: '前任 一郎',
  successor: '後任 次郎',
  movesOn: date('2027-04-01'),
  places: '金庫の鍵:総務課の引き出し\n復旧封筒:院長室の金庫',
  calls: '電子カルテが止まったら例システム',
  people: [leaving, coming],
})

function rowsOf(paper: ReturnType<typeof handoverPaper>, caption: string): readonly string[][] {
  const found = paper.blocks.find((block) => block.kind === 'table' && block.caption === caption)
  if (found?.kind !== 'table') return []
  return found.rows.flatMap((row) => (row.kind === 'row' ? [row.cells.map((cell) => plainOf(cell as string))] : []))
}

test('it names who, whom and the day, and until when both can work', () => {
  expect(textOf(whole)).toContain('令和9年4月1日(前の日までは2人とも使えます)')
  expect(textOf(whole)).toContain('前任 一郎')
})

test('open tasks of the two stand in it, done ones and those of others do not', () => {
  expect(rowsOf(whole, 'やること(開いているもの)').map(([title]) => title)).toEqual(['ルーターの更新を頼む', '台帳を直す'])
  expect(rowsOf(handoverPaper(input), 'やること(開いているもの)')).toHaveLength(3)
})

test('the vendor that owes an answer is named with how often it was asked', () => {
  expect(rowsOf(whole, '返事を待っているもの')).toHaveLength(1)
})

test('dates lie within twelve months, the earliest first: tasks, contracts, the end of the year', () => {
  const dates = rowsOf(whole, 'これから12か月の日付')
  const days = dates.map(([on]) => on)
  expect(dates).toContainEqual(['R9.1.15', 'やること:ルーターの更新を頼む'])
  expect(dates).toContainEqual(['R9.3.31', '保守契約の終わり:電子カルテ保守'])
  expect(dates).toContainEqual(['R9.3.31', '令和8年度の締め(2回目の確認まで)'])
  expect(days.indexOf('R9.1.15')).toBeLessThan(days.indexOf('R9.3.31'))
})

test('a contract whose end nobody knows is to be looked up', () => {
  const name = bare.slices.vendors[0]?.name ?? ''
  expect(rowsOf(whole, '更新のある契約').map((cells) => cells.slice(0, 3))).toEqual([
    ['電子カルテ保守', name, 'R9.3.31'],
    ['画像保守', name, '契約書で確かめる'],
  ])
})

test('places of keys are printed as typed, with the word that no secret belongs there; without them there is room to write', () => {
  expect(textOf(whole)).toContain('復旧封筒:院長室の金庫')
  expect(textOf(whole)).toContain('パスワードや番号そのものは書きません')
  expect(handoverPaper(input).blocks.filter((block) => block.kind === 'writing')).toHaveLength(2)
})

test('three boxes: predecessor, successor, witness', () => {
  expect(whole.blocks.find((block) => block.kind === 'seals')).toMatchObject({ boxes: ['前任', '後任', '確認者'] })
})
