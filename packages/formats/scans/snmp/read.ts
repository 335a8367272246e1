import { basename, extname } from 'node:path'
import { ipOf, macOf, oneOf, unique } from '../keys.ts'
import { linesOf } from '../lines.ts'
import { observed } from '../observe.ts'
import { csvRecords } from '../records.ts'
import type { RawItem, Scan } from '../types.ts'
import { describeSystem } from './system.ts'

export function isSnmpHeader(found: ReadonlySet<string>): boolean {
  return found.has('sysdescr') && ['ip', 'ipaddress', 'host', 'address', 'sysname'].some((one) => found.has(one))
}

/** True for a line of an answer to snmpwalk or snmpget. */
export const snmpLine = /^(?:SNMPv2-MIB::|(?:iso|\.?1)\.3\.6\.1\.|\.iso\.|RFC1213-MIB::|IF-MIB::|ENTITY-MIB::)[\w.:-]*\s*=\s/

interface Answer {
  row: number
  readonly host: string | undefined
  system: string | undefined
  name: string | undefined
  location: string | undefined
  readonly macs: Set<string>
  readonly ips: Set<string>
  readonly serials: Set<string>
  model: string | undefined
  last: 'system' | undefined
}

/**
 * Answers of snmpwalk and snmpget of one device or, each under its command, of several; or a CSV with the columns IP and
 * sysDescr. From memory; not seen on real output. Of the command only the address asked is read, so the community string goes.
 */
export async function* readSnmp(scan: Scan): AsyncIterable<RawItem> {
  const head = Buffer.from(await scan.source.head(16_384))
    .toString('latin1')
    .replaceAll('\0', '')
  if (head.split(/\r?\n/).some((line) => snmpLine.test(line.trim()))) yield* readWalk(scan)
  else yield* readSnmpCsv(scan)
}

async function* readSnmpCsv(scan: Scan): AsyncIterable<RawItem> {
  for await (const { row, get } of csvRecords(scan, isSnmpHeader)) {
    const ip = ipOf(get('ip', 'IPAddress', 'address', 'host'))
    const names = oneOf(get('sysName') || (ip === undefined ? get('host') : ''))
    if (ip === undefined && !names) yield { kind: 'skip', row, reason: 'no-key' }
    else
      yield observed(
        'snmp',
        { file: scan.file, row },
        {
          ips: oneOf(ip),
          names,
          macs: oneOf(macOf(get('mac', 'ifPhysAddress'))),
          serials: oneOf(get('serial', 'entPhysicalSerialNum')),
          room: get('sysLocation'),
          ...describeSystem(get('sysDescr')),
        },
      )
  }
}

async function* readWalk(scan: Scan): AsyncIterable<RawItem> {
  let answer = newAnswer(hostOfName(scan.file))
  for await (const { row, text } of linesOf(scan)) {
    const line = text.trim()
    if (/\bsnmp(?:bulk)?(?:walk|get|getnext)\b/i.test(line) && !snmpLine.test(line)) {
      yield* itemsOf(answer, scan.file)
      yield { kind: 'secrets', count: /\s-[cAX]\s/.test(line) ? 1 : 0 }
      answer = newAnswer(hostOfCommand(line))
    } else if (snmpLine.test(line)) readAnswer(answer, line, row)
    else if (answer.last === 'system' && line !== '') answer.system = `${answer.system} ${line}`.slice(0, 2000)
    else if (line !== '') yield { kind: 'skip', row, reason: 'not-understood' }
  }
  yield* itemsOf(answer, scan.file)
}

function newAnswer(host: string | undefined): Answer {
  const unknown = { system: undefined, name: undefined, location: undefined, model: undefined, last: undefined }
  return { row: 1, host, macs: new Set(), ips: new Set(), serials: new Set(), ...unknown }
}

/** 192.0.2.1.txt or sysdescr-192.0.2.1.txt. */
function hostOfName(file: string): string | undefined {
  return ipOf(/\d+\.\d+\.\d+\.\d+/.exec(basename(file, extname(file)))?.[0])
}

function hostOfCommand(line: string): string | undefined {
  return line
    .split(/\s+/)
    .map((word) => ipOf(word.replace(/^(?:udp|tcp):/, '').replace(/:161$/, '')))
    .find((ip) => ip !== undefined)
}

function take(field: 'name' | 'location' | 'model') {
  return (answer: Answer, value: string) => {
    answer[field] = value
  }
}

const objects: readonly (readonly [RegExp, (answer: Answer, value: string, object: string) => void])[] = [
  [
    /(?:sysDescr|1\.3\.6\.1\.2\.1\.1\.1)\.0$/,
    (answer, value) => {
      answer.system = value
      answer.last = 'system'
    },
  ],
  [/(?:sysName|1\.3\.6\.1\.2\.1\.1\.5)\.0$/, take('name')],
  [/(?:sysLocation|1\.3\.6\.1\.2\.1\.1\.6)\.0$/, take('location')],
  [
    /(?:ifPhysAddress|1\.3\.6\.1\.2\.1\.2\.2\.1\.6)\.\d+$/,
    (answer, value) => {
      const mac = macOf(value.replace(/(?<![0-9a-f])[0-9a-f](?![0-9a-f])/gi, '0$&').trim())
      if (mac && answer.macs.size < 64) answer.macs.add(mac)
    },
  ],
  [
    /(?:ipAdEntAddr|1\.3\.6\.1\.2\.1\.4\.20\.1\.1)\.[\d.]+$/,
    (answer, value) => {
      const ip = ipOf(value)
      if (ip) answer.ips.add(ip)
    },
  ],
  [
    /(?:entPhysicalSerialNum|1\.3\.6\.1\.2\.1\.47\.1\.1\.1\.1\.11)\.1(?:001)?$/,
    (answer, value) => {
      answer.serials.add(value)
    },
  ],
  [/(?:entPhysicalModelName|1\.3\.6\.1\.2\.1\.47\.1\.1\.1\.1\.13)\.1(?:001)?$/, take('model')],
]

function readAnswer(answer: Answer, line: string, row: number): void {
  const [, object = '', value = ''] = /^(\S+)\s*=\s*(?:[\w-]+:\s?)?(.*)$/.exec(line.replace(/^\.?iso\./, '1.')) ?? []
  if (answer.row === 1) answer.row = row
  answer.last = undefined
  objects.find(([test]) => test.test(object.replace(/^\./, '')))?.[1](answer, value.replace(/^"|"$/g, '').trim(), object)
}

function* itemsOf({ row, host, system, name, location, macs, ips, serials, model }: Answer, file: string): Iterable<RawItem> {
  const allIps = unique([host, ...ips])
  if (system === undefined && name === undefined && macs.size === 0) return
  const facts = describeSystem(system ?? '')
  if (allIps.length === 0 && !name && macs.size === 0 && serials.size === 0) yield { kind: 'skip', row, reason: 'no-key' }
  else
    yield observed(
      'snmp',
      { file, row },
      {
        ips: allIps,
        names: oneOf(name),
        macs: [...macs],
        serials: [...serials],
        room: location,
        ...facts,
        model: model || facts.model,
      },
    )
}
