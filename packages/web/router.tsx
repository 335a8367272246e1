import type { SessionView } from '@mimamori/contract'
import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { assetConflicts, assetDrift, assetList, assetPage, registerPart, unlisted } from './addresses/assets.ts'
import {
  acceptances,
  audit,
  calendar,
  card,
  checklist,
  dayEnd,
  edition,
  facility,
  finding,
  findings,
  handover,
  history,
  imports,
  inspectionDay,
  inspectionNotes,
  joined,
  mail,
  members,
  more,
  newTask,
  openQuestions,
  paperReply,
  papers,
  people,
  relations,
  settings,
  task,
  tasks,
  tenQuestions,
  today,
  vendorSheet,
  vendors,
  year,
} from './addresses/facility.ts'
import { money, moneyAssumptions, moneyBoard, moneyFigures, moneyQuotes } from './addresses/money.ts'
import { network } from './addresses/network.ts'
import { protections } from './addresses/protections.ts'
import { agreements, control, risk, risks } from './addresses/risks.ts'
import { root } from './addresses/root.tsx'
import {
  invitation,
  mySignIn,
  organisations,
  outsideReturn,
  recover,
  setUp,
  signIn,
  signInRules,
  start,
  switchPerson,
  welcome,
} from './addresses/session.ts'
import { shown, shownHandover, shownList, shownMembers, shownOne } from './addresses/shown.ts'
import {
  clients,
  landing,
  linkAgreements,
  linkReceipt,
  linkSheet,
  linkTask,
  linkWeaknesses,
  newContact,
  receipt,
  requests,
  sheetToAnswer,
  standards,
  vendor,
  vendorAgreements,
  vendorTask,
  vendorTasks,
  vendorWeaknesses,
  visits,
} from './addresses/vendor.ts'
import {
  advisory,
  feeds,
  plannedUpdates,
  vulnerabilities,
  vulnerabilityRequest,
  vulnerabilityResponse,
  vulnerableDevice,
  warnings,
} from './addresses/vulnerabilities.ts'
import { whenSessionEnds } from './data/api.ts'
import { lockPage } from './data/lock.ts'
import { sessionQuery } from './data/queries.ts'
import { RouteProblem } from './frame/route-problem.tsx'

const routeTree = root.addChildren([
  start,
  setUp,
  signIn,
  outsideReturn,
  recover,
  switchPerson,
  mySignIn,
  signInRules,
  welcome,
  landing,
  linkSheet,
  linkTask,
  linkWeaknesses,
  linkAgreements,
  linkReceipt,
  vendor.addChildren([
    clients,
    standards,
    vendorTasks,
    vendorTask,
    requests,
    visits,
    vendorWeaknesses,
    vendorAgreements,
    newContact,
    sheetToAnswer,
    receipt,
  ]),
  invitation,
  organisations,
  shown.addChildren([shownList, shownMembers, shownHandover, shownOne]),
  facility.addChildren([
    today,
    dayEnd,
    tenQuestions,
    checklist,
    inspectionDay,
    inspectionNotes,
    joined,
    card,
    year,
    edition,
    findings,
    finding,
    tasks,
    task,
    newTask,
    acceptances,
    calendar,
    assetList,
    assetPage,
    unlisted,
    assetConflicts,
    assetDrift,
    registerPart,
    network,
    vulnerabilities,
    vulnerableDevice,
    advisory,
    vulnerabilityRequest,
    vulnerabilityResponse,
    feeds,
    warnings,
    plannedUpdates,
    protections,
    risks,
    risk,
    control,
    agreements,
    money,
    moneyAssumptions,
    moneyFigures,
    moneyQuotes,
    moneyBoard,
    vendors,
    vendorSheet,
    mail,
    paperReply,
    openQuestions,
    papers,
    imports,
    people,
    audit,
    history,
    members,
    relations,
    handover,
    settings,
    more,
  ]),
])

/** Addresses and screens. A session that ends locks the page; the same person finds everything as it was. */
export function makeRouter(client: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { client },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteProblem,
  })
  whenSessionEnds(() => {
    const back = router.state.location.href
    if (back.startsWith('/sign-in') || back.startsWith('/answer')) return
    if (client.getQueryData<SessionView>(sessionQuery.queryKey)?.state === 'signed-in') lockPage('ended')
    else void router.navigate({ to: '/sign-in', search: { back, why: 'ended' } })
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
