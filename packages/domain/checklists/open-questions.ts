import { areQuestionsDone, hasBackupFact, questionNumbers, questionState, unsureSince } from '../facilities/index.ts'
import type { CalendarDate, ItemId, SheetId, SystemId, VendorId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { isOwnSheet, isVendorSheet } from './effective.ts'
import type { Answer } from './types.ts'

type SystemFact = 'vendor' | 'contract' | 'remoteMaintenance' | 'backup'
type FacilityFact = (typeof facilityFacts)[number]

/** Something that is not known yet, who may know it, and since when that is so. 「聞くこと・確かめること」. */
export interface OpenQuestion {
  readonly id: string
  readonly about:
    | { readonly kind: 'item'; readonly item: ItemId; readonly sheet: SheetId }
    | { readonly kind: 'system'; readonly system: SystemId; readonly fact: SystemFact }
    | { readonly kind: 'facility'; readonly fact: FacilityFact }
    | { readonly kind: 'question'; readonly number: number }
  /** Vendors that may know; empty where it is to be found out in the house. */
  readonly vendors: readonly VendorId[]
  /** The day on which somebody said that it is not known. */
  readonly since?: CalendarDate
  /** The day on which one of these vendors was last asked, by a recorded step. */
  readonly askedOn?: CalendarDate
}

type Seen = Pick<
  World,
  'facility' | 'services' | 'systems' | 'backups' | 'people' | 'sheetsNow' | 'answers' | 'items' | 'joinedRows' | 'requests'
>

/** Everything that is open: answers put off or to be asked, facts left with 「わからない」, and facts nobody has given. */
export function openQuestions(seen: Seen): readonly OpenQuestion[] {
  return [...itemQuestions(seen), ...systemQuestions(seen), ...facilityQuestions(seen)]
}

function itemQuestions(seen: Seen): readonly OpenQuestion[] {
  const own = seen.sheetsNow.find(isOwnSheet)
  if (!own) return []
  const open = seen.answers.filter((answer) => answer.sheet === own.id && answer.answer === undefined && answer.pending !== undefined)
  return open.map((answer) => {
    const vendors = answer.pending === 'ask-vendor' ? vendorsFor(seen, answer) : []
    const onForm = byId(seen.items, answer.item)?.owners.includes('vendor') ?? false
    const asked = onForm ? lastAsked(seen, vendors) : lastAsked(seen, vendors, answer.pendingOn)
    return {
      id: `answers ${answer.id}`,
      about: { kind: 'item', item: answer.item, sheet: answer.sheet },
      vendors,
      ...(answer.pendingOn && { since: answer.pendingOn }),
      ...(asked && { askedOn: asked }),
    }
  })
}

/** The vendors whose form asks for the item and has not come back; of an item that is on no form, whoever keeps a system. */
function vendorsFor(seen: Seen, answer: Answer): readonly VendorId[] {
  const cells = byId(seen.joinedRows, answer.item)?.vendors ?? []
  if (cells.length > 0) return unique(cells.filter((cell) => cell.state === 'silent').map((cell) => cell.vendor))
  return unique(seen.systems.map((system) => known(system.vendor)))
}

function systemQuestions(seen: Seen): readonly OpenQuestion[] {
  const done = areQuestionsDone(seen)
  if (seen.facility[0]?.usesSystems === 'no') return []
  return seen.systems.flatMap((system) => {
    const keeper = isKnown(system.vendor) ? [system.vendor] : []
    const unknown: readonly (readonly [SystemFact, boolean, readonly VendorId[]])[] = [
      ['vendor', system.vendor === undefined, []],
      ['contract', keeper.length > 0 && system.contract === undefined, keeper],
      ['remoteMaintenance', system.remoteMaintenance === undefined, keeper],
      ['backup', !hasBackupFact(system, seen.backups), []],
    ]
    return unknown
      .filter(([fact, isOpen]) => isOpen && (done || unsureSince(system, fact) !== undefined))
      .map(([fact, , vendors]): OpenQuestion => {
        const since = unsureSince(system, fact)
        const asked = since && lastAsked(seen, vendors, since)
        return {
          id: `systems ${system.id} ${fact}`,
          about: { kind: 'system', system: system.id, fact },
          vendors,
          ...(since && { since }),
          ...(asked && { askedOn: asked }),
        }
      })
  })
}

const facilityFacts = ['alsoClinic', 'advancedTreatment', 'chartPcBrowsesInternet', 'guestWifi', 'vendorPlacedEquipment'] as const

/** Questions that are told of every system on its own. */
const perSystem: readonly number[] = [6, 7, 9]

function facilityQuestions(seen: Seen): readonly OpenQuestion[] {
  const [own] = seen.facility
  if (!own) return []
  const done = areQuestionsDone(seen)
  const questions = questionNumbers.filter((number) => {
    const state = questionState(number, seen)
    return !perSystem.includes(number) && (state === 'unknown' || (state === 'open' && done))
  })
  const facts = facilityFacts.filter((fact) => own[fact] === undefined && unsureSince(own, fact) !== undefined)
  const dated = (mark: string) => {
    const since = unsureSince(own, mark)
    return since ? { since } : {}
  }
  return [
    ...questions.map(
      (number): OpenQuestion => ({ id: `question ${number}`, about: { kind: 'question', number }, vendors: [], ...dated(`q${number}`) }),
    ),
    ...facts.map((fact): OpenQuestion => ({ id: `facility ${fact}`, about: { kind: 'facility', fact }, vendors: [], ...dated(fact) })),
  ]
}

/** The last recorded request to one of these vendors, on this day or later. */
function lastAsked({ sheetsNow, requests }: Seen, vendors: readonly VendorId[], from?: CalendarDate): CalendarDate | undefined {
  const sheets = new Set(
    sheetsNow.filter((sheet) => isVendorSheet(sheet) && vendors.some((vendor) => vendor === sheet.vendor)).map((sheet) => sheet.id),
  )
  const days = requests
    .filter((request) => sheets.has(request.sheet) && (request.kind === 'request' || request.kind === 'chase-up'))
    .map((request) => request.on)
    .filter((on) => from === undefined || on >= from)
  return days.toSorted().at(-1)
}

function unique(vendors: readonly (VendorId | undefined)[]): readonly VendorId[] {
  return [...new Set(vendors.filter((vendor) => vendor !== undefined))]
}
