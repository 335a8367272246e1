import { answering } from './ja/answering.ts'
import { asking } from './ja/asking.ts'
import { assets } from './ja/assets.ts'
import { audit } from './ja/audit.ts'
import { checklists } from './ja/checklists.ts'
import { common } from './ja/common.ts'
import { facilities } from './ja/facilities.ts'
import { findings } from './ja/findings.ts'
import { governance } from './ja/governance.ts'
import { history } from './ja/history.ts'
import { home } from './ja/home.ts'
import { inspection } from './ja/inspection.ts'
import { money } from './ja/money.ts'
import { network } from './ja/network.ts'
import { networkEdit } from './ja/network-edit.ts'
import { papers } from './ja/papers.ts'
import { people } from './ja/people.ts'
import { register } from './ja/register.ts'
import { relations } from './ja/relations.ts'
import { risks } from './ja/risks.ts'
import { session } from './ja/session.ts'
import { signIn } from './ja/sign-in.ts'
import { states } from './ja/states.ts'
import { tasks } from './ja/tasks.ts'
import { vendorWork } from './ja/vendor-work.ts'
import { vendors } from './ja/vendors.ts'
import { vulnerabilities } from './ja/vulnerabilities.ts'
import { warningsAndUpdates } from './ja/warnings-and-updates.ts'
import { whatIf } from './ja/what-if.ts'

/** Every sentence of the screens in Japanese. Its keys and values are the measure of the other languages. */
export const ja = {
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
  ...audit,
  ...answering,
  ...people,
  ...relations,
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
} as const
