import {
  addDays,
  type CalendarDate,
  type ContactId,
  date,
  entityId,
  type Facility,
  type FacilityId,
  type OutsideContact,
  type Person,
  type PersonId,
  type ServiceId,
  type ServiceKind,
  type ServiceOfCare,
} from '@mimamori/domain'
import type { Random } from './random.ts'
import { departments, familyNames, givenNames } from './words.ts'

export const fiscalYear = 2026
const staff = 40

function phone(number: number): string {
  return `00-0000-${String(number).padStart(4, '0')}`
}

export function facilityOf(): Facility {
  return {
    id: entityId<FacilityId>('f:hospital-500beds'),
    name: 'みほん総合病院(架空)',
    kana: 'みほんそうごうびょういん',
    kind: 'hospital',
    beds: 500,
    founder: 'local-government',
    institutionCode: '0000000500',
    prefecture: '見本県',
    address: '見本県みまもり市手本町5-5',
    phone: phone(1),
    fax: phone(2),
    usesSystems: 'yes',
    clientPcs: '201+',
    chartPcBrowsesInternet: 'no',
    guestWifi: 'yes',
    vendorPlacedEquipment: 'yes',
    fiscalYear,
    inspectionOn: date('2026-12-11'),
    reachedBy: 'own-mail',
  }
}

const posts = [
  ['院長', ['head']],
  ['事務長', ['safety-manager']],
  ['情報システム室長', ['deputy', 'system']],
  ['総務課長', ['contact']],
] as const

export function peopleOf(random: Random): readonly Person[] {
  return Array.from({ length: staff }, (_, at): Person => {
    const post = posts[at]
    return {
      id: entityId<PersonId>(`p:${String(at + 1).padStart(3, '0')}`),
      name: `${random.pick(familyNames)} ${random.pick(givenNames)}`,
      ...(post ? { post: post[0], roles: [...post[1]], callOrder: at + 1 } : { post: '担当' }),
      department: random.pick(departments),
      extension: String(1000 + at),
      from: joined(random),
    }
  })
}

function joined(random: Random): CalendarDate {
  return addDays(date('2015-04-01'), 365 * random.whole(11))
}

const serviceKinds: readonly ServiceKind[] = [
  'outpatient',
  'inpatient',
  'emergency',
  'surgery',
  'dialysis',
  'birth',
  'tests-imaging',
  'checkups',
]

export function servicesOf(): readonly ServiceOfCare[] {
  return serviceKinds.map((kind) => ({
    id: entityId<ServiceId>(`care:${kind}`),
    kind,
    ...(kind === 'emergency' && { hurtsMost: 'yes' as const }),
  }))
}

const bodies = [
  ['prefecture', '見本県 医療政策課'],
  ['health-centre', '見本第一保健所'],
  ['police', '見本県警 サイバー担当'],
  ['association', '見本県病院会'],
  ['insurer', '見本損害保険'],
] as const

export function contactsOf(): readonly OutsideContact[] {
  return bodies.map(([kind, name], at) => ({
    id: entityId<ContactId>(`k:${kind}`),
    kind,
    name,
    phone: phone(100 + at),
    callOrder: at + 10,
  }))
}
