import type { VendorSheetLine, VendorsView } from '@mimamori/contract'
import {
  byId,
  daysBetween,
  daysOf,
  having,
  known,
  mergedAs,
  printedSheetNumber,
  type Sheet,
  systemsWithoutSheet,
  type Vendor,
  visitsOf,
} from '@mimamori/domain'
import { foldCompany } from '@mimamori/formats'
import { vendorsForUpdates } from '@mimamori/papers'
import { isOnPaper, sheetState } from '../checklists/index.ts'
import { versionedList } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import { fillText } from '../words.ts'
import { nextStep, requestsOf } from './next-step.ts'
import { vendorTexts } from './texts.ts'

/** 「事業者確認用シート」: whom, how, since when, what came back, what is next. */
export function vendorsOf(now: Kept, person: string, mailIsSetUp: boolean): VendorsView {
  const { slices } = now.picture
  const own = now.analysis.world.sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  const sheets = now.analysis.world.sheetsNow.filter((sheet) => sheet.audience === 'vendor' && known(sheet.vendor) !== undefined)
  return {
    revision: now.state.revision,
    ...facilityOf(now),
    plan: planOf(now),
    approvals: versionedList(now, 'approvals', slices.approvals),
    approvalBoxes: versionedList(now, 'approvalBoxes', slices.approvalBoxes),
    mailIsSetUp,
    sheets: sheets.map((sheet) => lineOf(now, sheet)).toSorted(byName),
    vendors: versionedList(now, 'vendors', slices.vendors),
    systems: versionedList(now, 'systems', slices.systems),
    contracts: versionedList(now, 'contracts', slices.contracts),
    contactChanges: versionedList(now, 'contactChanges', slices.contactChanges).toSorted(waitingFirst),
    visits: visitsOf(slices).map(({ steps, ...one }) => ({ ...one, steps: [...steps] })),
    disclosures: versionedList(now, 'disclosures', slices.disclosures),
    sheetsToMake: own ? systemsWithoutSheet(now.picture, own.fiscalYear).length : 0,
    toAskForUpdates: [...vendorsForUpdates(now)],
    sameCompany: sameCompanies(slices.vendors),
    merged: mergedOf(now),
    phoneWords: {
      opening: fillText(vendorTexts.phone.opening, { facility: slices.facility[0]?.name ?? '', name: person }),
      fields: [...vendorTexts.phone.fields],
    },
  }
}

function facilityOf(now: Kept): Pick<VendorsView, 'facility'> {
  const [facility] = versionedList(now, 'facility', now.picture.slices.facility)
  return facility ? { facility } : {}
}

function waitingFirst(a: VendorsView['contactChanges'][number], b: VendorsView['contactChanges'][number]): number {
  const key = ({ record }: typeof a) => `${record.state === 'waiting' ? 0 : 1}|${record.sentOn}|${record.id}`
  return key(a) < key(b) ? -1 : 1
}

/** The schedule, with the days that this facility has set. */
function planOf(now: Kept): VendorsView['plan'] {
  const facility = now.picture.slices.facility[0]
  return now.catalogue.reference.askingPlan
    .toSorted((a, b) => a.order - b.order)
    .map((step) => ({ id: step.id, kind: step.kind, days: daysOf(facility, step), title: step.title, reason: step.reason }))
}

function askingOf(now: Kept, sheet: Sheet): Pick<VendorSheetLine, 'asking'> {
  const asking = byId(now.analysis.world.askingSteps, sheet.id)
  if (!asking) return {}
  const planned = now.catalogue.reference.askingPlan.find((one) => one.id === asking.step)
  const { state, step, kind, way, dueOn, approval } = asking
  return {
    asking: {
      state,
      ...(step && { step }),
      ...(kind && { kind }),
      ...(way && { way }),
      ...(dueOn && { dueOn }),
      ...(planned && { title: planned.title, button: planned.button }),
      ...(approval && { approval }),
    },
  }
}

function lineOf(now: Kept, sheet: Sheet): VendorSheetLine {
  const vendor = byId(now.picture.slices.vendors, known(sheet.vendor))
  const system = byId(now.picture.slices.systems, known(sheet.system))
  const state = sheetState(now, sheet)
  const requests = requestsOf(now, sheet)
  const next = nextStep(now, sheet, state === 'partial')
  const way = requests.find((one) => one.kind === 'request')?.way
  return {
    sheet: sheet.id,
    version: now.versions.get(versionKey('sheets', sheet.id)) ?? 0,
    vendor: known(sheet.vendor) ?? '',
    vendorName: vendor?.name ?? '',
    ...(system && { system: system.id, systemName: system.name }),
    state: state === 'silent' ? 'waiting' : state,
    ...(sheet.sentOn && { sentOn: sheet.sentOn }),
    ...(way && { way }),
    ...(sheet.returnedOn && { returnedOn: sheet.returnedOn }),
    onPaper: isOnPaper(sheet),
    ...(sheet.sentOn && sheet.returnedOn === undefined && { days: daysBetween(sheet.sentOn, now.asOf) }),
    ...(next && { next }),
    number: printedSheetNumber(sheet.id),
    ...askingOf(now, sheet),
    requests: [...requests],
  }
}

function byName(a: VendorSheetLine, b: VendorSheetLine): number {
  const key = (line: VendorSheetLine) => `${line.vendorName}|${line.systemName ?? ''}|${line.sheet}`
  return key(a) < key(b) ? -1 : 1
}

/** NOTE: kept as long as the list of vendors is, so that ten thousand names are folded once and not for every reader. */
const sameIn = new WeakMap<readonly Vendor[], VendorsView['sameCompany']>()

function sameCompanies(vendors: readonly Vendor[]): VendorsView['sameCompany'] {
  const same = sameIn.get(vendors) ?? findSame(vendors)
  sameIn.set(vendors, same)
  return same
}

/** Companies whose names differ in their form of company, width or spaces alone. */
function findSame(vendors: readonly Vendor[]): VendorsView['sameCompany'] {
  const folded = vendors.map((vendor) => ({ vendor, name: foldCompany(vendor.name) }))
  return folded.flatMap((one) => {
    const same = having(folded, 'name', one.name)
    const later = same.length === 1 ? [] : same.slice(same.indexOf(one) + 1)
    return later.map(({ vendor: b }) => ({ a: one.vendor.id, b: b.id, nameA: one.vendor.name, nameB: b.name }))
  })
}

function mergedOf(now: Kept): VendorsView['merged'] {
  return now.picture.slices.aliases
    .filter((alias) => alias.slice === 'vendors')
    .map((alias) => ({ gone: alias.id, goneName: mergedAs(alias).record.name ?? '', keep: alias.to }))
}
