import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { editionSuperseded } from './edition-superseded.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const r8 = a.edition({ id: ids.edition('r8'), fiscalYear: 2026, validFrom: date('2026-06-01') })

test('a newer edition is named from the day it holds, with or without its items', () => {
  const editions = [a.edition(), r8]
  expectFindings(check(editionSuperseded, { ...own, editions }), [{ subjects: ['sh:own'], because: ['newer'], severity: 'medium' }])
  expectFindings(check(editionSuperseded, { ...own, editions: [a.edition(), { ...r8, itemsLoaded: false }] }), [
    { subjects: ['sh:own'], because: ['newer-without-items'], severity: 'low' },
  ])
  expectFindings(check(editionSuperseded, { ...own, editions }, date('2026-05-31')), [])
})

test('the newest edition is not superseded', () => {
  expectFindings(
    check(editionSuperseded, { ...own, sheets: [a.ownSheet({ edition: ids.edition('r8') })], editions: [a.edition(), r8] }),
    [],
  )
})
