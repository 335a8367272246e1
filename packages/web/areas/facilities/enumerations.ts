import type { ContactKind, FacilityKind, Founder, ServiceKind, SystemKind } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

type Labels<V extends string> = Readonly<Record<V, PlainKey>>

export const kindLabels: Labels<FacilityKind> = {
  hospital: 'kind.hospital',
  'clinic-with-beds': 'kind.clinicWithBeds',
  clinic: 'kind.clinic',
  'dental-clinic': 'kind.dental',
  midwifery: 'kind.midwifery',
  pharmacy: 'kind.pharmacy',
  'checkup-centre': 'kind.checkup',
  laboratory: 'kind.laboratory',
  'checkup-lab-centre': 'kind.checkupLab',
  other: 'kind.other',
}

export const founderLabels: Labels<Founder> = {
  national: 'founder.national',
  'local-government': 'founder.local',
  'public-body': 'founder.public',
  'social-insurance': 'founder.insurance',
  'public-interest': 'founder.interest',
  'medical-corporation': 'founder.corporation',
  individual: 'founder.individual',
  'medical-association': 'founder.association',
  school: 'founder.school',
  'social-welfare': 'founder.welfare',
  'medical-coop': 'founder.coop',
  other: 'founder.other',
}

export const serviceLabels: Labels<ServiceKind> = {
  outpatient: 'service.outpatient',
  inpatient: 'service.inpatient',
  emergency: 'service.emergency',
  surgery: 'service.surgery',
  dialysis: 'service.dialysis',
  birth: 'service.birth',
  'tests-imaging': 'service.tests',
  'home-visits': 'service.home',
  checkups: 'service.checkups',
  dispensing: 'service.dispensing',
  other: 'service.other',
}

export const systemLabels: Labels<SystemKind> = {
  chart: 'system.chart',
  claims: 'system.claims',
  orders: 'system.orders',
  images: 'system.images',
  laboratory: 'system.laboratory',
  pharmacy: 'system.pharmacy',
  'nursing-vitals': 'system.nursing',
  dialysis: 'system.dialysis',
  checkup: 'system.checkup',
  booking: 'system.booking',
  eligibility: 'system.eligibility',
  'e-prescription': 'system.prescription',
  other: 'system.other',
}

export const contactLabels: Labels<ContactKind> = {
  vendor: 'contact.vendor',
  ministry: 'contact.ministry',
  prefecture: 'contact.prefecture',
  'health-centre': 'contact.healthCentre',
  police: 'contact.police',
  ipa: 'contact.ipa',
  ppc: 'contact.ppc',
  association: 'contact.association',
  insurer: 'contact.insurer',
  other: 'contact.other',
}

/** The values of an enumeration in the order of the form; the keys are its values by type. */
export function valuesOf<V extends string>(labels: Labels<V>): readonly V[] {
  return Object.keys(labels) as V[] // the record has exactly these keys
}

const withoutBeds: readonly ServiceKind[] = ['inpatient']
const notInCentres: readonly ServiceKind[] = ['inpatient', 'emergency', 'surgery', 'dialysis', 'birth', 'home-visits', 'dispensing']

/** Care that a kind of facility does not give, and is not asked about. */
const notGiven: Partial<Readonly<Record<FacilityKind, readonly ServiceKind[]>>> = {
  clinic: withoutBeds,
  'dental-clinic': ['inpatient', 'dialysis', 'birth'],
  midwifery: ['emergency', 'surgery', 'dialysis', 'checkups', 'dispensing'],
  pharmacy: ['outpatient', 'inpatient', 'emergency', 'surgery', 'dialysis', 'birth', 'tests-imaging', 'checkups'],
  'checkup-centre': notInCentres,
  laboratory: notInCentres,
  'checkup-lab-centre': notInCentres,
}

/** Every service of care, and whether a facility of this kind is offered it. */
export function servicesOf(kind: FacilityKind | undefined): readonly { readonly value: ServiceKind; readonly offered: boolean }[] {
  const left = (kind && notGiven[kind]) ?? []
  return valuesOf(serviceLabels).map((value) => ({ value, offered: !left.includes(value) }))
}
