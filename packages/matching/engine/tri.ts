import type { Step } from '../verdict.ts'

/** Three values: no, unknown, yes. AND is the smallest, OR the largest, NEGATE the mirror image (NISTIR 7698). */
export type Tri = 0 | 1 | 2

export const no = 0
export const unknown = 1
export const yes = 2

const words = ['no', 'unknown', 'yes'] as const

export function wordOf(value: Tri): Step['result'] {
  return words[value]
}

export function not(value: Tri): Tri {
  return value === yes ? no : value === no ? yes : unknown
}

export function least(a: Tri, b: Tri): Tri {
  return a < b ? a : b
}

export function most(a: Tri, b: Tri): Tri {
  return a > b ? a : b
}
