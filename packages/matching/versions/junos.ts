import { familyOrder, numberIn } from './family.ts'

const form = /^(\d{1,4})\.(\d{1,4})(?:[ -]?([rbfix])(\d{1,6})(?:\.\d{1,6})?(?:-[sd](\d{1,6})(?:\.\d{1,6})?)?)?(?:[- ]evo)?$/
/** Kinds of release: internal and beta before R; F and X are series of their own behind it. */
const kinds: Readonly<Record<string, number | string>> = { i: -2, b: -1, r: 1, f: 'f', x: 'x' }

/**
 * Junos: `21.4R3-S5`, `15.1X53-D500`, `21.4R3-S5-EVO`. The spin at the end (`21.4R3-S5.4`) does not count: advisories and the CPE
 * dictionary name the release, and every spin of it is meant.
 */
export const junos = familyOrder('junos', {
  names: ['junos os evolved', 'junos os', 'junos'],
  read: (plain) => {
    const found = form.exec(plain)
    if (!found) return undefined
    return [numberIn(found, 1), numberIn(found, 2), kinds[found[3] ?? ''] ?? 0, numberIn(found, 4), numberIn(found, 5)]
  },
})
