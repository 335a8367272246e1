import { familyOrder, numberIn } from './family.ts'

const form =
  /^(?:[a-z]{1,6}\d{2,5}[a-z0-9]{0,6}-)?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:[- ](\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?)?(?:\.rel)?$/

/** AlliedWare Plus: `5.5.2-2.3`, also as the name of its file, `AR4050S-5.5.2-2.3.rel`. */
export const alliedTelesis = familyOrder('allied-telesis', {
  names: ['alliedware plus', 'awplus', 'aw+'],
  read: (plain) => {
    const found = form.exec(plain)
    return found ? [1, 2, 3, 4, 5, 6].map((group) => numberIn(found, group)) : undefined
  },
})
