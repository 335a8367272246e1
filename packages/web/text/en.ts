import { answering } from './en/answering.ts'
import { asking } from './en/asking.ts'
import { assets } from './en/assets.ts'
import { audit } from './en/audit.ts'
import { checklists } from './en/checklists.ts'
import { common } from './en/common.ts'
import { facilities } from './en/facilities.ts'
import { findings } from './en/findings.ts'
import { governance } from './en/governance.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { inspection } from './en/inspection.ts'
import { money } from './en/money.ts'
import { network } from './en/network.ts'
import { networkEdit } from './en/network-edit.ts'
import { papers } from './en/papers.ts'
import { people } from './en/people.ts'
import { register } from './en/register.ts'
import { relations } from './en/relations.ts'
import { risks } from './en/risks.ts'
import { session } from './en/session.ts'
import { signIn } from './en/sign-in.ts'
import { states } from './en/states.ts'
import { tasks } from './en/tasks.ts'
import { vendorWork } from './en/vendor-work.ts'
import { vendors } from './en/vendors.ts'
import { vulnerabilities } from './en/vulnerabilities.ts'
import { warningsAndUpdates } from './en/warnings-and-updates.ts'
import { whatIf } from './en/what-if.ts'
import type { ja } from './ja.ts'

/** Every sentence of the screens in English: the same meaning, not the same words. */
export const en = {
  ...common,
  ...states,
  ...session,
  ...signIn,
  ...facilities,
  ...governance,
  ...history,
  ...home,
  ...checklists,
  ...inspection,
  ...findings,
  ...vendors,
  ...vendorWork,
  ...asking,
  ...papers,
  ...tasks,
  ...assets,
  ...money,
  ...network,
  ...networkEdit,
  ...register,
  ...vulnerabilities,
  ...warningsAndUpdates,
  ...risks,
  ...whatIf,
  ...audit,
  ...answering,
  ...people,
  ...relations,
} as const satisfies Readonly<Record<keyof typeof ja, string>>
