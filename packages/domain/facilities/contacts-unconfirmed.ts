import { fiscalYearStart } from '../calendar.ts'
import { fact } from '../finding.ts'
import type { SliceName } from '../picture.ts'
import type { Entry } from '../record.ts'
import { defineRule } from '../rule.ts'

/** People, vendors or outside contacts that were last confirmed before the fiscal year now worked on: people move in April. */
export const contactsUnconfirmed = defineRule({
  id: 'facilities/contacts-unconfirmed',
  area: 'facilities',
  reads: ['facility', 'people', 'vendors', 'contacts'],
  evaluate({ facility, people, vendors, contacts }) {
    const [own] = facility
    if (own?.fiscalYear === undefined) return
    const start = fiscalYearStart(own.fiscalYear)
    const old = [...before(start, 'people', people), ...before(start, 'vendors', vendors), ...before(start, 'contacts', contacts)]
    if (old.length === 0) return
    return {
      subjects: [own.id],
      parties: ['facility'],
      because: [{ say: 'before-year', with: { count: old.length, start }, facts: [fact('facility', own.id, 'fiscalYear'), ...old] }],
    }
  },
})

function before(start: string, slice: SliceName, records: readonly Entry[]) {
  return records
    .filter((record) => record.confirmedOn !== undefined && record.confirmedOn < start)
    .map((record) => fact(slice, record.id, 'confirmedOn'))
}
