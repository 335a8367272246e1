import {
  type Answer,
  addDays,
  type Change,
  type ChecklistItem,
  date,
  type EditionId,
  type Evidence,
  type EvidenceId,
  entityId,
  known,
  newSheet,
  ownSheet,
  type Picture,
  type RequestId,
  type Sheet,
  sheetIdOf,
  type VendorRequest,
} from '@mimamori/domain'
import { fiscalYear } from './organisation.ts'
import type { Random } from './random.ts'
import { evidenceNames, familyNames, givenNames, places } from './words.ts'

const edition = entityId<EditionId>('r7')

/** One sheet per system: not sent, sent and silent, half answered, or back. */
export function sheetsOf(random: Random, picture: Picture, items: readonly ChecklistItem[]): readonly Change[] {
  const own = newSheet(ownSheet({ fiscalYear, edition, audience: 'facility' }), items)
  const vendors = picture.slices.systems.flatMap((system) => {
    const vendor = known(system.vendor)
    if (vendor === undefined) return []
    const id = sheetIdOf({ fiscalYear, edition, vendor, system: system.id })
    return newSheet({ id, edition, fiscalYear, audience: 'vendor', vendor, system: system.id, ...stateOf(random) }, items)
  })
  return [...own, ...vendors]
}

function stateOf(random: Random): Partial<Sheet> {
  const draw = random.next()
  if (draw < 0.1) return {}
  const sentOn = addDays(date('2026-09-01'), random.whole(40))
  const sent = { sentOn, dueOn: addDays(sentOn, 21) }
  if (draw < 0.25) return sent
  const answeredBy = `${random.pick(familyNames)} ${random.pick(givenNames)}`
  return { ...sent, returnedOn: addDays(sentOn, 5 + random.whole(30)), replyBy: random.pick(['file', 'paper', 'screen']), answeredBy }
}

/** Answers of the facility's sheet and of every sheet that came back; one in eight of those is left half empty. */
export function answersOf(random: Random, picture: Picture): readonly Change[] {
  const { sheets, answers } = picture.slices
  return sheets.flatMap((sheet) => {
    const isOwn = sheet.audience !== 'vendor'
    if (!isOwn && sheet.returnedOn === undefined) return []
    const empty = !isOwn && random.isTrue(0.125) ? 0.5 : 0.06
    return answers.filter((answer) => answer.sheet === sheet.id && !random.isTrue(empty)).map((answer) => answered(random, answer))
  })
}

function answered(random: Random, { id }: Answer): Change {
  const checkedOn = addDays(date('2025-09-01'), random.whole(430))
  const draw = random.next()
  if (draw < 0.06)
    return { kind: 'set', slice: 'answers', id, fields: { answer: 'not-applicable', checkedOn, reason: '該当する機器がないため' } }
  if (draw < 0.24) {
    const targetOn = addDays(date('2026-08-01'), random.whole(300))
    return { kind: 'set', slice: 'answers', id, fields: { answer: 'no', checkedOn, ...(random.isTrue(0.8) && { targetOn }) } }
  }
  return { kind: 'set', slice: 'answers', id, fields: { answer: 'yes', checkedOn } }
}

/** 「依頼と返事の経過」 of every sheet that was sent; who stays silent was asked again by telephone. */
export function requestsOf(random: Random, picture: Picture): readonly VendorRequest[] {
  return picture.slices.sheets.flatMap(({ id: sheet, sentOn, returnedOn, answeredBy }): VendorRequest[] => {
    if (sentOn === undefined) return []
    const name = sheet.slice(3)
    const asked = {
      id: entityId<RequestId>(`rq:${name}.1`),
      sheet,
      kind: 'request',
      way: random.pick(['mail', 'fax', 'post']),
      on: sentOn,
    } as const
    if (returnedOn !== undefined)
      return [
        asked,
        {
          id: entityId<RequestId>(`rq:${name}.2`),
          sheet,
          kind: 'reply' as const,
          way: 'file' as const,
          on: returnedOn,
          ...(answeredBy !== undefined && { person: answeredBy }),
        },
      ]
    const again = { id: entityId<RequestId>(`rq:${name}.2`), sheet, kind: 'chase-up', way: 'phone', on: addDays(sentOn, 28) } as const
    return [asked, again]
  })
}

/** The index of evidence of the facility's own answers; every fifth entry is a file, the others lie in a cupboard. */
export function evidenceOf(random: Random, picture: Picture, files: readonly { sha256: string; bytes: number }[]): readonly Evidence[] {
  const own = picture.slices.sheets.find((sheet) => sheet.audience !== 'vendor')
  const said = picture.slices.answers.filter((answer) => answer.sheet === own?.id && answer.answer === 'yes')
  return said.flatMap((answer, at): Evidence[] => {
    if (!random.isTrue(0.7)) return []
    const file = at % 5 === 0 ? files[Math.floor(at / 5) % files.length] : undefined
    return [
      {
        id: entityId<EvidenceId>(`e:${String(at + 1).padStart(3, '0')}`),
        name: `${random.pick(evidenceNames)} ${at + 1}`,
        answers: [answer.id],
        place: random.pick(places),
        obtainedOn: addDays(date('2025-06-01'), random.whole(500)),
        validUntil: random.isTrue(0.6) ? 'none' : addDays(date('2026-06-01'), random.whole(700)),
        ...(file && { ...file, mediaType: 'text/plain' }),
      },
    ]
  })
}
