import { z } from 'zod'
import { calendarDate, entityId, sourced, text } from './common.ts'

const assetKind = z.enum([
  'server',
  'pc',
  'tablet',
  'firewall',
  'router',
  'mobile-router',
  'switch',
  'access-point',
  'network-device',
  'medical-device',
  'storage',
  'backup-device',
  'printer',
  'fax',
  'phone',
  'camera',
  'iot',
  'cloud-service',
  'removable-media',
  'other',
])

export const assetKindTraits = z.strictObject({
  id: assetKind,
  name: text,
  onNetwork: z.boolean(),
  takesUpdates: z.boolean(),
  disclosure: z.boolean(),
  ...sourced,
})

export const supportEnd = z.strictObject({
  id: entityId,
  product: text,
  words: z.array(z.string().regex(/^[^A-Z]+$/)).min(1),
  unless: z
    .array(z.string().regex(/^[^A-Z]+$/))
    .min(1)
    .exactOptional(),
  endsOn: calendarDate,
  ...sourced,
})

export const assetLimit = z.strictObject({ id: entityId, most: z.int().nonnegative(), reason: text, ...sourced })

export const assetSentence = z.strictObject({ id: entityId, says: text, ...sourced })

const basis = z.enum(['real-output', 'published-sample', 'documentation', 'memory'])

export const scanBasis = z.strictObject({ id: basis, order: z.int().positive(), name: text, says: text, ...sourced })

export const scanFormat = z.strictObject({
  id: z.enum(['nmap', 'dhcp-isc', 'dhcp-kea', 'dhcp-windows', 'device-cli', 'directory-csv', 'sharphound', 'snmp', 'drawio', 'register']),
  name: text,
  basis,
  seen: text,
  made: text,
  commands: z.array(z.string().min(1)).min(1).exactOptional(),
  taken: text,
  ...sourced,
})

export const observationSource = z.strictObject({
  id: z.enum([
    'register',
    'nmap',
    'dhcp',
    'arp',
    'mac-table',
    'lldp',
    'cdp',
    'device',
    'directory',
    'snmp',
    'drawio',
    'vendor-list',
    'hand',
  ]),
  name: text,
  ...sourced,
})
