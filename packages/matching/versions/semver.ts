import { familyOrder, numberIn } from './family.ts'
import { digits } from './key.ts'
import type { VersionKey } from './order.ts'

const form = new RegExp(`^(${digits})(?:\\.(${digits}))?(?:\\.(${digits}))?(?:-([0-9a-z.-]+))?(?:\\+[0-9a-z.-]+)?$`)
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/

/** Semantic Versioning 2.0.0, section 11; fewer than three numbers are taken, letter case makes no difference, build metadata does not count. */
export const semver = familyOrder('semver', {
  read: (plain) => {
    const found = form.exec(plain)
    if (!found) return undefined
    const numbers = [numberIn(found, 1), numberIn(found, 2), numberIn(found, 3)]
    if (found[4] === undefined) return numbers
    const identifiers = identifiersOf(found[4])
    return identifiers && [...numbers, -1, ...identifiers]
  },
})

/** NOTE: one is added to numbers, so that `alpha.0` comes after `alpha`: fewer identifiers come first. */
function identifiersOf(text: string): VersionKey | undefined {
  const parts = text.split('.')
  if (parts.some((one) => one === '' || (/^\d+$/.test(one) && !wholeNumber.test(one)))) return undefined
  return parts.map((one) => (/^\d+$/.test(one) ? Number(one) + 1 : one))
}
