import { routes } from '@mimamori/contract'
import { type Change, date, entityId, type InspectionId, notePoint } from '@mimamori/domain'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
const params = { facility }
const inspection = entityId<InspectionId>('visit:2026-11-20')

const store = (changes: readonly Change[]) => owner.ask(routes.change, { params, body: { changes: changes.map((change) => ({ change })) } })

function promised(order: number, text: string): readonly Change[] {
  const point = { inspection, order, kind: 'promise' as const, text, dueOn: date('2026-12-18') }
  const ids = { id: entityId<never>(`point:${order}`), task: entityId<never>(`task:${order}`), today: date('2026-11-20') }
  return notePoint(point, ids)
}

describe('the record of a day of inspection', () => {
  test('holds what was asked and promised in the order of the day, and the promise is work with its day', async () => {
    await store([
      { kind: 'add', slice: 'inspections', record: { id: inspection, on: date('2026-11-20'), inspectors: '例県保健所 見立 二郎' } },
    ])
    await store(promised(2, '運用管理規程の写し'))
    const question = {
      id: entityId<never>('point:1'),
      inspection,
      order: 1,
      kind: 'question' as const,
      text: '更新の頻度は',
      answer: '月1回',
    }
    await store([{ kind: 'add', slice: 'inspectionPoints', record: question }])
    const view = await owner.ask(routes.inspection, { params })
    expect(view.inspections.map(({ record }) => record.on)).toEqual(['2026-11-20'])
    expect(view.points.map(({ record }) => record.text)).toEqual(['更新の頻度は', '運用管理規程の写し'])
    expect(view.tasks.map(({ record }) => record)).toEqual([
      { id: 'task:2', title: '運用管理規程の写し', createdOn: '2026-11-20', dueOn: '2026-12-18', state: 'open' },
    ])
  })

  test('is printed, as is the draft of the report, and both are offered only once there is a day', async () => {
    const kinds = async (of: string) => (await owner.ask(routes.papers, { params: { facility: of } })).papers.map(({ kind }) => kind)
    const empty = await owner.ask(routes.createFacility, { body: { name: 'みまもり第二診療所' } })
    expect(await kinds(empty.facility)).not.toContain('visit-record')
    expect(await kinds(facility)).toEqual(expect.arrayContaining(['visit-record', 'improvement-report']))
    for (const kind of ['visit-record', 'improvement-report']) {
      const made = await owner.download(routes.makePaper, { params: { facility, kind }, query: { format: 'html', id: inspection } })
      expect(made.bytes.toString()).toContain('運用管理規程の写し')
    }
    const other = { params: { facility, kind: 'visit-record' }, query: { format: 'html' as const, id: 'visit:1999-01-01' } }
    expect(await owner.call(routes.makePaper, other)).toMatchObject({ kind: 'error', error: { code: 'paper/not-found' } })
  })

  test('goes out with the folder and changes nothing when it comes back', async () => {
    const zip = await owner.download(routes.exportFolder, { params })
    const seen = await owner.upload(routes.preview, { params, query: { as: 'folder' } }, { name: '施設.zip', bytes: zip.bytes })
    expect(seen).toMatchObject({ kind: 'ok', value: { files: [{ changes: [], problems: [] }] } })
  })

  test('a point of a day that is not there is refused', async () => {
    const [add] = promised(3, '台帳').filter(({ slice }) => slice === 'inspectionPoints')
    const record = {
      ...(add as Extract<Change, { kind: 'add'; slice: 'inspectionPoints' }>).record,
      inspection: 'visit:none' as InspectionId,
    }
    const change: Change = { kind: 'add', slice: 'inspectionPoints', record }
    expect(await owner.call(routes.change, { params, body: { changes: [{ change }] } })).toMatchObject({ kind: 'error' })
  })
})
