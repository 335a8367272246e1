import type { RegisterPart, RegisterView } from '@mimamori/contract'
import { type Entry, type Slices, sliceDefs } from '@mimamori/domain'
import { namesIn, versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { serviceName } from '../service-name.ts'
import { contractName, namesOf } from './names.ts'

const usualLimit = 2000

/** One part of the register, with the names that its records point to. */
export function registerOf(
  now: Kept,
  part: RegisterPart,
  asked: { asset?: string | undefined; offset?: number | undefined; limit?: number | undefined },
): RegisterView {
  const { slices } = now.picture
  const all: readonly Entry[] = slices[part]
  const fitting = asked.asset === undefined ? all : all.filter((record) => assetsNamed(part, record).includes(asked.asset ?? ''))
  const offset = asked.offset ?? 0
  const shown = fitting.slice(offset, offset + (asked.limit ?? usualLimit))
  return {
    revision: now.state.revision,
    today: now.asOf,
    part,
    total: fitting.length,
    offset,
    [part]: versionedList(now, part, shown),
    names: {
      assets: namesOf(slices.assets, [...new Set(shown.flatMap((record) => assetsNamed(part, record)))]),
      kinds: now.catalogue.reference.assetKinds.map(({ id, name }) => ({ id, name })),
      people: named(slices.people),
      vendors: named(slices.vendors),
      systems: named(slices.systems),
      services: slices.services.map((service) => serviceName(now, service)),
      contracts: slices.contracts.map((contract) => contractName(now, contract)),
      lines: named(slices.lines),
      vpns: named(slices.vpns),
      remotePaths: named(slices.remotePaths),
    },
  }
}

/** The devices that a record names. */
function assetsNamed(part: keyof Slices, record: Entry): readonly string[] {
  return Object.entries(sliceDefs[part].refs).flatMap(([field, to]) => (to === 'assets' ? namesIn(Reflect.get(record, field)) : []))
}

function named(list: readonly { readonly id: string; readonly name: string }[]): { id: string; name: string }[] {
  return list.map(({ id, name }) => ({ id, name }))
}
