import type { VulnerabilityRow } from '@mimamori/contract'
import {
  type AssetId,
  byId,
  type CalendarDate,
  type Change,
  nextResponseStepId,
  type ResponseId,
  type ResponseStep,
  type VulnerabilityResponse,
} from '@mimamori/domain'
import { changeFacility, newId } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import type { NamedAsking } from '../asking.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { type Row, rowsOf, vendorOf } from '../rows/rows.ts'

export interface Opening {
  readonly rows: readonly string[]
  readonly title?: string | undefined
  readonly dueOn?: CalendarDate | undefined
  readonly told?: { readonly way: NonNullable<ResponseStep['way']>; readonly note?: string | undefined } | undefined
  readonly lang: 'ja' | 'en'
}

/** 対応を始める: one response for each party and product, and the first line of its history where the other side is told. */
export async function openResponses(
  services: Services,
  asking: NamedAsking,
  facility: string,
  opening: Opening,
): Promise<{ responses: string[] }> {
  const { value } = await changeFacility(services, asking, facility, async (now) => {
    const groups = Map.groupBy(chosen(now, opening.rows), ({ row }) => `${row.vendor ?? ''}\n${row.product}\n${row.name}`)
    const records = [...groups.values()].map((rows) => responseFrom(now, rows, { ...opening, isAlone: groups.size === 1 }))
    const changes = records.flatMap((record): Change[] => [
      { kind: 'add', slice: 'responses', record },
      ...(opening.told ? [{ kind: 'add', slice: 'responseSteps', record: toldStep(now, record.id, asking, opening.told) } as const] : []),
    ])
    const detail = { responses: records.map(({ id }) => id), told: opening.told?.way }
    return {
      batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action: 'response/opened', detail } },
      value: { responses: records.map(({ id }): string => id) },
    }
  })
  return value
}

function chosen(now: Kept, ids: readonly string[]): readonly Row[] {
  const rows = new Map(rowsOf(now).map((row) => [row.row.id, row]))
  return [...new Set(ids)].map((id) => {
    const row = rows.get(id)
    if (!row) throw vulnerabilityProblem('vulnerabilities/no-such-row')
    if (row.row.response !== undefined && row.row.state !== 'proven') throw vulnerabilityProblem('vulnerabilities/taken-already')
    return row
  })
}

const titles = { ja: (name: string) => `${name}の更新`, en: (name: string) => `Update of ${name}` } as const

function responseFrom(
  now: Kept,
  rows: readonly Row[],
  { title, dueOn, lang, isAlone }: Opening & { isAlone: boolean },
): VulnerabilityResponse {
  const [first] = rows
  if (!first) throw new Error('a group has at least one row')
  const { product, name, vendor } = first.row
  const day = dueOn ?? earliest(rows.map(({ row }) => row))
  const fixed = new Set(rows.map(({ row }) => row.fixedVersion))
  const fixedVersion = fixed.size === 1 ? first.row.fixedVersion : undefined
  return {
    id: newId<ResponseId>('resp'),
    title: (isAlone ? title : undefined) ?? titles[lang](name),
    product,
    name,
    assets: [...new Set(rows.flatMap(({ weaknesses }) => weaknesses.map((one): AssetId => one.asset)))].sort(),
    vendor: vendor === undefined ? 'none' : (vendorOf(`vendor:${vendor}`) ?? 'none'),
    openedOn: now.asOf,
    ...(day !== undefined && { dueOn: day }),
    ...(fixedVersion !== undefined && { fixedVersion }),
  }
}

function earliest(rows: readonly VulnerabilityRow[]): CalendarDate | undefined {
  const days = rows.flatMap(({ dueOn }) => dueOn ?? []).sort()
  return days[0] as CalendarDate | undefined // a day that was derived
}

function toldStep(now: Kept, response: ResponseId, asking: NamedAsking, told: NonNullable<Opening['told']>): ResponseStep {
  return {
    id: nextResponseStepId(response, 0),
    response,
    side: 'facility',
    kind: 'told',
    on: now.asOf,
    by: asking.personName,
    way: told.way,
    ...(told.note !== undefined && { note: told.note }),
  }
}

/** The response as it stands, or it is told as what is not there. */
export function responseIn(now: Kept, id: string): VulnerabilityResponse {
  const response = byId(now.picture.slices.responses, id)
  if (!response) throw vulnerabilityProblem('response/not-found')
  return response
}
