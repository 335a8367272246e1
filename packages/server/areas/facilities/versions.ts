import { type Versions, versionKey } from '../kept.ts'

type Key = Parameters<typeof versionKey>

export interface VersionsChanged {
  readonly write: readonly { readonly slice: Key[0]; readonly id: string; readonly version: number }[]
  readonly remove: readonly { readonly slice: Key[0]; readonly id: string }[]
}

/** Some versions that hold instead of those below; undefined = the record is gone. */
interface Over {
  readonly below: ReadonlyMap<string, number>
  readonly over: ReadonlyMap<string, number | undefined>
}

const layers = new WeakMap<Versions, Over>()
const mostOver = 500

/** The versions of rows as they were read. */
export function versionsOf(all: ReadonlyMap<string, number>): Versions {
  return layered({ below: all, over: new Map() })
}

/** The versions after a change. NOTE: a change of one row must not copy those of ten thousands, so it is laid over them. */
export function versionsAfter(before: Versions, { write, remove }: VersionsChanged): Versions {
  const { below, over } = layers.get(before) ?? { below: new Map<string, number>(), over: new Map<string, number | undefined>() }
  const next = new Map(over)
  for (const { slice, id, version } of write) next.set(versionKey(slice, id), version)
  for (const { slice, id } of remove) next.set(versionKey(slice, id), undefined)
  return layered(next.size > mostOver ? { below: joined({ below, over: next }), over: new Map() } : { below, over: next })
}

function layered(layer: Over): Versions {
  const { below, over } = layer
  const versions: Versions = { get: (key) => (over.has(key) ? over.get(key) : below.get(key)) }
  layers.set(versions, layer)
  return versions
}

function joined({ below, over }: Over): ReadonlyMap<string, number> {
  const all = new Map(below)
  for (const [key, version] of over) {
    if (version === undefined) all.delete(key)
    else all.set(key, version)
  }
  return all
}
