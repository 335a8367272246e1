import type {
  ContactChangeId,
  ContractId,
  DisclosureId,
  EvidenceId,
  ServiceId,
  Slices,
  SystemId,
  VendorId,
  VisitId,
  VisitStepId,
} from '@mimamori/domain'
import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, fact, id, limited, opt, record, yesNo } from './fields.ts'

export const vendor = record<Slices['vendors'][number]>({
  id: id<VendorId>(),
  name: limited(textLimits.vendors.name),
  kana: opt(limited(textLimits.vendors.kana)),
  kind: opt(z.enum(['dealer', 'maker', 'both'])),
  phone: opt(limited(textLimits.vendors.phone)),
  nightPhone: opt(limited(textLimits.vendors.nightPhone)),
  fax: opt(limited(textLimits.vendors.fax)),
  mail: opt(limited(textLimits.vendors.mail)),
  mailTogether: opt(z.literal('yes')),
  address: opt(limited(textLimits.vendors.address)),
  contactName: opt(limited(textLimits.vendors.contactName)),
  contactDepartment: opt(limited(textLimits.vendors.contactDepartment)),
  secondContactName: opt(limited(textLimits.vendors.secondContactName)),
  secondContactPhone: opt(limited(textLimits.vendors.secondContactPhone)),
})

export const system = record<Slices['systems'][number]>({
  id: id<SystemId>(),
  name: limited(textLimits.systems.name),
  kind: opt(
    z.enum([
      'chart',
      'claims',
      'orders',
      'images',
      'laboratory',
      'pharmacy',
      'nursing-vitals',
      'dialysis',
      'checkup',
      'booking',
      'eligibility',
      'e-prescription',
      'other',
    ]),
  ),
  vendor: opt(fact(id<VendorId>())),
  maker: opt(fact(id<VendorId>())),
  contract: opt(fact(id<ContractId>())),
  remoteMaintenance: opt(yesNo),
  services: opt(z.array(id<ServiceId>()).max(20)),
})

export const contract = record<Slices['contracts'][number]>({
  id: id<ContractId>(),
  vendor: id<VendorId>(),
  title: opt(limited(textLimits.contracts.title)),
  from: opt(day),
  until: opt(fact(day)),
  updateDuty: opt(z.enum(['vendor', 'facility', 'nobody'])),
  updateClause: opt(limited(textLimits.contracts.updateClause)),
  updatePaidBy: opt(z.enum(['fee', 'facility', 'nobody'])),
  responseHours: opt(fact(z.number().int().min(0).max(8760))),
  responseClause: opt(limited(textLimits.contracts.responseClause)),
})

export const contactChange = record<Slices['contactChanges'][number]>({
  id: id<ContactChangeId>(),
  vendor: id<VendorId>(),
  oldName: opt(limited(textLimits.contactChanges.oldName)),
  newName: limited(textLimits.contactChanges.newName),
  department: opt(limited(textLimits.contactChanges.department)),
  phone: opt(limited(textLimits.contactChanges.phone)),
  from: day,
  sentOn: day,
  sentBy: opt(limited(textLimits.contactChanges.sentBy)),
  state: z.enum(['waiting', 'accepted', 'declined']),
  settledOn: opt(day),
  settledBy: opt(limited(textLimits.contactChanges.settledBy)),
})

export const visit = record<Slices['visits'][number]>({
  id: id<VisitId>(),
  vendor: id<VendorId>(),
  devices: limited(textLimits.visits.devices),
  currentVersion: opt(limited(textLimits.visits.currentVersion)),
  fixedVersion: opt(limited(textLimits.visits.fixedVersion)),
})

export const visitStep = record<Slices['visitSteps'][number]>({
  id: id<VisitStepId>(),
  visit: id<VisitId>(),
  side: z.enum(['facility', 'vendor']),
  kind: z.enum(['asked', 'other-time', 'accepted', 'said', 'withdrawn']),
  on: day,
  wishedOn: opt(day),
  hours: opt(limited(textLimits.visitSteps.hours)),
  effect: opt(z.enum(['checking', 'none', 'some'])),
  by: opt(limited(textLimits.visitSteps.by)),
  note: opt(limited(textLimits.visitSteps.note)),
})

export const disclosure = record<Slices['disclosures'][number]>({
  id: id<DisclosureId>(),
  vendor: id<VendorId>(),
  system: opt(id<SystemId>()),
  product: limited(textLimits.disclosures.product),
  productVersion: opt(limited(textLimits.disclosures.productVersion)),
  kind: z.enum(['mds', 'sds', 'both']),
  formVersion: opt(limited(textLimits.disclosures.formVersion)),
  receivedOn: day,
  file: opt(id<EvidenceId>()),
})
