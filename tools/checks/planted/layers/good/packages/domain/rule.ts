import type { Picture } from './picture.ts'
export function defineRule(rule: (picture: Picture) => number): (picture: Picture) => number {
  return rule
}
