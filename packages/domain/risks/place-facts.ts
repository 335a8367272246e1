import { isInUse, pathsInUse } from '../assets/index.ts'
import { isKnown } from '../record.ts'
import { cannotTell, type FactReader, type Facts, type Found, groundsOf, isThere } from './fact-lists.ts'

type Device = Facts['assets'][number]

/** What is here at all, and so can be a risk: systems, ways in, kinds of devices. */
export const placeFacts: Readonly<Record<string, FactReader>> = {
  'fact:systems': ({ facility: [own], systems }) => {
    if (own?.usesSystems !== undefined) return { value: own.usesSystems, grounds: groundsOf('facility', [own], 'usesSystems') }
    return systems.length > 0 ? { value: 'yes', grounds: groundsOf('systems', systems) } : cannotTell
  },
  'fact:vendors': ({ systems }) => {
    const kept = systems.filter(({ vendor }) => isKnown(vendor))
    if (kept.length > 0) return { value: 'yes', grounds: groundsOf('systems', kept, 'vendor') }
    const isAllOwn = systems.length > 0 && systems.every(({ vendor }) => vendor !== undefined)
    return isAllOwn ? { value: 'no', grounds: groundsOf('systems', systems, 'vendor') } : cannotTell
  },
  'fact:chart': (facts) => ofSystems(facts, 'chart'),
  'fact:e-prescription': (facts) => ofSystems(facts, 'e-prescription'),
  'fact:eligibility': (facts) => {
    const lines = facts.lines.filter(({ kind }) => kind === 'eligibility')
    return lines.length > 0 ? { value: 'yes', grounds: groundsOf('lines', lines, 'kind') } : ofSystems(facts, 'eligibility')
  },
  'fact:vpn': (facts) => isThere('vpns', facts.vpns.filter(isInUse), waysOut(facts), 'id'),
  'fact:internet': (facts) => {
    const lines = facts.lines.filter(({ kind }) => kind === 'internet' || kind === 'mobile')
    return isThere('lines', lines, facts.lines)
  },
  'fact:regional-link': (facts) => {
    const links = facts.vpns.filter((vpn) => isInUse(vpn) && (vpn.purpose === 'regional-link' || vpn.purpose === 'images-results'))
    return isThere('vpns', links, waysOut(facts), 'purpose')
  },
  'fact:remote': remote,
  'fact:medical-devices': (facts) => ofDevices(facts, ['medical-device']),
  'fact:iot': (facts) => ofDevices(facts, ['iot', 'camera', 'phone']),
  'fact:printers': (facts) => ofDevices(facts, ['printer', 'fax']),
  'fact:mobile-routers': (facts) => ofDevices(facts, ['mobile-router']),
  'fact:cloud': (facts) => {
    const inCloud = facts.backups.filter(({ way }) => way === 'cloud')
    return inCloud.length > 0 ? { value: 'yes', grounds: groundsOf('backups', inCloud, 'way') } : ofDevices(facts, ['cloud-service'])
  },
  'fact:wireless': (facts) => {
    const [own] = facts.facility
    if (own?.guestWifi === 'yes') return { value: 'yes', grounds: groundsOf('facility', [own], 'guestWifi') }
    return ofDevices(facts, ['access-point'])
  },
  'fact:guest-wifi': ({ facility: [own] }) =>
    own?.guestWifi === undefined ? cannotTell : { value: own.guestWifi, grounds: groundsOf('facility', [own], 'guestWifi') },
  'fact:fax': (facts) => {
    const { faxFlows } = facts
    return faxFlows.length > 0 ? { value: 'yes', grounds: groundsOf('faxFlows', faxFlows) } : ofDevices(facts, ['fax'])
  },
  'fact:home-visits': ({ services }) => {
    const found = services.filter(({ kind }) => kind === 'home-visits')
    return isThere('services', found, services)
  },
}

/** Lines, VPNs and ways of maintenance: where one of these lists is kept, what is in none of them is not there. */
function waysOut({ lines, vpns, remotePaths }: Facts): readonly unknown[] {
  return [...lines, ...vpns, ...remotePaths]
}

function ofSystems({ systems }: Facts, kind: Facts['systems'][number]['kind']): Found {
  const found = systems.filter((system) => system.kind === kind)
  const unsorted = systems.filter((system) => system.kind === undefined)
  return found.length === 0 && unsorted.length > 0
    ? { grounds: groundsOf('systems', unsorted, 'kind') }
    : isThere('systems', found, systems)
}

function ofDevices({ assets }: Facts, kinds: readonly NonNullable<Device['kind']>[]): Found {
  const found = assets.filter(({ kind }) => kind !== undefined && kinds.includes(kind))
  return isThere('assets', found, assets)
}

function remote(facts: Facts): Found {
  const paths = pathsInUse(facts)
  if (paths.length > 0) return { value: 'yes', grounds: groundsOf('remotePaths', paths) }
  const said = facts.systems.filter(({ remoteMaintenance }) => remoteMaintenance === 'yes')
  if (said.length > 0) return { value: 'yes', grounds: groundsOf('systems', said, 'remoteMaintenance') }
  const byVendor = facts.systems.filter(({ vendor }) => vendor === undefined || isKnown(vendor))
  const silent = byVendor.filter(({ remoteMaintenance }) => remoteMaintenance === undefined)
  if (facts.systems.length === 0 || silent.length > 0) return { grounds: groundsOf('systems', silent, 'remoteMaintenance') }
  return {
    value: 'no',
    grounds: [...groundsOf('systems', byVendor, 'remoteMaintenance'), { slice: 'remotePaths', none: { field: 'id', is: 'any' } }],
  }
}
