import { familyOrder, numberIn } from './family.ts'
import type { VersionKey } from './order.ts'

const bracketed =
  /^(\d{1,4})\.(\d{1,4})\((\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?([a-z]?)\)([a-z]{0,4})(\d{0,4})([a-z]{0,2})(?:\((\d{1,4})([a-z]?)\))?$/
const dottedForm = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,6})(?:\.?([a-z]{1,4})(\d{0,2}))?)?$/
/** Trains of IOS XE 3: what is left of the letters before one is the letter of the rebuild, `3.7.4aS`. */
const trains = ['se', 'sg', 'sq', 'ex', 'xo', 'ja', 's', 'e']

/**
 * Cisco IOS `15.2(7)E3`, NX-OS `9.3(5)` and `7.0(3)I7(5a)`, IOS XE `17.3.4a` and `3.16.5S` (also `03.16.05.S`).
 * NOTE: releases of different trains have no order at Cisco; here their numbers are compared before their trains.
 */
export const ciscoIos = familyOrder('cisco-ios', {
  names: ['cisco ios xe software', 'cisco ios software', 'cisco ios xe', 'cisco ios', 'ios-xe', 'ios xe', 'ios', 'nx-os'],
  read: (plain) => {
    const found = bracketed.exec(plain)
    if (found) return bracketedPlaces(found)
    const other = dottedForm.exec(plain)
    if (!other || /\.x$/.test(plain)) return undefined
    const { letter, train } = lettersOf(other[4] ?? '', numberIn(other, 1))
    return [numberIn(other, 1), numberIn(other, 2), numberIn(other, 3), letter, 0, 0, train, Number(other[5] ?? 0)]
  },
})

function bracketedPlaces(found: RegExpExecArray): VersionKey {
  const numbers = (group: number) => numberIn(found, group)
  const word = (group: number) => found[group] || 0
  return [numbers(1), numbers(2), numbers(3), word(6), numbers(4), numbers(5), word(7), numbers(8), word(9), numbers(10), word(11)]
}

function lettersOf(letters: string, major: number): { readonly letter: string | 0; readonly train: string | 0 } {
  const train = major <= 3 ? trains.find((one) => letters.endsWith(one) && letters.length <= one.length + 1) : undefined
  if (train === undefined) return { letter: letters || 0, train: 0 }
  return { letter: letters.slice(0, letters.length - train.length) || 0, train }
}
