import { answerIdOf, answersTo, audienceOf, type Change, itemsOfSheet } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import type { ExpectedChange } from './conflicts.ts'

const confirmable: readonly string[] = ['people', 'vendors', 'contacts', 'systems', 'contracts', 'zones', 'links']

/** What a person enters or corrects is confirmed on that day: the change of year asks for older ones again. */
export function stamped(one: ExpectedChange, today: Kept['asOf']): ExpectedChange {
  const { change } = one
  if (!confirmable.includes(change.slice)) return one
  if (change.kind === 'add' && change.record.confirmedOn === undefined)
    return { ...one, change: { ...change, record: { ...change.record, confirmedOn: today } } as Change } // the same record with one more field
  if (change.kind === 'set' && change.fields.confirmedOn === undefined)
    return { ...one, change: { ...change, fields: { ...change.fields, confirmedOn: today } } as Change } // the same fields and one more
  return one
}

/** Changes that follow from a person's: another kind of facility fills in another form. */
export function followUps(now: Kept, batch: readonly ExpectedChange[]): readonly ExpectedChange[] {
  const kind = batch
    .map(({ change }) => (change.slice === 'facility' && change.kind === 'set' ? change.fields.kind : undefined))
    .findLast((one) => one !== undefined)
  const audience = audienceOf(kind)
  const sheet = now.analysis.world.sheetsNow.find((one) => one.audience !== 'vendor')
  if (kind === undefined || !sheet || sheet.audience === audience) return []
  const asked = itemsOfSheet(now.catalogue.reference.items, { edition: sheet.edition, audience })
  const missing = asked.filter((item) => answersTo(now.picture.slices.answers, sheet.id, item.id).length === 0)
  return [
    { change: { kind: 'set', slice: 'sheets', id: sheet.id, fields: { audience } }, expected: now.versions.get(`sheets\n${sheet.id}`) },
    ...missing.map(
      (item): ExpectedChange => ({
        change: { kind: 'add', slice: 'answers', record: { id: answerIdOf(sheet.id, item.id), sheet: sheet.id, item: item.id } },
      }),
    ),
  ]
}
