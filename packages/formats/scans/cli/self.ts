import type { AssetKind } from '@mimamori/domain'
import { ipOf, macOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import { describeSystem } from '../snmp/system.ts'
import type { RawItem } from '../types.ts'

/** What a device says of itself on its console. */
export interface OwnFacts {
  row: number
  name: string | undefined
  readonly serials: Set<string>
  readonly macs: Set<string>
  readonly ips: Set<string>
  kind: AssetKind | undefined
  maker: string | undefined
  model: string | undefined
  os: string | undefined
  firmware: string | undefined
  /** When the device says it is, if with its zone. */
  clock: string | undefined
}

export function newOwnFacts(name: string | undefined, row: number): OwnFacts {
  const unknown = { kind: undefined, maker: undefined, model: undefined, os: undefined, firmware: undefined, clock: undefined }
  return { row, name, serials: new Set(), macs: new Set(), ips: new Set(), ...unknown }
}

type Take = (facts: OwnFacts, value: string, second: string | undefined) => void

const takeSerial: Take = (facts, value) => {
  facts.serials.add(value)
}
const takeName = takeFirst('name')
const takeModel = takeFirst('model')
const takeFirmware = takeFirst('firmware')
const takeMac: Take = (facts, value) => {
  const mac = macOf(value)
  if (mac) facts.macs.add(mac)
}

/** What stands first counts. */
function takeFirst(field: 'name' | 'model' | 'firmware'): Take {
  return (facts, value) => {
    facts[field] ??= value
  }
}

/** FortiOS, Cisco, Allied Telesis and YAMAHA after published samples; Fujitsu Si-R from memory. */
const lines: readonly (readonly [RegExp, Take])[] = [
  [/\bserial=(\w+)/, takeSerial],
  [/(?:\bMAC-Address|^[Adres]{0,7})=([0-9a-f:]{17})/, takeMac],
  [
    /^Current time: (\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d)/,
    (facts, value) => {
      facts.clock = clockOf(value)
    },
  ],
  [/^Serial-Number: (\S+)/, takeSerial],
  [/^Hostname: (\S+)/, takeName],
  [/^(?:System [Ss]erial [Nn]umber|Motherboard serial number)\s*: (\S+)/, takeSerial],
  [/^Processor board ID (\w+)/, takeSerial],
  [/^Model [Nn]umber\s*: (\S+)/, takeModel],
  [/^[Cc]isco ([\w/-]+) \(.*\) processor/, takeModel],
  [/^Base [Ee]thernet MAC [Aa]ddress\s*: (\S+)/, takeMac],
  [/^(\S+) uptime is /, takeName],
  [
    /^Base\s+\d+\s+(?:\S+\s+)?((?:AT-|x|SH|IE|CentreCOM)\S+)\s+\S+\s+(\S+)$/,
    (facts, value, serial) => {
      facts.maker ??= 'Allied Telesis'
      facts.kind ??= 'switch'
      facts.model ??= value
      if (serial) facts.serials.add(serial)
    },
  ],
  [/^Software version\s*: (\d\S+)/, takeFirmware],
  [
    /^\s*System\s*: (Si-R ?\S+|SR-\S+)/,
    (facts, value) => {
      facts.maker ??= 'Fujitsu'
      facts.kind ??= value.startsWith('Si-R') ? 'router' : 'switch'
      facts.model ??= value
    },
  ],
  [/^\s*Serial No\.?\s*: (\S+)/, takeSerial],
  [/^\s*Firm(?:ware)? Ver\.?\s*: (V\S+(?: \S+)?)/, takeFirmware],
  [/^\s*MAC\s*: ([0-9a-f]{12})\b/i, takeMac],
]

/** True when the line was one that a device says of itself. */
export function readOwnLine(facts: OwnFacts, line: string): boolean {
  let isKnown = false
  for (const [test, take] of lines) {
    for (const found of line.matchAll(new RegExp(test.source, `${test.flags}g`))) {
      isKnown = true
      take(facts, found[1] ?? '', found[2])
    }
  }
  const system = describeSystem(line.replace(/^Version: /, ''))
  if (system.firmware === undefined || system.maker === undefined) return isKnown
  Object.assign(facts, { ...system, ...definedOf(facts) })
  return true
}

function definedOf(facts: OwnFacts): Partial<OwnFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

function clockOf(text: string): string | undefined {
  const made = Date.parse(text.replace(/^(\d{4})\/(\d\d)\/(\d\d) (\S+) (\S+)$/, '$1-$2-$3T$4$5'))
  return Number.isNaN(made) ? undefined : `${new Date(made).toISOString().slice(0, 19)}Z`
}

/** The device itself as an observation, when it said more than nothing. */
export function ownItem(facts: OwnFacts, file: string, seenAt: string | undefined): RawItem | undefined {
  const { name, kind, maker, model, os, firmware } = facts
  const says = name !== undefined || model !== undefined || facts.serials.size + facts.macs.size + facts.ips.size > 0
  if (!says) return undefined
  const keys = {
    serials: unique([...facts.serials]),
    macs: unique([...facts.macs]),
    ips: unique([...facts.ips].map(ipOf)),
    names: unique([name]),
  }
  return observed('device', { file, row: facts.row }, { ...keys, kind, maker, model, os, firmware, seenAt: facts.clock ?? seenAt })
}
