import { familyOrder, numberIn } from './family.ts'

const form =
  /^(\d{1,3})\.(\d{1,3})(?:[-: ]{1,2}(fips|ndcpp))?(?:[-.:, ]{1,3}(?:build )?(\d{1,5})\.(\d{1,5})(?:\.nc)?)?(?:[- ](fips|ndcpp))?(?:, ?date.*)?$/

/** NetScaler, also Citrix ADC: release and build, `13.1-49.15`, `NS13.1: Build 49.15.nc`. FIPS and NDcPP count their builds apart. */
export const netscaler = familyOrder('netscaler', {
  names: ['netscaler', 'citrix adc', 'ns'],
  read: (plain) => {
    const found = form.exec(plain)
    if (!found) return undefined
    return [numberIn(found, 1), numberIn(found, 2), found[3] ?? found[6] ?? 0, numberIn(found, 4), numberIn(found, 5)]
  },
})
