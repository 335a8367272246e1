import { familyOrder } from './family.ts'
import type { VersionKey } from './order.ts'

const numbers = /^(\d{1,6}(?:\.\d{1,6}){0,3})(?![\d.])/
/** What the console writes behind a version and what does not make it another one. */
const meaningless = /^(?:ga|ga\.[fm]|f|m|feature|mature|\d{6})$/
const known = /^(build|mr|patch|beta|rc)(\d{1,6})?$/

/**
 * FortiOS and its kin: `7.2.5`, `v7.2.5,build1517,230606 (GA.F)`, `5.0 MR2 Patch 3`. A build does not count: advisories name versions
 * alone, and `up to 7.2.5` means every build of it. The same goes for the fourth number of FortiClient.
 */
export const fortios = familyOrder('fortios', {
  names: ['fortios', 'fortigate', 'fortiproxy', 'fortimanager', 'fortianalyzer', 'forticlientems', 'forticlient ems', 'forticlient'],
  read: (plain) => {
    const found = numbers.exec(plain)
    if (!found) return undefined
    const [major = 0, minor = 0, patch = 0] = (found[1] ?? '').split('.').map(Number)
    return suffix(
      [major, minor, patch],
      plain
        .slice(found[0].length)
        .split(/[ ,()_-]+/)
        .filter((word) => word !== ''),
    )
  },
})

/** NOTE: up to 5.0 Fortinet wrote `4.0 MR3 Patch 15` for 4.3.15. */
function suffix([major = 0, minor = 0, patch = 0]: readonly number[], words: readonly string[]): VersionKey | undefined {
  let [atMinor, atPatch, before, number] = [minor, patch, 0, 0]
  for (let at = 0; at < words.length; at += 1) {
    const found = known.exec(words[at] ?? '')
    if (!found && !meaningless.test(words[at] ?? '')) return undefined
    if (!found) continue
    if (found[2] === undefined) at += 1
    const value = found[2] ?? words[at] ?? ''
    if (!/^\d{1,6}$/.test(value)) return undefined
    if (found[1] === 'mr') atMinor = Number(value)
    if (found[1] === 'patch') atPatch = Number(value)
    if (found[1] === 'beta' || found[1] === 'rc') [before, number] = [found[1] === 'rc' ? -1 : -2, Number(value)]
  }
  return [major, atMinor, atPatch, before, number]
}
