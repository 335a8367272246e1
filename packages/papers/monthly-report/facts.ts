import {
  byId,
  type CalendarDate,
  closedOn,
  daysBetween,
  type Match,
  medianOf,
  type Party,
  type PlannedUpdate,
  stepsOfUpdate,
  updateStanding,
  type Warning,
} from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { compare, type Held, heldResponses, isWaiting } from '../responses/held.ts'
import { isIn, type Month } from './month.ts'

/** What is published of one product that is here, as it was found in the month. */
export interface Found {
  readonly name: string
  readonly versions: readonly string[]
  /** Weaknesses, each under its own number. */
  readonly numbers: readonly string[]
  /** Devices that have it now. */
  readonly devices: ReadonlySet<string>
  readonly isExploited: boolean
}

export interface Closed {
  readonly held: Held
  readonly on: CalendarDate
  readonly days: number
}

/** What one side has still to do. */
export interface Waits {
  /** Absent: the facility itself. */
  readonly vendor?: string
  readonly held: readonly Held[]
  readonly late: number
  /** Devices for which nobody has been asked. */
  readonly notBegun: number
}

/** Everything that the report tells, counted once; what waits is as of today, since nobody can tell how it stood on another day. */
export interface MonthFacts {
  readonly month: Month
  readonly found: readonly Found[]
  readonly foundCount: number
  /** Devices that have any of it now. */
  readonly foundDevices: number
  readonly warnings: readonly Warning[]
  readonly closed: readonly Closed[]
  readonly medianDays?: number
  readonly longestDays?: number
  readonly notAffected: readonly Held[]
  readonly waits: readonly Waits[]
  readonly waiting: number
  readonly late: number
  /** Risks that were accepted and workarounds, the first to end first. */
  readonly left: readonly Held[]
  readonly planned: readonly Held[]
  readonly updates: readonly PlannedUpdate[]
  /** Devices of which nobody can say whether they are weak. */
  readonly unclear: number
  readonly responses: readonly Held[]
}

export function factsOf(at: Context, month: Month): MonthFacts {
  const held = heldResponses(at)
  const closed = closedIn(at, month, held)
  const days = closed.map((one) => one.days)
  const median = medianOf(days)
  const waiting = held.filter(isWaiting)
  const waits = waitsOf(at, waiting)
  const found = foundIn(at, month)
  const left = held
    .filter(({ state: { state } }) => state === 'risk-accepted' || state === 'workaround')
    .toSorted((a, b) => compare(a.state.until ?? '', b.state.until ?? ''))
  const notAffected = held.filter(({ state, step }) => state.state === 'not-affected' && isIn(month, step?.on))
  return {
    month,
    found,
    foundDevices: new Set(found.flatMap(({ devices }) => [...devices])).size,
    foundCount: new Set(found.flatMap(({ numbers }) => numbers)).size,
    warnings: at.slices.warnings.filter(({ receivedOn }) => isIn(month, receivedOn)),
    closed,
    ...(median !== undefined && { medianDays: median, longestDays: Math.max(...days) }),
    notAffected,
    waits,
    waiting: waiting.length,
    late: waits.reduce((sum, { late }) => sum + late, 0),
    left,
    planned: held
      .filter(({ state: { state, plannedOn } }) => state === 'planned' && plannedOn !== undefined && plannedOn >= at.asOf)
      .toSorted((a, b) => compare(a.state.plannedOn ?? '', b.state.plannedOn ?? '')),
    updates: updatesAhead(at),
    unclear: new Set(at.world.weaknesses.flatMap(({ verdict, asset }) => (verdict === 'unknown' ? [asset] : []))).size,
    responses: [...waiting, ...left.filter((one) => !isWaiting(one)), ...closed.map((one) => one.held), ...notAffected],
  }
}

function foundIn(at: Context, month: Month): readonly Found[] {
  const devices = devicesByMatch(at)
  const matches = at.slices.matches.filter(({ verdict, foundOn }) => verdict === 'affected' && isIn(month, foundOn))
  return [...Map.groupBy(matches, ({ name }) => name)]
    .map(([name, own]): Found => {
      const assets = new Set(own.flatMap(({ id }) => [...(devices.get(id) ?? [])]))
      return {
        name,
        versions: [...new Set(own.flatMap(({ version }) => version ?? []))],
        numbers: [...new Set(own.map(({ advisory }) => advisory))],
        devices: assets,
        isExploited: own.some(({ knownExploitedOn }) => knownExploitedOn !== undefined),
      }
    })
    .toSorted((a, b) => Number(b.isExploited) - Number(a.isExploited) || b.devices.size - a.devices.size || compare(a.name, b.name))
}

function devicesByMatch(at: Context): ReadonlyMap<Match['id'], ReadonlySet<string>> {
  const devices = new Map<Match['id'], Set<string>>()
  for (const { asset, matches } of at.world.weaknesses)
    for (const match of matches) devices.set(match, (devices.get(match) ?? new Set()).add(asset))
  return devices
}

function closedIn(at: Context, month: Month, held: readonly Held[]): readonly Closed[] {
  const seen = { responseSteps: at.slices.responseSteps, installedProducts: at.world.installedProducts }
  return held
    .filter(({ state }) => state.state === 'proven')
    .map((one): Closed => {
      const on = closedOn(one.response, one.state, seen)
      return { held: one, on, days: daysBetween(one.response.openedOn, on) }
    })
    .filter(({ on }) => isIn(month, on))
    .toSorted((a, b) => compare(a.on, b.on))
}

export function isLate(at: Context, { response: { dueOn }, state: { state } }: Held): boolean {
  return dueOn !== undefined && dueOn < at.asOf && state !== 'done'
}

function waitsOf(at: Context, waiting: readonly Held[]): readonly Waits[] {
  const notBegun = Map.groupBy(
    at.world.responseDuties.filter(({ isDue, response }) => isDue && response === undefined),
    ({ party }): Party => party,
  )
  const parties = Map.groupBy(waiting, ({ vendor }): Party => (vendor ? `vendor:${vendor.id}` : 'facility'))
  return [...new Set([...parties.keys(), ...notBegun.keys()])]
    .map((party): Waits => {
      const vendor = party === 'facility' ? undefined : byId(at.slices.vendors, party.slice('vendor:'.length))?.name
      const held = parties.get(party) ?? []
      return {
        ...(vendor !== undefined && { vendor }),
        held,
        late: held.filter((one) => isLate(at, one)).length,
        notBegun: new Set((notBegun.get(party) ?? []).map(({ asset }) => asset)).size,
      }
    })
    .toSorted(
      (a, b) => b.late - a.late || b.held.length - a.held.length || b.notBegun - a.notBegun || compare(a.vendor ?? '', b.vendor ?? ''),
    )
}

function updatesAhead(at: Context): readonly PlannedUpdate[] {
  return at.slices.plannedUpdates
    .filter(({ id }) => {
      const standing = updateStanding(stepsOfUpdate(at.slices.plannedUpdateSteps, id))
      return standing !== 'done' && standing !== 'withdrawn'
    })
    .toSorted((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id))
}
