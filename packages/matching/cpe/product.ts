import { bindFormatted } from './bind.ts'
import { type CpeName, type CpeValue, emptyName } from './name.ts'
import { charsOf } from './values.ts'

/** What stands in a value for something else. */
const special = /[\\*?]/
/** Nearly all other values: no wildcards, and no backslash that is itself quoted. */
const nothingSpecial = /^(?:[a-z0-9_]|\\[^\\])+$/

/** The text of a value, without backslashes; `undefined` for ANY, NA and values with wildcards. */
export function textOf(value: CpeValue): string | undefined {
  if (value.kind !== 'value') return undefined
  if (!special.test(value.value)) return value.value
  if (nothingSpecial.test(value.value)) return value.value.replaceAll('\\', '')
  const chars = charsOf(value.value)
  return chars.some(({ special }) => special) ? undefined : chars.map(({ char }) => char).join('')
}

/** `o:fortinet:fortios`, as products are known; `undefined` where one of the three is open. */
export function productOfCpe(name: CpeName): string | undefined {
  const [part, vendor, product] = [textOf(name.part), textOf(name.vendor), textOf(name.product)]
  return part === undefined || vendor === undefined || product === undefined ? undefined : `${part}:${vendor}:${product}`
}

/** The version with the update behind a blank, as the orders of versions read it; `undefined` where the version is ANY, NA or open. */
export function versionOfCpe(name: CpeName): string | undefined {
  const [version, update] = [textOf(name.version), textOf(name.update)]
  return version === undefined || update === undefined ? version : `${version} ${update}`
}

/** The name without its version and update, which stand in ranges instead. */
export function withoutVersion(name: CpeName): string {
  return bindFormatted({ ...name, version: emptyName.version, update: emptyName.update })
}
