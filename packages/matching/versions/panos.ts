import { familyOrder, numberIn } from './family.ts'

const form = /^(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[- ]?(h|b|beta|rc)-?(\d{1,6}))?$/
const beforeRelease: Readonly<Record<string, number>> = { b: -2, beta: -2, rc: -1 }

/** PAN-OS: `10.2.9`, then its hotfixes `10.2.9-h1`; `10.2.0-b7` came before `10.2.0`. */
export const panos = familyOrder('panos', {
  names: ['pan-os', 'panos'],
  read: (plain) => {
    const found = form.exec(plain)
    if (!found) return undefined
    const version = [numberIn(found, 1), numberIn(found, 2), numberIn(found, 3)]
    const rank = beforeRelease[found[4] ?? '']
    return rank === undefined ? [...version, numberIn(found, 5)] : [...version, rank, numberIn(found, 5)]
  },
})
