import {
  type Answer,
  type Approval,
  type DisclosureSheet,
  type Evidence,
  emptySlices,
  type Facility,
  type InformationSystem,
  type OutsideContact,
  type Person,
  type PersonRole,
  type Picture,
  type Sheet,
  type Slices,
  type Vendor,
  type VendorRequest,
} from '@mimamori/domain'
import { hide } from './hide.ts'

/** Whose names stand on the cover; everybody else is a post, not a person, in a copy that leaves the house. */
const namedRoles: readonly PersonRole[] = ['head', 'safety-manager']

/**
 * The picture as far as it may leave the house: every record is built anew from the fields named here, so that a new
 * field or slice stays inside until somebody puts it on the list.
 */
export function handOverPicture(picture: Picture, hidden: string): Picture {
  const { slices } = picture
  const masked = (text: string) => hide(text, hidden)
  const kept: Slices = {
    ...emptySlices(),
    facility: slices.facility.map(keepFacility),
    people: slices.people.map(keepPerson),
    contacts: slices.contacts.map(keepContact),
    vendors: slices.vendors.map(keepVendor),
    systems: slices.systems.map((system) => keepSystem(system, masked)),
    sheets: slices.sheets.map(keepSheet),
    answers: slices.answers.map((answer) => keepAnswer(answer, masked)),
    evidence: slices.evidence.map((evidence) => keepEvidence(evidence, masked)),
    requests: slices.requests.map(keepRequest),
    disclosures: slices.disclosures.map((sheet) => keepDisclosure(sheet, masked)),
    approvals: slices.approvals
      .filter(({ about, vendor }) => about === 'request' && vendor === undefined)
      .map((approval) => keepApproval(approval, masked)),
  }
  return { facility: picture.facility, revision: picture.revision, slices: kept }
}

/** The named fields of a record that it has; a field that is unknown stays absent. */
function keep<R extends object, K extends keyof R>(record: R, fields: readonly K[]): Pick<R, K> {
  const present = fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]])
  return Object.fromEntries(present) as Pick<R, K> // its entries are the named fields
}

function keepFacility(facility: Facility): Facility {
  return keep(facility, [
    'id',
    'name',
    'kana',
    'kind',
    'beds',
    'founder',
    'alsoClinic',
    'prefecture',
    'phone',
    'usesSystems',
    'fiscalYear',
    'inspectionOn',
  ])
}

function keepPerson(person: Person): Person {
  const named = person.roles?.some((role) => namedRoles.includes(role)) ?? false
  const kept = keep(person, ['id', 'post', 'department', 'roles', 'from', 'until', 'callOrder'])
  return named ? { ...kept, ...keep(person, ['name', 'kana']) } : { ...kept, name: '' }
}

function keepContact(contact: OutsideContact): OutsideContact {
  return keep(contact, ['id', 'kind', 'name', 'office', 'phone', 'hours', 'callOrder'])
}

function keepVendor(vendor: Vendor): Vendor {
  return keep(vendor, ['id', 'name', 'kana', 'kind', 'phone'])
}

function keepSystem(system: InformationSystem, masked: (text: string) => string): InformationSystem {
  return { ...keep(system, ['id', 'kind', 'vendor', 'maker', 'contract', 'remoteMaintenance']), name: masked(system.name) }
}

function keepSheet(sheet: Sheet): Sheet {
  return keep(sheet, [
    'id',
    'edition',
    'audience',
    'fiscalYear',
    'vendor',
    'system',
    'sentOn',
    'dueOn',
    'returnedOn',
    'replyBy',
    'answeredBy',
    'closedOn',
  ])
}

function keepAnswer(answer: Answer, masked: (text: string) => string): Answer {
  const kept = keep(answer, [
    'id',
    'sheet',
    'item',
    'part',
    'answer',
    'pending',
    'pendingOn',
    'checkedOn',
    'targetOn',
    'recheckedOn',
    'recheckAnswer',
    'carriedFrom',
  ])
  return answer.reason === undefined ? kept : { ...kept, reason: masked(answer.reason) }
}

function keepEvidence(evidence: Evidence, masked: (text: string) => string): Evidence {
  return { ...keep(evidence, ['id', 'answers', 'sha256', 'bytes', 'mediaType', 'obtainedOn', 'validUntil']), name: masked(evidence.name) }
}

/** That a letter was approved, and when; who drafted and who marked it stays in the house. */
function keepApproval(approval: Approval, masked: (text: string) => string): Approval {
  const { title, ...rest } = keep(approval, [
    'id',
    'about',
    'title',
    'sheets',
    'documentNumber',
    'draftedOn',
    'state',
    'approvedOn',
    'issuedOn',
    'way',
    'scan',
  ])
  return { ...rest, title: masked(title) }
}

function keepRequest(request: VendorRequest): VendorRequest {
  return keep(request, ['id', 'sheet', 'kind', 'way', 'on', 'promisedOn'])
}

/** NOTE: no version, that of the form neither: whoever typed it may have meant the product's. */
function keepDisclosure(sheet: DisclosureSheet, masked: (text: string) => string): DisclosureSheet {
  return { ...keep(sheet, ['id', 'vendor', 'kind', 'receivedOn', 'file']), product: masked(sheet.product) }
}
