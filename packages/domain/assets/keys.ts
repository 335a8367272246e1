/** Words that stand where a number should: makers' placeholders and what offices write for "nobody knows". */
const placeholders = new Set([
  'none',
  'na',
  'null',
  'unknown',
  'defaultstring',
  'tobefilledbyoem',
  'systemserialnumber',
  'chassisserialnumber',
  'notspecified',
  'notavailable',
  'notapplicable',
  'oem',
  'invalid',
  'empty',
  'なし',
  '無し',
  '不明',
  '未登録',
])

/** Letters and digits of a text in one form, for comparing only. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function isPlaceholder(key: string): boolean {
  return placeholders.has(key) || /^(.)\1*$/u.test(key) || '01234567890123456789'.includes(key)
}

/** A serial number that can tell devices apart. */
export function serialKey(text: string): string | undefined {
  const key = bare(text)
  return key.length < 4 || isPlaceholder(key) ? undefined : key
}

/** An asset tag (管理番号): short ones are usual, so only placeholders fall out. */
export function tagKey(text: string): string | undefined {
  const key = bare(text)
  return key.length < 2 || placeholders.has(key) || /^(.)\1*$/u.test(key) ? undefined : key
}

/** A SID of a domain or a GUID; the well-known SIDs that every machine has say nothing. */
export function directoryKey(text: string): string | undefined {
  const key = text.trim().toLowerCase().replace(/[{}]/g, '')
  if (/^s-1-5-21(-\d+){4}$/.test(key)) return key
  return uuidKey(key)
}

const knownUuids = new Set(['03000200040005000006000700080009', '00020003000400050006000700080009'])

/** A UUID of a board. NOTE: some tools print its first three parts in the other byte order; both mean one board. */
export function uuidKey(text: string): string | undefined {
  const hex = text.toLowerCase().replace(/[^0-9a-f]/g, '')
  if (hex.length !== 32 || /^(0+|f+)$/.test(hex) || knownUuids.has(hex)) return undefined
  const turned = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16)].map(turnedBytes).join('') + hex.slice(16)
  return hex < turned ? hex : turned
}

function turnedBytes(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('')
}

/** What a MAC address is worth: `random` and `virtual` ones repeat, `shared` ones belong to no single device. */
export type MacWorth = 'sure' | 'random' | 'virtual' | 'shared'

/** Prefixes of virtual machines, whose addresses are copied with them. VMware, Hyper-V, VirtualBox, Xen, Parallels, QEMU. */
const virtualPrefixes = ['005056', '000c29', '000569', '00155d', '080027', '00163e', '001c42', '525400']
/** VRRP, HSRP: one address for whichever router is on duty. */
const sharedPrefixes = ['00005e0001', '00005e0002', '00000c07ac', '00000c9ff']

export function macKey(text: string): { readonly key: string; readonly worth: MacWorth } | undefined {
  const key = text.toLowerCase().replace(/[^0-9a-f]/g, '')
  if (key.length !== 12 || /^(0+|f+)$/.test(key)) return undefined
  const first = Number.parseInt(key.slice(0, 2), 16)
  if ((first & 1) === 1) return undefined
  if (sharedPrefixes.some((prefix) => key.startsWith(prefix))) return { key, worth: 'shared' }
  if (virtualPrefixes.some((prefix) => key.startsWith(prefix))) return { key, worth: 'virtual' }
  return { key, worth: (first & 2) === 2 ? 'random' : 'sure' }
}

/** Host names that many devices have, or that a server has made of an address. */
const generic =
  /^(localhost|unknown|pc|desktop|laptop|notebook|printer|server|host|device|android|iphone|ipad|macbook|windows|linux|ubuntu|debian|raspberrypi|openwrt|router|gateway|camera|nas|admin|user|test|new|none)[-_]?1?$|^(android|galaxy|esp|dhcp|ip|host|client)[-_][0-9a-f-]+$|^\d+$|(\d{1,3}[-_.]){3}\d{1,3}/

export interface HostName {
  readonly label: string
  readonly domain?: string
}

/** The first part of a host name, and the domain where one is written; undefined for names that tell nothing. */
export function hostName(text: string): HostName | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^.*\\/, '')
    .replace(/[.$]+$/, '')
  if (plain === '' || generic.test(plain)) return undefined
  const [label = '', ...rest] = plain.split('.')
  if (label === '' || generic.test(label)) return undefined
  return { label, ...(rest.length > 0 && { domain: rest.join('.') }) }
}

/** Maker and model for comparing; the maker may stand within the model or not. */
export function modelKey(maker: string | undefined, model: string | undefined): string | undefined {
  if (model === undefined) return undefined
  const key = bare(model)
  const short = maker === undefined ? key : key.replace(bare(maker), '')
  const found = short.length >= 3 ? short : key
  return found.length < 3 || placeholders.has(found) ? undefined : found
}

/** An address that one device has at a time: none of loopback, link-local, multicast or broadcast. */
export function ipKey(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '' || /^(127\.|169\.254\.|22[4-9]\.|23\d\.|255\.|0\.0\.0\.0$|::1$|fe80:|ff)/.test(plain)) return undefined
  return plain
}
