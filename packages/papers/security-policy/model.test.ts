import { loadCatalogue } from '@mimamori/catalog'
import { date, entityId, type PersonId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { packPaper } from '../pack/model.ts'
import { renderPdf } from '../render/index.ts'
import { securityPolicyPaper } from './model.ts'

const catalogue = loadCatalogue()
const picture = hospital(catalogue.reference.items)
const head = picture.slices.people.find(({ roles }) => roles?.includes('head'))
const signed = applied(picture, [
  {
    kind: 'add',
    slice: 'securityPolicies',
    record: {
      id: entityId('sp:1'),
      title: '情報セキュリティ基本方針',
      fiscalYear: 2026,
      signedBy: head?.id ?? entityId<PersonId>('p:none'),
      signedOn: date('2026-04-10'),
    },
  },
])

test('the policy names the manager and the days for which it holds, and leaves room for the signature of the head', () => {
  const text = JSON.stringify(securityPolicyPaper(inputOf(catalogue, picture)))
  expect(text).toContain('事例 次郎')
  expect(text).toContain('令和8年4月1日')
  expect(text).toContain('院長 署名')
  expect(text).not.toContain('署名済み')
})

test('one that was signed and entered says by whom and when', () => {
  expect(JSON.stringify(securityPolicyPaper(inputOf(catalogue, signed)))).toContain(`${head?.name}が署名済みと登録されています。`)
})

test('it is one page in both languages', async () => {
  for (const lang of ['ja', 'en'] as const) {
    const made = await renderPdf(securityPolicyPaper(inputOf(catalogue, signed, { lang })))
    if (made.kind === 'failed') throw new Error('not made')
    expect((await readPdf(made.bytes)).pages.length).toBe(1)
  }
})

test('the inspection pack holds it in the copy that stays in the house, and the copy that leaves it does not', () => {
  const packed = (copy: 'on-site' | 'hand-over') => JSON.stringify(packPaper(inputOf(catalogue, signed, { copy })))
  expect(packed('on-site')).toContain('患者さんの診療を止めず')
  expect(packed('hand-over')).not.toContain('患者さんの診療を止めず')
})
