import { familyOrder, numberIn } from './family.ts'

const form = /^[hc]?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?(?:\.(\d{1,6}))?(?:[ _-]{0,2}\(?(?:build)?[ _-]?(\d{8})\)?)?$/

/**
 * QTS, QuTS hero (`h5.1.7.2770`), QuTScloud (`c5.1.5.2651`): the fourth number counts, the day of the build behind it says the same
 * again. Up to 4.2 there is no fourth number and the day counts; without the fourth number later ones cannot be ordered by their day.
 */
export const qnap = familyOrder('qnap', {
  names: ['quts hero', 'qutscloud', 'qts', 'qes', 'qvr'],
  read: (plain) => {
    const found = form.exec(plain)
    if (!found) return undefined
    const numbers = [1, 2, 3, 4].map((group) => numberIn(found, group))
    if (found[5] === undefined || found[4] !== undefined) return numbers
    const [major = 0, minor = 0] = numbers
    return major < 4 || (major === 4 && minor <= 2) ? [...numbers, numberIn(found, 5)] : undefined
  },
})
