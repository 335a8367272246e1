import type { VersionFamily } from '@mimamori/domain'
import type { VersionRange } from '../advisory.ts'

const release = /^\s*(\d{1,3})\.(\d{1,3})(?:[-\s]+(?:fips|ndcpp))?\s*$/i
const build = /^\s*(\d{1,5})\.(\d{1,5})\s*$/
/** Releases are 12.1, 13.0, 14.1: a second number above this is that of a build. */
const highestMinor = 5

/**
 * A range as its family means it. The maker of NetScaler writes the build alone as the end, `14.1` to `25.53`: the release stands at
 * the beginning and is put before it.
 */
export function completeRange(family: VersionFamily, range: VersionRange): VersionRange {
  if (family !== 'netscaler' || range.from === undefined || range.to === undefined) return range
  const [from, to] = [release.exec(range.from), build.exec(range.to)]
  if (!from || !to) return range
  const isRelease = Number(to[2]) <= highestMinor && Number(to[1]) >= Number(from[1])
  return isRelease ? range : { ...range, to: `${range.from.trim()}-${range.to.trim()}` }
}
