import { asking } from './en/asking.ts'
import { checklists } from './en/checklists.ts'
import { common } from './en/common.ts'
import { facilities } from './en/facilities.ts'
import { findings } from './en/findings.ts'
import { home } from './en/home.ts'
import { papers } from './en/papers.ts'
import { session } from './en/session.ts'
import { states } from './en/states.ts'
import { vendors } from './en/vendors.ts'
import type { ja } from './ja.ts'

/** Every sentence of the screens in English: the same meaning, not the same words. */
export const en = {
  ...common,
  ...states,
  ...session,
  ...facilities,
  ...home,
  ...checklists,
  ...findings,
  ...vendors,
  ...asking,
  ...papers,
} as const satisfies Readonly<Record<keyof typeof ja, string>>
