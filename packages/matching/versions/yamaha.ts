import { familyOrder, numberIn } from './family.ts'

const model = /^(?:rtx|nvr|fwx|wlx|swx|srt|rta|rt|ux)[a-z0-9-]{0,12} (?:ver\. ?|rev\. ?)?(?=\d)/
const form = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?(?: ?(?:build ?|\(build )(\d{1,6})\)?)?(?: ?\([a-z0-9: ]*\))?$/

/** YAMAHA: `Rev.10.01.71`, with what the console writes around it: `RTX830 Rev.15.02.20 (Mon Aug 23 10:02:33 2021)`. */
export const yamaha = familyOrder('yamaha', {
  names: ['yamaha'],
  read: (plain) => {
    const found = form.exec(plain.replace(model, ''))
    return found ? [1, 2, 3, 4, 5].map((group) => numberIn(found, group)) : undefined
  },
})
