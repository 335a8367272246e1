/**
 * What a list alone decides, computed once per version of the list. `make` may read nothing else; lists and records are never changed
 * in place, so what is kept is never out of date.
 */
/* @__NO_SIDE_EFFECTS__ */
export function keptBy<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, V>()
  return (of) => {
    const before = kept.get(of)
    if (before) return before
    const made = make(of)
    kept.set(of, made)
    return made
  }
}

/**
 * What was made of each record, for as long as all that it rests on beside the record are the very same objects. `restsOn` names the same
 * things in the same order each time, and `make` may read nothing else. The last answer alone is kept.
 */
/* @__NO_SIDE_EFFECTS__ */
export function keptEach<R extends object, V>(): (record: R, restsOn: readonly unknown[], make: () => V) => V {
  const kept = new WeakMap<R, { readonly restsOn: readonly unknown[]; readonly made: V }>()
  return (record, restsOn, make) => {
    const before = kept.get(record)
    if (before && isSameList(before.restsOn, restsOn)) return before.made
    const made = make()
    kept.set(record, { restsOn, made })
    return made
  }
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]))
}
