import { familyOrder, numberIn } from './family.ts'

const bracketed = /^(\d{1,6})\.(\d{1,6})\((\d{1,6})(?:\.(\d{1,6}))?\) ?[.]?(\d{1,6})?(?: ?(?:interim|smp))?$/
const dottedForm = /^(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?$/

/** Cisco ASA: `9.16(4)19` on the console is `9.16.4.19` in feeds and `9.16(4.19)` in older ones. */
export const asa = familyOrder('asa', {
  names: ['cisco adaptive security appliance software', 'adaptive security appliance', 'asa'],
  read: (plain) => {
    const found = bracketed.exec(plain) ?? dottedForm.exec(plain)
    if (!found || (found[4] !== undefined && found[5] !== undefined)) return undefined
    return [numberIn(found, 1), numberIn(found, 2), numberIn(found, 3), numberIn(found, 4) + numberIn(found, 5)]
  },
})
