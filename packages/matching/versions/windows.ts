import { familyOrder, numberIn } from './family.ts'
import type { VersionKey } from './order.ts'

const form =
  /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?: n\/a)?(?: (?:build|ビルド) (\d{1,6})(?:\.(\d{1,6}))?)?(?: service pack \d)?$/
/** The first build of Windows 10: what begins higher is a build and its revision, as `winver` shows them. */
const firstBuildOf10 = 10_240

/**
 * Windows by build: `10.0.19045.3448`, `10.0 (19045.3448)`, `19045.3448`. Years and half-years (2019, 22H2) are names of products,
 * and KB numbers have no order: neither is a version.
 */
export const windows = familyOrder('windows', {
  names: ['microsoft windows', 'windows', 'os build', 'os version', 'os ビルド', 'os バージョン', '[version'],
  read: (plain) => {
    const found = form.exec(withoutBrackets(plain))
    if (!found) return undefined
    const [major, minor] = [numberIn(found, 1), numberIn(found, 2)]
    if (major >= firstBuildOf10) return found[3] === undefined && found[5] === undefined ? [10, 0, major, minor] : undefined
    return major > 10 ? undefined : withBuild([major, minor], found)
  },
})

function withoutBrackets(plain: string): string {
  return plain
    .replace(/[()[\],:]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^(\d{1,2}\.\d) (\d)/, '$1 build $2')
}

/** NOTE: `systeminfo` says the build twice; where the two differ, one of them is misread. */
function withBuild(release: readonly number[], found: RegExpExecArray): VersionKey | undefined {
  if (found[5] === undefined) return [...release, numberIn(found, 3), numberIn(found, 4)]
  if (found[3] !== undefined && found[3] !== found[5]) return undefined
  return [...release, numberIn(found, 5), found[6] === undefined ? numberIn(found, 4) : numberIn(found, 6)]
}
