import {
  byId,
  type CalendarDate,
  type Change,
  dateInWords,
  isKnown,
  known,
  type RequestId,
  type Sheet,
  type Source,
  type SourceId,
  type Text,
  type VendorRequest,
} from '@mimamori/domain'
import { type ChecklistRead, foldCompany, foldText, readChecklistFile, toChanges } from '@mimamori/formats'
import { nameOfDocument } from '../checklists/index.ts'
import { newId } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'
import { expecting } from './expecting.ts'
import { isOtherName } from './other-facility.ts'
import { importProblem, noted } from './problems.ts'
import type { Brought, Reading, ReadProblem } from './reading.ts'
import { importTexts } from './texts.ts'

/** Reads a filled checklist for the sheet that was chosen, or for the one that the file itself names. */
export async function readChecklist(now: Kept, file: Brought, chosen: Sheet | undefined): Promise<Reading> {
  const { items } = now.catalogue.reference
  const read = await readChecklistFile(
    { name: file.name, bytes: file.bytes },
    { items, today: now.asOf, ...encoded(file), ...(chosen && { expect: expectedOf(now, chosen) }) },
  )
  const sheet = chosen ?? sheetNamed(now, read)
  if (!sheet) throw importProblem('import/unknown-sheet')
  const again =
    chosen || sheet.edition === read.header.edition
      ? read
      : await readChecklistFile(
          { name: file.name, bytes: file.bytes },
          { items, today: now.asOf, ...encoded(file), expect: expectedOf(now, sheet) },
        )
  const isVendor = sheet.audience === 'vendor'
  if (!isVendor && isOtherName(now.picture, again.header.facilityName)) return ofOtherFacility(now, again.header.facilityName ?? '')
  const changes = changesOf(now, file, sheet, again)
  const older = isVendor ? olderThanHere(sheet, again, changes) : undefined
  return {
    kind: isVendor ? 'vendor-reply' : 'facility-checklist',
    says: saysOf(now, sheet, again),
    read: again.readRows,
    changes: expecting(now, changes),
    problems: [...(older ? [older] : []), ...again.problems],
    encoding: again.encoding,
    ...(older && { asks: [older.code] }),
  }
}

function encoded({ encoding }: Brought) {
  return encoding ? { encoding } : {}
}

function ofOtherFacility(now: Kept, theirs: string): Reading {
  const names = { theirs, ours: now.picture.slices.facility[0]?.name ?? '' }
  const problems = [noted('import/other-facility', names)]
  return { kind: 'facility-checklist', says: importTexts['checklist-other'], read: 0, changes: [], problems }
}

/** What was typed from paper or came later is not taken back by an older file unasked. */
function olderThanHere(sheet: Sheet, { header }: ChecklistRead, changes: readonly Change[]): ReadProblem | undefined {
  const isPaper = sheet.typedBy !== undefined
  const isOlder = header.returnedOn === undefined ? isPaper : sheet.returnedOn !== undefined && header.returnedOn < sheet.returnedOn
  const overwrites = changes.some(({ kind, slice }) => kind === 'set' && slice === 'answers')
  if (!isOlder || !overwrites || sheet.returnedOn === undefined) return undefined
  return noted('checklist/older-than-here', { here: dayInWords(sheet.returnedOn), file: dayInWords(header.returnedOn) })
}

function dayInWords(day: CalendarDate | undefined): Text {
  if (day === undefined) return { ja: '書かれていない日', en: 'a day that it does not tell' }
  return { ja: dateInWords(day, 'ja'), en: dateInWords(day, 'en') }
}

function expectedOf(now: Kept, sheet: Sheet) {
  const vendorName = byId(now.picture.slices.vendors, known(sheet.vendor))?.name
  const systemName = byId(now.picture.slices.systems, known(sheet.system))?.name
  return { sheet, ...(vendorName !== undefined && { vendorName }), ...(systemName !== undefined && { systemName }) }
}

/** The open sheet that the file says it is: by its id, or by the names of vendor and system. */
function sheetNamed(now: Kept, { header }: ChecklistRead): Sheet | undefined {
  const { sheetsNow } = now.analysis.world
  const byItsId = byId(sheetsNow, header.sheetId)
  if (byItsId) return byItsId
  if (header.audience !== 'vendor') return sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  const ofVendor = sheetsNow.filter(
    (sheet) => isKnown(sheet.vendor) && sameName(header.vendorName, byId(now.picture.slices.vendors, sheet.vendor)?.name, foldCompany),
  )
  const ofSystem = ofVendor.filter((sheet) =>
    sameName(header.systemName, byId(now.picture.slices.systems, known(sheet.system))?.name, foldText),
  )
  if (ofSystem.length === 1) return ofSystem[0]
  return ofVendor.length === 1 ? ofVendor[0] : undefined
}

function sameName(a: string | undefined, b: string | undefined, fold: (text: string) => string): boolean {
  return a !== undefined && b !== undefined && fold(a) === fold(b)
}

function changesOf(now: Kept, file: Brought, sheet: Sheet, read: ChecklistRead): readonly Change[] {
  const source: Source = { id: newId<SourceId>('src'), kind: 'file', name: file.name, seenOn: now.asOf, sha256: file.sha256 }
  const changes = toChanges(read, now.picture, { sheet: sheet.id, source, returnedOn: now.asOf })
  if (sheet.audience !== 'vendor' || changes.length === 0) return changes
  const on = read.header.returnedOn ?? now.asOf
  const reply: VendorRequest = {
    id: newId<RequestId>('rq'),
    sheet: sheet.id,
    kind: 'reply',
    way: 'file',
    on,
    source: source.id,
    ...(read.header.answeredBy !== undefined && { person: read.header.answeredBy }),
  }
  return [...changes, { kind: 'add', slice: 'requests', record: reply }]
}

function saysOf(now: Kept, sheet: Sheet, read: ChecklistRead): Reading['says'] {
  const values = { read: read.readRows, edition: nameOfDocument(sheet.edition, now.catalogue) }
  if (sheet.audience !== 'vendor') return fillText(importTexts['facility-checklist'], values)
  const vendor = byId(now.picture.slices.vendors, known(sheet.vendor))?.name ?? ''
  const system = byId(now.picture.slices.systems, known(sheet.system))?.name
  return system === undefined
    ? fillText(importTexts['vendor-reply-alone'], { ...values, vendor })
    : fillText(importTexts['vendor-reply'], { ...values, vendor, system })
}
