import { consumptionTaxPercent } from '@mimamori/domain'
import { type Fraction, fraction, over, times, truncate } from '../fraction.ts'

/** Consumption tax of Japan; the reduced rate of food does not concern these quotes. */
export const consumptionTax: Fraction = fraction(consumptionTaxPercent, 100)

/** A price with tax without it, whole yen; null where it does not come out even, so that the price was hardly made from one without tax. */
export function withoutTax(yen: number, rate: Fraction = consumptionTax): number | null {
  const net = over(fraction(yen), fraction(rate.numerator + rate.denominator, rate.denominator))
  return net.denominator === 1n ? Number(net.numerator) : null
}

/** A price without tax with it, cut off to whole yen as shops do. */
export function withTax(yen: number, rate: Fraction = consumptionTax): number {
  return truncate(times(fraction(yen), fraction(rate.numerator + rate.denominator, rate.denominator)))
}
