import { isInUse, pathsInUse } from '../assets/index.ts'
import { daysBetween } from '../calendar.ts'
import { byId } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { cannotTell, type FactReader, type Facts, type Found, groundsOf, ofAll } from './fact-lists.ts'

/** What the register, the map, backups and contracts show of controls, and on what stand-ins depend. */
export const controlFacts: Readonly<Record<string, FactReader>> = {
  'fact:ways-two-factor': ({ vpns, remotePaths }) =>
    together(
      ofAll('vpns', vpns.filter(isInUse), 'twoFactor', ({ twoFactor }) => twoFactor),
      ofAll(
        'remotePaths',
        remotePaths.filter((path) => isInUse(path) && !isKnown(path.vpn)),
        'twoFactor',
        ({ twoFactor }) => twoFactor,
      ),
    ),
  'fact:ways-off': (facts) => ofAll('remotePaths', pathsInUse(facts), 'alwaysOn', ({ alwaysOn }) => turned(alwaysOn)),
  'fact:ways-declared': (facts) =>
    ofAll('remotePaths', pathsInUse(facts), 'declaredOn', ({ declaredOn }) =>
      declaredOn === undefined ? undefined : isKnown(declaredOn) ? 'yes' : 'no',
    ),
  'fact:gates-guarded': ({ entrances }) => {
    const gates = entrances.filter(({ exposure, line }) => exposure === 'internet' && line !== undefined)
    return ofAll(
      'lines',
      gates.flatMap(({ line, guarded }) => (line === undefined ? [] : [{ id: line, guarded }])),
      'device',
      ({ guarded }) => (guarded === 'unknown' ? undefined : guarded === 'none' ? 'no' : 'yes'),
    )
  },
  'fact:zones-apart': (facts) => apart(facts, () => true),
  'fact:guests-apart': (facts) => apart(facts, (pair) => pair.startsWith('guest-')),
  'fact:eligibility-apart': (facts) => apart(facts, (pair) => pair.includes('eligibility')),
  'fact:no-mobile-router': ({ networkNodes, assets, zones }) => {
    const mobile = networkNodes.flatMap(({ mobile, asset }) => (mobile === 'yes' ? (byId(assets, asset) ?? []) : []))
    if (mobile.length > 0) return { value: 'no', grounds: groundsOf('assets', mobile, 'kind') }
    return zones.length > 0 && assets.length > 0
      ? { value: 'yes', grounds: [{ slice: 'assets', none: { field: 'kind', is: 'mobile-router' } }] }
      : cannotTell
  },
  'fact:backup-detached': detached,
  'fact:backup-tested': ({ backups, periods, asOf }) => {
    const most = byId(periods, 'restore-test-old')?.days ?? 0
    return ofAll('backups', backups, 'restoreTestedOn', ({ restoreTestedOn }) => {
      const on = known(restoreTestedOn)
      if (on !== undefined) return daysBetween(on, asOf) > most ? 'no' : 'yes'
      return restoreTestedOn === undefined ? undefined : 'no'
    })
  },
  'fact:chart-apart': ({ facility: [own] }) => {
    if (own?.chartPcBrowsesInternet === undefined) return cannotTell
    return { value: own.chartPcBrowsesInternet === 'no' ? 'yes' : 'no', grounds: groundsOf('facility', [own], 'chartPcBrowsesInternet') }
  },
  'fact:no-leavers': ({ accounts }) => ofAll('accounts', accounts, 'leavers', ({ leavers }) => none(leavers)),
  'fact:no-shared': ({ accounts }) => ofAll('accounts', accounts, 'shared', ({ shared }) => none(shared)),
  'fact:contracts': (facts) => ofAll('systems', keptByVendors(facts), 'contract', ({ contract }) => yesWhere(contract)),
  'fact:update-duty': ({ contracts }) =>
    ofAll('contracts', contracts, 'updateDuty', ({ updateDuty }) => (updateDuty === 'nobody' ? 'no' : updateDuty && 'yes')),
  'fact:response-hours': ({ contracts }) => ofAll('contracts', contracts, 'responseHours', ({ responseHours }) => yesWhere(responseHours)),
  'fact:fax-preset': ({ faxFlows }) => {
    const typed = faxFlows.filter(({ numbers }) => numbers === 'typed')
    const both = faxFlows.filter(({ numbers }) => numbers === 'both')
    if (typed.length === 0 && both.length > 0) return { value: 'partly', grounds: groundsOf('faxFlows', both, 'numbers') }
    return ofAll('faxFlows', faxFlows, 'numbers', ({ numbers }) =>
      numbers === undefined ? undefined : numbers === 'preset' ? 'yes' : 'no',
    )
  },
}

/** Of each system some backup must be out of reach; that of one system is of no use to another. */
function detached({ backups }: Facts): Found {
  const away = backups.filter(({ way, connection }) => way === 'detached-media' || connection === 'offline')
  const safe = new Set(away.map(({ system }) => system))
  const others = ofAll(
    'backups',
    backups.filter(({ system }) => !safe.has(system)),
    'connection',
    ({ way, connection }) => (way === 'connected-device' || connection === 'online' ? 'no' : undefined),
  )
  if (away.length === 0 || (others.value === undefined && others.grounds.length > 0)) return others
  const grounds = groundsOf('backups', away, 'connection')
  return others.value === 'no' ? { value: 'partly', grounds: [...grounds, ...others.grounds] } : { value: 'yes', grounds }
}

function none(count: number | undefined): 'yes' | 'no' | undefined {
  if (count === undefined) return undefined
  return count === 0 ? 'yes' : 'no'
}

function turned(alwaysOn: 'yes' | 'no' | undefined): 'yes' | 'no' | undefined {
  if (alwaysOn === undefined) return undefined
  return alwaysOn === 'yes' ? 'no' : 'yes'
}

function yesWhere(value: unknown): 'yes' | 'no' | undefined {
  if (value === undefined) return undefined
  return value === 'none' || value === 'not-applicable' ? 'no' : 'yes'
}

function keptByVendors({ systems }: Facts): Facts['systems'] {
  return systems.filter(({ vendor }) => isKnown(vendor))
}

/** Of two lists of one kind: what one of them cannot tell, the other decides only where it says no. */
function together(...parts: readonly Found[]): Found {
  const there = parts.filter(({ grounds }) => grounds.length > 0)
  const wrong = there.find(({ value }) => value === 'no') ?? there.find(({ value }) => value === undefined)
  if (wrong || there.length === 0) return wrong ?? cannotTell
  return { value: 'yes', grounds: there.flatMap(({ grounds }) => grounds) }
}

/** No way that must not be open is open; sure only where every control on the map is known. */
function apart({ zones, forbiddenPaths, networkEdges }: Facts, isMeant: (pair: string) => boolean): Found {
  if (zones.length === 0) return { grounds: [] }
  const ways = forbiddenPaths.filter(({ pair }) => isMeant(pair))
  const open = ways.filter(({ possible }) => !possible)
  if (open.length > 0) return { value: 'no', grounds: open.flatMap(({ facts }) => facts).slice(0, 5) }
  const isUnsure =
    ways.length > 0 || networkEdges.length === 0 || networkEdges.some(({ control, trunk }) => control === 'unknown' && !trunk)
  return isUnsure ? { grounds: groundsOf('zones', zones) } : { value: 'yes', grounds: groundsOf('zones', zones) }
}
