/** An exact number, its denominator above 0. Where a figure is cut off, the nearest double may lie on the wrong side. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Throws on a denominator that is not above 0: our own data are checked before. */
export function fraction(numerator: number | bigint, denominator: number | bigint = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (d <= 0n) throw new RangeError('a denominator is above 0')
  const shared = commonDivisor(n < 0n ? -n : n, d)
  return { numerator: n / shared, denominator: d / shared }
}

export const zero: Fraction = fraction(0)

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** `b` is not 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return b.numerator < 0n
    ? fraction(-a.numerator * b.denominator, a.denominator * -b.numerator)
    : fraction(a.numerator * b.denominator, a.denominator * b.numerator)
}

export function sumOf(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, zero)
}

/** Below 0 where a is smaller, above 0 where it is larger. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Cut off toward zero, as the printed tables do. */
export function truncate(a: Fraction): number {
  return Number(a.numerator / a.denominator)
}

/** To the nearest double; for showing only. */
export function approximate(a: Fraction): number {
  const whole = a.numerator / a.denominator
  return Number(whole) + Number(a.numerator - whole * a.denominator) / Number(a.denominator)
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
