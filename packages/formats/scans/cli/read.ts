import { basename, extname } from 'node:path'
import { linesOf } from '../lines.ts'
import { holdsSecret } from '../secrets.ts'
import type { SkipReason } from '../skips.ts'
import type { RawItem, Scan } from '../types.ts'
import { fortiLease, type YamahaLease, yamahaItem, yamahaLease } from './leases.ts'
import { type Neighbour, neighbourItem, readNeighbourLine, summaryNeighbour } from './neighbours.ts'
import { isNoise, promptOf, type Section, sectionOfCommand, sectionOfHeader } from './sections.ts'
import { newOwnFacts, type OwnFacts, ownItem, readOwnLine } from './self.ts'
import { arpRow, harmlessText, macRow, type OwnAddress, type Spot } from './tables.ts'

interface Reading {
  readonly scan: Scan
  /** Name of the file without its ending, for devices whose console shows no name. */
  readonly fileName: string
  device: string
  section: Section | undefined
  header: string
  own: OwnFacts
  neighbour: Neighbour | undefined
  lease: YamahaLease | undefined
  passedOver: PassedOver | undefined
}

/** Lines that are no table: where they began, to which command, how many, and how many of them held a secret. */
interface PassedOver {
  readonly row: number
  readonly reason: SkipReason
  readonly text: string
  lines: number
  secrets: number
}

/**
 * Records of the console of network devices, one device or several in one file, with or without the commands: ARP and MAC
 * tables, LLDP and CDP neighbours, DHCP leases, and what the device says of itself. What each part rests on stands at its reader.
 * Configurations are passed over; nothing of them is kept but the command and the number of lines.
 */
export async function* readDeviceCli(scan: Scan): AsyncIterable<RawItem> {
  const fileName = basename(scan.file, extname(scan.file))
  const nothing = { section: undefined, header: '', neighbour: undefined, lease: undefined, passedOver: undefined }
  const reading: Reading = { scan, fileName, device: '', own: newOwnFacts(undefined, 1), ...nothing }
  for await (const { row, text, isCut } of linesOf(scan)) {
    if (isCut) yield { kind: 'skip', row, reason: 'too-long', text: harmlessText(text) }
    else yield* readLine(reading, text.trimEnd(), row)
  }
  yield* endSection(reading)
  yield* endDevice(reading)
}

function* readLine(reading: Reading, line: string, row: number): Iterable<RawItem> {
  const prompt = promptOf(line)
  if (prompt) {
    yield* endSection(reading)
    if (prompt.device !== '' && prompt.device !== reading.device) {
      yield* endDevice(reading)
      reading.device = prompt.device
      reading.own = newOwnFacts(prompt.device, row)
    }
    reading.section = sectionOfCommand(prompt.command)
    if (reading.section === 'other') reading.passedOver = { row, reason: 'other-command', text: prompt.command, lines: 1, secrets: 0 }
    return
  }
  const header = reading.section === 'other' ? undefined : sectionOfHeader(line)
  if (header !== undefined && header !== reading.section) yield* endSection(reading)
  if (header !== undefined) {
    reading.section = header
    reading.header = line
  }
  yield* readInSection(reading, line, row)
}

function* readInSection(reading: Reading, line: string, row: number): Iterable<RawItem> {
  const spot = spotOf(reading, row)
  switch (reading.section) {
    case 'other':
      if (reading.passedOver) passOver(reading.passedOver, line)
      return
    case 'lldp':
    case 'cdp':
      yield* readNeighbours(reading, line, { ...spot, source: reading.section })
      return
    case 'yamaha-dhcp': {
      yield* readYamaha(reading, line, spot)
      return
    }
    case 'arp':
      yield* known(reading, line, row, arpRow(line, spot))
      return
    case 'mac':
      yield* known(reading, line, row, macRow(line, spot))
      return
    case 'lease':
      yield* known(reading, line, row, fortiLease(line, reading.header, spot))
      return
    case 'self':
      readOwnLine(reading.own, line)
      return
    case undefined:
      if (!readOwnLine(reading.own, line) && !isNoise(line)) passOverUnknown(reading, line, row)
  }
}

/** The item of a line; a line that is none and no ornament of a table is passed on as not understood. */
function* known(reading: Reading, line: string, row: number, item: RawItem | OwnAddress | undefined): Iterable<RawItem> {
  if (item?.kind === 'own') {
    reading.own.ips.add(item.ip)
    reading.own.macs.add(item.mac)
  } else if (item) yield item
  else if (reading.section === 'lease' && /^\S+\s*$/.test(line)) return
  else if (!isNoise(line)) yield { kind: 'skip', row, reason: 'not-understood', text: harmlessText(line) }
}

function* readNeighbours(reading: Reading, line: string, at: Spot & { readonly source: 'lldp' | 'cdp' }): Iterable<RawItem> {
  const short = summaryNeighbour(line, at.source, at)
  if (short) {
    yield short
    return
  }
  if (reading.neighbour === undefined && isNoise(line) && !/^\s*(?:Local Intf|Device ID|Interface Name|\d+ port)\b.*:/.test(line)) return
  const { open, ended } = readNeighbourLine(line, at, reading.neighbour)
  reading.neighbour = open
  if (ended) yield* neighbourItems(reading, ended)
}

function* neighbourItems(reading: Reading, neighbour: Neighbour): Iterable<RawItem> {
  const item = neighbourItem(neighbour, spotOf(reading, neighbour.row))
  if (item) yield item
  else if (neighbour.fields.size > 0) yield { kind: 'skip', row: neighbour.row, reason: 'no-key' }
}

function* readYamaha(reading: Reading, line: string, spot: Spot): Iterable<RawItem> {
  const read = yamahaLease(line, spot.row, reading.lease)
  if (read === undefined) yield* known(reading, line, spot.row, undefined)
  else if (read !== 'other' && read !== reading.lease) {
    if (reading.lease) yield yamahaItem(reading.lease, spot)
    reading.lease = read
  }
}

function passOver(passed: PassedOver, line: string): void {
  passed.lines++
  if (holdsSecret(line)) passed.secrets++
}

/** Lines outside of every table, such as a configuration without its command, are passed over together. */
function passOverUnknown(reading: Reading, line: string, row: number): void {
  reading.passedOver ??= { row, reason: 'not-understood', text: harmlessText(line), lines: 0, secrets: 0 }
  passOver(reading.passedOver, line)
}

function* endSection(reading: Reading): Iterable<RawItem> {
  const { neighbour, lease, passedOver } = reading
  Object.assign(reading, { neighbour: undefined, lease: undefined, passedOver: undefined, section: undefined, header: '' })
  if (neighbour) yield* neighbourItems(reading, neighbour)
  if (lease) yield yamahaItem(lease, spotOf(reading, lease.row))
  if (passedOver) {
    const { row, reason, text, lines, secrets } = passedOver
    yield { kind: 'skip', row, reason, text, lines }
    if (secrets > 0) yield { kind: 'secrets', count: secrets }
  }
}

function* endDevice(reading: Reading): Iterable<RawItem> {
  const item = ownItem(reading.own, reading.scan.file, undefined)
  if (item) yield item
}

/** A console that shows no name is known by its serial number, else by the name of the file. */
function spotOf({ scan, device, fileName, own }: Reading, row: number): Spot {
  return { file: scan.file, row, device: device || own.name || [...own.serials][0] || fileName, seenAt: own.clock }
}
