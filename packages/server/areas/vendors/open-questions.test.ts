import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } })

test('what is put aside is listed by whom to ask, leads to where it is answered, and can be printed', async () => {
  const params = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
  const change = (...changes: readonly object[]) => owner.ask(routes.change, { params, body: { changes: changes as never } })
  await change(
    add('vendors', { id: 'v:1', name: '例システム株式会社' }),
    add('systems', { id: 's:1', name: '電子カルテ', vendor: 'v:1', extra: { unsure: 'contract=2026-11-18', backup: 'none' } }),
  )
  const checklist = await owner.ask(routes.checklist, { params })
  const answer = checklist.items.find((item) => item.owners.includes('vendor'))?.answers[0]
  const fields = { pending: 'ask-vendor', pendingOn: '2026-11-20' }
  await change({ change: { kind: 'set', slice: 'answers', id: answer?.record.id, fields }, expected: answer?.version })
  const view = await owner.ask(routes.openQuestions, { params })
  expect(view.counts).toEqual({ vendors: 2, house: 0 })
  expect(view.groups).toMatchObject([
    {
      whom: 'vendor',
      vendorName: '例システム株式会社',
      questions: [
        { since: '2026-11-20', target: { screen: 'item', id: answer?.record.item } },
        { text: { ja: '「電子カルテ」の保守契約はありますか' }, since: '2026-11-18', target: { screen: 'setup', id: '6' } },
      ],
    },
  ])
  const page = await owner.download(routes.makePaper, { params: { ...params, kind: 'open-questions' }, query: { format: 'html' } })
  expect(new TextDecoder().decode(page.bytes)).toContain('例システム株式会社に聞くこと')
})
