/** 0.04: two figures of a small share, in per cent. */
export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(2)))
}
