import type { SliceName } from './picture.ts'

/** How much free text a field takes, and whether it may have several lines. `most` counts UTF-16 code units. */
export interface TextLimit {
  readonly lines: 'one' | 'several'
  readonly most: number
}

const line = lineOf(200)
const note: TextLimit = { lines: 'several', most: 2000 }

function lineOf(most: number): TextLimit {
  return { lines: 'one', most }
}

/** Columns of an office's own that are kept with a record. */
export const extraLimits = { name: lineOf(200), text: note } as const

const device = { maker: line, model: line, os: line, firmware: line, room: line, note: note } as const

const assetLimits = {
  assets: { ...device, name: line, tag: lineOf(60), serial: lineOf(80), department: line, updateClause: line, approvalNumber: lineOf(60) },
  claims: {
    ...device,
    file: line,
    seenAt: lineOf(40),
    rule: lineOf(80),
    'link.device': line,
    'link.port': line,
    'link.remotePort': line,
    'link.vlan': line,
  },
  software: { name: line, maker: line, version: lineOf(100), cpe: line },
  lines: { name: line, room: line, use: line },
  vpns: { name: line },
  remotePaths: { name: line },
  remoteLog: { time: lineOf(5), by: line, why: line },
  faxFlows: { name: line, from: line, to: line, content: line },
  accounts: { name: line },
} as const

const vulnerabilityLimits = {
  matches: { line: lineOf(600), product: line, name: line, version: lineOf(100), advisory: line, title: note, fixedVersion: lineOf(100) },
  warnings: { issuer: line, title: line, action: note, checkedBy: line, link: lineOf(500), note },
  responses: { title: line, product: line, name: line, fixedVersion: lineOf(100) },
  responseSteps: { by: line, note, version: lineOf(100), signedBy: line },
  plannedUpdates: { title: line, product: line, version: lineOf(100), rollBack: note, note },
  plannedUpdateSteps: { by: line, note },
} as const

const riskLimits = {
  controls: { control: lineOf(80), statedBy: line, note },
  riskDecisions: { risk: lineOf(80), asked: note, answer: note, residual: note, facilityBy: line, vendorBy: line },
} as const

const moneyLimits = {
  quotes: { measure: lineOf(80), from: line, note },
  lossInputs: { parameter: lineOf(80), statedBy: line, because: note },
  planChoices: { measure: lineOf(80), settledBy: line, note },
  policies: { insurer: line, product: line, heads: lineOf(80), conditions: lineOf(80), note },
} as const

/** The free text of the records: the one definition for requests, files and folders. */
export const textLimits = {
  sources: { name: line },
  retired: { by: line, why: note },
  facility: { name: line, kana: line, prefecture: lineOf(20), address: line, phone: lineOf(40), fax: lineOf(40) },
  people: {
    name: line,
    kana: line,
    post: line,
    department: line,
    extension: lineOf(20),
    phone: lineOf(40),
    privatePhone: lineOf(40),
    mail: line,
  },
  services: { name: line },
  contacts: { name: line, office: line, phone: lineOf(40), nightPhone: lineOf(40), hours: lineOf(60) },
  vendors: {
    name: line,
    kana: line,
    phone: lineOf(40),
    nightPhone: lineOf(40),
    fax: lineOf(40),
    mail: line,
    address: line,
    contactName: line,
    contactDepartment: line,
    secondContactName: line,
    secondContactPhone: lineOf(40),
  },
  contactChanges: { oldName: line, newName: line, department: line, phone: lineOf(40), sentBy: line, settledBy: line },
  visits: { devices: note, currentVersion: lineOf(100), fixedVersion: lineOf(100) },
  visitSteps: { hours: line, by: line, note },
  disclosures: { product: line, productVersion: lineOf(100), formVersion: lineOf(40) },
  systems: { name: line },
  contracts: { title: line, updateClause: line, responseClause: line },
  backups: { place: line },
  ...assetLimits,
  ...vulnerabilityLimits,
  ...riskLimits,
  ...moneyLimits,
  zones: { name: line, note },
  links: { note },
  sheets: { answeredBy: line, typedBy: line },
  answers: { reason: note, note: note },
  evidence: { name: line, mediaType: lineOf(120), place: line },
  requests: { person: line, note: note },
  ticks: { by: line },
  messages: { by: line, text: note },
  inspections: { inspectors: note, present: note, remarks: note },
  inspectionPoints: { text: note, answer: note },
  tasks: { title: line, says: note },
  taskNotes: { by: line, text: note },
  approvals: { title: line, documentNumber: lineOf(60), draftedBy: line, why: note, toName: line, toAddress: line, toMail: line },
  approvalBoxes: { label: lineOf(40), by: line, seenBy: line, note: { lines: 'several', most: 500 } },
} as const satisfies Partial<Record<SliceName, Readonly<Record<string, TextLimit>>>>

/** The limit of a field of free text; undefined for every other field. */
export function textLimitOf(slice: SliceName, field: string): TextLimit | undefined {
  const limits: Partial<Record<SliceName, Readonly<Record<string, TextLimit>>>> = textLimits
  return limits[slice]?.[field]
}

const bidi = /[\u202a-\u202e\u2066-\u2069]/

export type TextFault = 'empty' | 'too-long' | 'forbidden-letters'

/**
 * Why a text cannot be kept as it is. Forbidden are control characters (a line break and a tab only where several lines
 * are allowed), marks that turn the reading direction, which make one thing look like another, and halves of a letter.
 */
export function textFault(text: string, { lines, most }: TextLimit): TextFault | undefined {
  if (text.length === 0) return 'empty'
  if (text.length > most) return 'too-long'
  const plain = lines === 'several' ? text.replace(/[\n\t]/g, '') : text
  return hasControl(plain) || bidi.test(text) || !text.isWellFormed() ? 'forbidden-letters' : undefined
}

function hasControl(text: string): boolean {
  return [...text].some((char) => char < ' ' || char === '\u007f')
}
