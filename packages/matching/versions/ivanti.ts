import { familyOrder, numberIn } from './family.ts'

const form = /^(\d{1,6})(?:\.(\d{1,6}))?(?:[ .:_-]{0,2}r(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?)?(?: ?\(?(?:build|ビルド) ?\d{1,9}\)?)?$/

/** Ivanti Connect Secure, Policy Secure and their forerunners of Pulse: `9.1R11.4`, `22.7R2.5`, `9.1 r11.4`. */
export const ivanti = familyOrder('ivanti', {
  names: ['ivanti connect secure', 'ivanti policy secure', 'pulse connect secure', 'pulse policy secure', 'connect secure', 'ics', 'pcs'],
  read: (plain) => {
    const found = form.exec(plain)
    return found ? [1, 2, 3, 4, 5].map((group) => numberIn(found, group)) : undefined
  },
})
