import { familyOrder, numberIn } from './family.ts'

const form = /^(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[- ]r?(\d{1,6})[a-z]{0,2}(?:-r?(\d{1,6}))?(?:-r?(\d{1,6}))?)?$/

/**
 * SonicOS and SMA 100: `7.0.1-5119`, `6.5.4.4-44v-21-2079`, `10.2.1.0-17sv`. The letters behind a build name the kind of device and
 * do not count: feeds leave them out.
 */
export const sonicos = familyOrder('sonicos', {
  names: ['sonicos enhanced', 'sonicosx', 'sonicos', 'sma 100', 'sma100'],
  read: (plain) => {
    const found = form.exec(plain)
    return found ? [1, 2, 3, 4, 5, 6, 7].map((group) => numberIn(found, group)) : undefined
  },
})
