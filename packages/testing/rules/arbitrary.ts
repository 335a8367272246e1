import {
  addDays,
  byId,
  type CalendarDate,
  type Catalogue,
  type Change,
  date,
  type Picture,
  type RuleEntry,
  rules,
  type SliceName,
  type Slices,
  sliceDefs,
  sliceNames,
} from '@mimamori/domain'
import * as fc from 'fast-check'
import { assetFields, assetIds, assetsMade } from './arbitrary-assets.ts'
import { governanceFields, governanceIds, governanceMade } from './arbitrary-governance.ts'
import { moneyFields, moneyIds, moneyMade, moneySlices } from './arbitrary-money.ts'
import { networkFields, networkIds, networkMade } from './arbitrary-network.ts'
import { riskFields, riskIds, riskMade } from './arbitrary-risks.ts'
import { usualWeaknesses, vulnerabilityFields, vulnerabilityIds, vulnerabilityMade } from './arbitrary-vulnerabilities.ts'
import { a, aPicture, ids } from './builders.ts'
import { aReference } from './check.ts'
import { smallNetwork } from './network.ts'

const vendorIds = ['v:1', 'v:2', 'v:3']
const systemIds = ['s:1', 's:2', 's:3']
const itemIds = ['r7:0', 'r7:1-01', 'r7:2-05', 'r7:2-06']
const sheetIds = ['sh:own', 'sh:last', 'sh:v1', 'sh:v2', 'sh:v3']

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const vendorFact = fc.constantFrom(...vendorIds.map((id) => ids.vendor(id)), 'none' as const, 'not-applicable' as const)

function withoutUnknown<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T // an entry less unknown keys
}

const fields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  facility: fc.record({
    beds: maybe(fc.constantFrom(0, 19, 180)),
    fiscalYear: maybe(fc.constantFrom(2025, 2026)),
    kind: maybe(fc.constantFrom('clinic', 'hospital')),
    chartPcBrowsesInternet: maybe(fc.constantFrom('yes', 'no')),
  }),
  ...governanceFields,
  vendors: fc.record({
    name: fc.constantFrom('例システム株式会社', '㈱例システム', '例画像株式会社'),
    phone: maybe(fc.constant('00-0000-0001')),
    confirmedOn: maybe(day),
  }),
  systems: fc.record({
    vendor: maybe(vendorFact),
    maker: maybe(vendorFact),
    contract: maybe(fc.constantFrom(ids.contract('c:1'), ids.contract('c:2'), 'none' as const)),
  }),
  backups: fc.record({
    system: fc.constantFrom(...systemIds),
    restoreTestedOn: maybe(day),
    way: fc.constantFrom('connected-device', 'detached-media'),
    device: maybe(fc.constantFrom('d:server', 'd:w1', 'd:1')),
    connection: maybe(fc.constantFrom('online', 'offline')),
  }),
  contracts: fc.record({
    vendor: fc.constantFrom(...vendorIds),
    until: maybe(day),
    updateDuty: maybe(fc.constantFrom('vendor', 'facility', 'nobody')),
  }),
  ...assetFields,
  ...networkFields,
  ...vulnerabilityFields,
  ...riskFields,
  ...moneyFields,
  sheets: fc.record({
    vendor: maybe(vendorFact),
    system: maybe(fc.constantFrom(...systemIds)),
    sentOn: maybe(day),
    returnedOn: maybe(day),
    closedOn: maybe(day),
    fiscalYear: fc.constantFrom(2025, 2026),
    audience: fc.constantFrom('facility', 'vendor'),
  }),
  answers: fc.record({
    answer: maybe(fc.constantFrom('yes', 'no', 'not-applicable', 'other-party')),
    checkedOn: maybe(day),
    targetOn: maybe(day),
    recheckedOn: maybe(day),
    recheckAnswer: maybe(fc.constantFrom('yes', 'no')),
    reason: maybe(fc.constant('装置がない')),
    carriedFrom: maybe(fc.constantFrom(ids.answer('a:sh:last.0'), ids.answer('a:sh:last.1'))),
    part: maybe(fc.constantFrom('server', 'client-pc')),
  }),
  evidence: fc.record({
    answers: maybe(fc.subarray(['a:sh:own.0', 'a:sh:own.1', 'a:sh:v1.2'])),
    validUntil: maybe(day),
    obtainedOn: maybe(day),
  }),
  requests: fc.record({ sheet: fc.constantFrom(...sheetIds), kind: fc.constantFrom('request', 'chase-up', 'reply'), on: day }),
  discussions: fc.record({ sheet: fc.constantFrom(...sheetIds), agreedOn: maybe(day) }),
  messages: fc.record({ discussion: fc.constantFrom('d:1', 'd:2'), text: fc.constantFrom('確かめました', '対象の機器が違います') }),
  inspections: fc.record({ on: day }),
  inspectionPoints: fc.record({ task: maybe(fc.constantFrom('t:1', 't:2')), dueOn: maybe(day) }),
  tasks: fc.record({ vendor: maybe(fc.constantFrom(...vendorIds)), title: fc.constantFrom('更新', '確認'), dueOn: maybe(day) }),
  taskNotes: fc.record({
    task: fc.constantFrom('t:1', 't:2'),
    text: maybe(fc.constant('進めています')),
    inside: maybe(fc.constant('yes')),
  }),
  contactChanges: fc.record({ vendor: fc.constantFrom(...vendorIds), newName: fc.constantFrom('仮名 次郎', '仮里 良子'), from: day }),
  disclosures: fc.record({
    vendor: fc.constantFrom(...vendorIds),
    product: fc.constantFrom('電子カルテ', '画像サーバ'),
    formVersion: maybe(fc.constant('Ver5.0')),
  }),
  visits: fc.record({ vendor: fc.constantFrom(...vendorIds), devices: fc.constantFrom('保守用ルーター', '検査室の端末') }),
  visitSteps: fc.record({ visit: fc.constantFrom('vi:1', 'vi:2'), wishedOn: maybe(day), note: maybe(fc.constant('夜間にお願いします')) }),
}

const changeable = Object.keys(fields) as SliceName[] // the keys above are slices

/** Records that a change may name: a handful of ids per slice, so that changes meet. */
const idsOf: { readonly [S in SliceName]?: readonly string[] } = {
  facility: ['f:mimamori'],
  ...governanceIds,
  vendors: vendorIds,
  systems: systemIds,
  backups: ['b:1', 'b:2'],
  contracts: ['c:1', 'c:2'],
  ...assetIds,
  ...networkIds,
  ...vulnerabilityIds,
  ...riskIds,
  ...moneyIds,
  sheets: sheetIds,
  answers: sheetIds.flatMap((sheet) => itemIds.map((_, at) => `a:${sheet}.${at}`)),
  evidence: ['e:1', 'e:2'],
  requests: ['r:1', 'r:2', 'r:3'],
  discussions: ['d:1', 'd:2'],
  messages: ['m:1', 'm:2'],
  inspections: ['in:1'],
  inspectionPoints: ['ip:1', 'ip:2'],
  tasks: ['t:1', 't:2'],
  taskNotes: ['tn:1', 'tn:2'],
  contactChanges: ['cc:1', 'cc:2'],
  disclosures: ['mds:1', 'mds:2'],
  visits: ['vi:1', 'vi:2'],
  visitSteps: ['vs:1', 'vs:2'],
}

const made: { readonly [S in SliceName]?: (id: string) => object } = {
  facility: () => a.facility(),
  ...governanceMade,
  vendors: (id) => a.vendor({ id: ids.vendor(id) }),
  systems: (id) => a.system({ id: ids.system(id) }),
  backups: (id) => a.backup({ id: ids.backup(id) }),
  contracts: (id) => a.contract({ id: ids.contract(id) }),
  ...assetsMade,
  ...networkMade,
  ...vulnerabilityMade,
  ...riskMade,
  ...moneyMade,
  sheets: (id) => (id === 'sh:own' ? a.ownSheet() : a.sheet({ id: ids.sheet(id) })),
  answers: (id) =>
    a.answer({
      id: ids.answer(id),
      sheet: ids.sheet(id.slice(2).replace(/\.\d$/, '')),
      item: ids.item(itemIds[Number(id.slice(-1))] ?? ''),
    }),
  evidence: (id) => a.evidence({ id: ids.evidence(id) }),
  requests: (id) => a.request({ id: ids.request(id) }),
  discussions: (id) => a.discussion({ id: ids.discussion(id) }),
  messages: (id) => a.message({ id: ids.message(id) }),
  inspections: (id) => a.inspection({ id: ids.inspection(id) }),
  inspectionPoints: (id) => a.inspectionPoint({ id: ids.inspectionPoint(id) }),
  tasks: (id) => a.task({ id: ids.task(id) }),
  taskNotes: (id) => a.taskNote({ id: ids.taskNote(id) }),
  contactChanges: (id) => a.contactChange({ id: ids.contactChange(id) }),
  disclosures: (id) => a.disclosure({ id: ids.disclosure(id) }),
  visits: (id) => a.visit({ id: ids.visit(id) }),
  visitSteps: (id) => a.visitStep({ id: ids.visitStep(id) }),
}

const idIn = (slice: SliceName) => fc.constantFrom(...(idsOf[slice] ?? ['x']))

function changeOf(slice: SliceName): fc.Arbitrary<Change> {
  const values = fields[slice] ?? fc.constant({})
  const kinds: fc.Arbitrary<object>[] = [
    fc.record({
      kind: fc.constant('add'),
      slice: fc.constant(slice),
      record: fc.tuple(idIn(slice), values).map(([id, some]) => withoutUnknown({ ...made[slice]?.(id), ...some })),
    }),
    fc.record({
      kind: fc.constant('set'),
      slice: fc.constant(slice),
      id: idIn(slice),
      fields: values.map(withoutUnknown),
      forget: values.map((some) =>
        Object.keys(some).filter((key) => Reflect.get(some, key) === undefined && !['vendor', 'sheet', 'kind', 'on', 'name'].includes(key)),
      ),
    }),
    fc.record({ kind: fc.constant('remove'), slice: fc.constant(slice), id: idIn(slice) }),
    fc.record({
      kind: fc.constant('retire'),
      slice: fc.constant(slice),
      id: idIn(slice),
      on: day,
      by: fc.constant('見本 花子'),
      why: fc.constant('廃棄した'),
    }),
    fc.record({ kind: fc.constant('merge'), slice: fc.constant(slice), keep: idIn(slice), gone: idIn(slice) }),
    fc.record({ kind: fc.constant('unmerge'), slice: fc.constant(slice), gone: idIn(slice) }),
  ]
  return fc.oneof({ arbitrary: kinds[1] ?? fc.constant({}), weight: 5 }, ...kinds) as fc.Arbitrary<Change> // built for this very slice
}

/** What an office does on most days, so that sheets fill up and disagree before something is thrown away. */
const usual: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({
      at: fc.constantFrom('a:sh:own.0', 'a:sh:own.1', 'a:sh:own.2', 'a:sh:own.3', 'a:sh:v1.2', 'a:sh:v1.3', 'a:sh:v2.3'),
      answer: fc.constantFrom('yes' as const, 'no' as const),
      checkedOn: day,
    })
    .map(({ at, ...some }): Change => ({ kind: 'set', slice: 'answers', id: at, fields: some, forget: ['carriedFrom', 'targetOn'] })),
  fc.record({ at: fc.constantFrom('sh:v1', 'sh:v2', 'sh:v3'), returnedOn: day, vendor: fc.constantFrom(...vendorIds) }).map(
    ({ at, ...some }): Change => ({
      kind: 'set',
      slice: 'sheets',
      id: at,
      fields: { ...some, vendor: ids.vendor(some.vendor), fiscalYear: 2026, audience: 'vendor' },
      forget: ['closedOn'],
    }),
  ),
  fc.constant<Change>({
    kind: 'set',
    slice: 'sheets',
    id: 'sh:own',
    fields: { fiscalYear: 2026, audience: 'facility', vendor: 'not-applicable' },
    forget: ['closedOn'],
  }),
  fc.record({ at: fc.constantFrom('cl:1', 'cl:2'), asset: fc.constantFrom('d:1', 'd:2'), seenAt: day }).map(
    ({ at, asset, seenAt }): Change => ({
      kind: 'set',
      slice: 'claims',
      id: at,
      fields: { by: 'nmap', asset: ids.asset(asset), seenAt },
    }),
  ),
  fc.constantFrom('d:1', 'd:2').map(
    (at): Change => ({
      kind: 'set',
      slice: 'assets',
      id: at,
      fields: { kind: 'pc', os: 'Windows 11 10.0 (22621)' },
      forget: ['unlisted'],
    }),
  ),
  fc
    .record({ fiscalYear: fc.constantFrom(2025, 2026), usesSystems: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const) })
    .map((fields): Change => ({ kind: 'set', slice: 'facility', id: 'f:mimamori', fields })),
  usualWeaknesses,
)

/** Slices that no rule reads: they matter to views alone, so they are drawn together as often as one other slice. */
const beside: readonly SliceName[] = [
  ...(['discussions', 'messages', 'inspections', 'inspectionPoints', 'tasks', 'taskNotes'] as const),
  ...(['contactChanges', 'disclosures', 'visits', 'visitSteps'] as const),
]

/** Any change, refused ones among them. */
export const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: usual, weight: 12 },
  ...changeable.filter((slice) => slice !== 'facility' && !beside.includes(slice) && !moneySlices.includes(slice)).map(changeOf),
  fc.oneof(...beside.map(changeOf)),
  { arbitrary: fc.oneof(...moneySlices.map(changeOf)), weight: 2 },
  changeOf('sheets'),
  changeOf('answers'),
)

export const arbitraryDay = day

/** A small hospital: an own sheet, one of last year, three vendor sheets, their answers. */
export function startPicture(): Picture {
  const all = <S extends SliceName>(slice: S) => (idsOf[slice] ?? []).map((id) => made[slice]?.(id) ?? {}) as unknown as Slices[S] // each builder makes records of its slice
  const { links, ...network } = smallNetwork()
  return aPicture({
    ...network,
    links,
    vendors: all('vendors'),
    systems: [...network.systems, ...all('systems')],
    backups: all('backups'),
    sheets: all('sheets'),
    answers: all('answers'),
    evidence: all('evidence'),
    people: all('people'),
    securityPolicies: all('securityPolicies'),
    assets: [
      ...network.assets.map((asset) => (asset.kind === 'pc' ? { ...asset, os: 'Windows 11 10.0 (22631)' } : asset)),
      ...all('assets'),
    ],
    claims: [...network.claims, ...all('claims')],
    software: all('software'),
    remotePaths: [...network.remotePaths, ...all('remotePaths')],
    lines: [...network.lines.filter(({ id }) => !idsOf.lines?.includes(id)), ...all('lines')],
    vpns: [...network.vpns, ...all('vpns')],
    faxFlows: all('faxFlows'),
    accounts: all('accounts'),
    discussions: all('discussions'),
    messages: all('messages'),
    inspections: all('inspections'),
    inspectionPoints: all('inspectionPoints'),
    tasks: all('tasks'),
    taskNotes: all('taskNotes'),
    contactChanges: all('contactChanges'),
    disclosures: all('disclosures'),
    visits: all('visits'),
    visitSteps: all('visitSteps'),
    matches: all('matches'),
    warnings: all('warnings'),
    responses: all('responses'),
    responseSteps: all('responseSteps'),
    plannedUpdates: all('plannedUpdates'),
    plannedUpdateSteps: all('plannedUpdateSteps'),
    controls: all('controls'),
    riskDecisions: all('riskDecisions'),
    finances: all('finances'),
    quotes: all('quotes'),
    lossInputs: all('lossInputs'),
    planChoices: all('planChoices'),
    policies: all('policies'),
  })
}

/** An entry that has a sentence for anything and the same grades for all, so that rules are tested and not their texts. */
export function anyEntry(id: string, more: Partial<RuleEntry> = {}): RuleEntry {
  const anything = <T>(value: T) =>
    new Proxy({}, { get: () => value, getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value }) })
  return {
    id,
    title: { ja: id, en: id },
    step: { ja: '', en: '' },
    says: anything({ ja: '', en: '' }),
    severity: anything('medium') as RuleEntry['severity'], // a proxy answers for every grade
    refs: [],
    measures: [],
    minutes: 1,
    ...more,
  }
}

const items = itemIds.map((id, at) =>
  a.item({
    id: ids.item(id),
    number: id.slice(3),
    order: at,
    topic: ['gate', 'mgr', 'del', 'pat'][at] ?? '',
    owners: at < 2 ? ['facility'] : ['facility', 'vendor'],
    rows: at === 3 ? ['server', 'client-pc'] : ['general'],
  }),
)

/** A catalogue of four items and an entry for every rule. */
export function startCatalogue(): Catalogue {
  const text = { ja: '', en: '' }
  const { assetLimits, periods } = aReference()
  const reference = aReference({
    assetLimits: assetLimits.map((one) => (one.id === 'terminals-beside-servers' ? { ...one, most: 1 } : one)),
    periods: periods.map((one) => (one.id === 'map-old' ? { ...one, days: 30 } : one)),
    items,
    editions: [a.edition(), a.edition({ id: ids.edition('r8'), fiscalYear: 2026, validFrom: date('2026-06-01'), itemsLoaded: false })],
    stages: [
      { id: 'mgr:1', topic: 'mgr', stage: 1, needs: 'facility-yes', says: text, reason: text },
      { id: 'pat:2', topic: 'pat', stage: 2, needs: 'agreed-yes', says: text, reason: text },
    ],
  })
  return {
    version: 'test',
    reference,
    rules: new Map([...rules.map((rule) => rule.id), 'kernel/check-failed'].map((id) => [id, anyEntry(id)])),
  }
}

/** Every reference of every record that names nobody, as `slice:id.field`. */
export function mergedIdsNamed(picture: Picture): readonly string[] {
  return sliceNames.flatMap((slice) =>
    picture.slices[slice].flatMap((record) =>
      Object.keys(sliceDefs[slice].refs)
        .filter((field) => {
          const value: unknown = Reflect.get(record, field)
          return (Array.isArray(value) ? value : [value]).some(
            (id) => typeof id === 'string' && byId(picture.slices.aliases, id)?.slice === Reflect.get(sliceDefs[slice].refs, field),
          )
        })
        .map((field) => `${slice}:${record.id}.${field}`),
    ),
  )
}
