import {
  addDays,
  type Backup,
  type BackupId,
  type Contract,
  type ContractId,
  date,
  entityId,
  type InformationSystem,
  type ServiceOfCare,
  type SystemId,
  type Vendor,
  type VendorId,
} from '@mimamori/domain'
import type { Random } from './random.ts'
import { companyWords, familyNames, givenNames, otherSystems, systemWords, tradeWords } from './words.ts'

function padded(number: number): string {
  return String(number).padStart(3, '0')
}

export function vendorsOf(random: Random, count: number): readonly Vendor[] {
  return Array.from({ length: count }, (_, at): Vendor => {
    const word = companyWords[at % companyWords.length] ?? '例'
    const trade = tradeWords[Math.floor(at / companyWords.length) % tradeWords.length] ?? 'システム'
    return {
      id: entityId<VendorId>(`v:${padded(at + 1)}`),
      name: `${word}${trade}株式会社`,
      kind: random.pick(['dealer', 'maker', 'both']),
      phone: `00-1000-${padded(at)}0`,
      contactName: `${random.pick(familyNames)} ${random.pick(givenNames)}`,
      ...(random.isTrue(0.7) && { mail: `madoguchi@rei-${padded(at + 1)}.example` }),
      ...(random.isTrue(0.4) && { fax: `00-2000-${padded(at)}0` }),
    }
  })
}

/** A contract for four vendors of five; some without an end, some that say nothing of updates. */
export function contractsOf(random: Random, vendors: readonly Vendor[]): readonly Contract[] {
  return vendors
    .filter(() => random.isTrue(0.8))
    .map((vendor): Contract => {
      const from = addDays(date('2020-04-01'), 365 * random.whole(6))
      return {
        id: entityId<ContractId>(`c:${vendor.id.slice(2)}`),
        vendor: vendor.id,
        title: `${vendor.name} 保守契約`,
        from,
        until: random.isTrue(0.2) ? 'none' : addDays(from, 365 * (1 + random.whole(7))),
        ...(random.isTrue(0.6) && {
          updateDuty: random.pick(['vendor', 'facility', 'nobody']),
          updateClause: `第${4 + random.whole(12)}条`,
        }),
      }
    })
}

/** About seventy systems; every vendor has at least one. */
export function systemsOf(
  random: Random,
  given: { vendors: readonly Vendor[]; contracts: readonly Contract[]; services: readonly ServiceOfCare[] },
): readonly InformationSystem[] {
  const { vendors, contracts, services } = given
  const names = systemWords.flatMap(([kind, name, count]) =>
    Array.from({ length: count }, (_, at) => ({
      kind,
      name:
        kind === 'other'
          ? `${otherSystems[at % otherSystems.length]}${at < otherSystems.length ? '' : `(${1 + Math.floor(at / otherSystems.length)})`}`
          : count === 1
            ? name
            : `${name}(${at + 1})`,
    })),
  )
  return names.map(({ kind, name }, at): InformationSystem => {
    const vendor = vendors[at % vendors.length]
    const contract = contracts.find((one) => one.vendor === vendor?.id)
    const service = services[random.whole(services.length)]
    return {
      id: entityId<SystemId>(`s:${padded(at + 1)}`),
      name,
      kind,
      ...(vendor && { vendor: vendor.id }),
      ...(contract ? { contract: contract.id } : random.isTrue(0.5) ? { contract: 'none' as const } : {}),
      remoteMaintenance: random.isTrue(0.65) ? 'yes' : 'no',
      ...(service && { services: [service.id] }),
    }
  })
}

export function backupsOf(random: Random, systems: readonly InformationSystem[]): readonly Backup[] {
  return systems
    .filter(() => random.isTrue(0.75))
    .map((system) => ({
      id: entityId<BackupId>(`b:${system.id.slice(2)}`),
      system: system.id,
      way: random.pick(['connected-device', 'detached-media', 'cloud']),
      ...(random.isTrue(0.6) && {
        restoreTestedOn: random.isTrue(0.4) ? ('none' as const) : addDays(date('2025-01-10'), random.whole(600)),
      }),
    }))
}
