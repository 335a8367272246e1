// Written by "npm run generate" from the files of the areas: do not edit.
import { askingSteps } from './asking/asking-steps.ts'
import { accountsAdministrators } from './assets/accounts-administrators.ts'
import { accountsLeavers } from './assets/accounts-leavers.ts'
import { accountsShared } from './assets/accounts-shared.ts'
import { accountsTwoFactor } from './assets/accounts-two-factor.ts'
import { accountsUnused } from './assets/accounts-unused.ts'
import { assetDuties } from './assets/asset-duties.ts'
import { disclosureMissing } from './assets/disclosure-missing.ts'
import { faxTyped } from './assets/fax-typed.ts'
import { lastSeen } from './assets/last-seen.ts'
import { latestSight } from './assets/latest-sight.ts'
import { lineNoContract } from './assets/line-no-contract.ts'
import { lineNoDevice } from './assets/line-no-device.ts'
import { lineNoOwner } from './assets/line-no-owner.ts'
import { lineNoVendor } from './assets/line-no-vendor.ts'
import { listedNotSeen } from './assets/listed-not-seen.ts'
import { assetNoContract } from './assets/no-contract.ts'
import { noOwner } from './assets/no-owner.ts'
import { noVendor } from './assets/no-vendor.ts'
import { registerOld } from './assets/register-old.ts'
import { remoteUndeclared } from './assets/remote-undeclared.ts'
import { seenNotListed } from './assets/seen-not-listed.ts'
import { suggestedAnswers } from './assets/suggested-answers.ts'
import { supportEnded } from './assets/support-ended.ts'
import { unsupportedOs } from './assets/unsupported-os.ts'
import { updateDutyUnheld } from './assets/update-duty-unheld.ts'
import { vpnNoContract } from './assets/vpn-no-contract.ts'
import { vpnNoDevice } from './assets/vpn-no-device.ts'
import { vpnNoOwner } from './assets/vpn-no-owner.ts'
import { vpnNoVendor } from './assets/vpn-no-vendor.ts'
import { answerOld } from './checklists/answer-old.ts'
import { askingDue } from './checklists/asking-due.ts'
import { carriedOver } from './checklists/carried-over.ts'
import { dateAhead } from './checklists/date-ahead.ts'
import { differs } from './checklists/differs.ts'
import { editionSuperseded } from './checklists/edition-superseded.ts'
import { evidenceExpired } from './checklists/evidence-expired.ts'
import { evidenceMissing } from './checklists/evidence-missing.ts'
import { gateContradiction } from './checklists/gate-contradiction.ts'
import { joinedRows } from './checklists/joined-rows.ts'
import { level } from './checklists/level.ts'
import { answeredNo } from './checklists/no.ts'
import { noAgainstVendors } from './checklists/no-against-vendors.ts'
import { noTargetDate } from './checklists/no-target-date.ts'
import { notApplicableWithoutReason } from './checklists/not-applicable-without-reason.ts'
import { secondCheckMissing } from './checklists/second-check-missing.ts'
import { sheetsNow } from './checklists/sheets-now.ts'
import { targetOutsideYear } from './checklists/target-outside-year.ts'
import { targetOverdue } from './checklists/target-overdue.ts'
import { unanswered } from './checklists/unanswered.ts'
import { vendorNotAsked } from './checklists/vendor-not-asked.ts'
import { vendorPartial } from './checklists/vendor-partial.ts'
import { vendorSilent } from './checklists/vendor-silent.ts'
import { yesWithoutOwner } from './checklists/yes-without-owner.ts'
import { restoreTestAhead } from './continuity/restore-test-ahead.ts'
import { contactsUnconfirmed } from './facilities/contacts-unconfirmed.ts'
import { managerNotNamed } from './facilities/manager-not-named.ts'
import { budgetUnderNorm } from './money/budget-under-norm.ts'
import { damageScenarios } from './money/damage-scenarios.ts'
import { lossAssumptions } from './money/loss-assumptions.ts'
import { lossOverReserve } from './money/loss-over-reserve.ts'
import { measuresHere } from './money/measures-here.ts'
import { policyCondition } from './money/policy-condition.ts'
import { policyEnds } from './money/policy-ends.ts'
import { quoteExpired } from './money/quote-expired.ts'
import { alwaysOnLine } from './network/always-on-line.ts'
import { assetZones } from './network/asset-zones.ts'
import { backupReachable } from './network/backup-reachable.ts'
import { declaredClosed } from './network/declared-closed.ts'
import { diagramOld } from './network/diagram-old.ts'
import { networkEdges } from './network/edges.ts'
import { eligibilityJoined } from './network/eligibility-joined.ts'
import { entranceUnguarded } from './network/entrance-unguarded.ts'
import { entrances } from './network/entrances.ts'
import { entrancesToMerge } from './network/entrances-to-merge.ts'
import { flatNetwork } from './network/flat-network.ts'
import { forbiddenPaths } from './network/forbidden-paths.ts'
import { guestReachesInside } from './network/guest-reaches-inside.ts'
import { hubPorts } from './network/hub-ports.ts'
import { internetReachesInside } from './network/internet-reaches-inside.ts'
import { linkControlUnknown } from './network/link-control-unknown.ts'
import { macInTwoZones } from './network/mac-in-two-zones.ts'
import { mobileRouterInside } from './network/mobile-router-inside.ts'
import { noMaintenanceLine } from './network/no-maintenance-line.ts'
import { networkNodes } from './network/nodes.ts'
import { officeReachesCare } from './network/office-reaches-care.ts'
import { partnerReachesBeyond } from './network/partner-reaches-beyond.ts'
import { privateNotApart } from './network/private-not-apart.ts'
import { networkQuestions } from './network/questions.ts'
import { reach } from './network/reach.ts'
import { remoteBeyondContract } from './network/remote-beyond-contract.ts'
import { sameBlock } from './network/same-block.ts'
import { singlePoint } from './network/single-point.ts'
import { unmanagedSwitch } from './network/unmanaged-switch.ts'
import { unsupportedOsByZone } from './network/unsupported-os-by-zone.ts'
import { vpnNoTwoFactor } from './network/vpn-no-two-factor.ts'
import { whereabouts } from './network/whereabouts.ts'
import { controlStandings } from './risks/control-standings.ts'
import { decisionEnds } from './risks/decision-ends.ts'
import { decisionUnsigned } from './risks/decision-unsigned.ts'
import { riskOpen } from './risks/open.ts'
import { riskFacts } from './risks/risk-facts.ts'
import { riskStates } from './risks/risk-states.ts'
import { standInEnds } from './risks/stand-in-ends.ts'
import { riskUnknown } from './risks/unknown.ts'
import type { Derivation, Rule } from './rule.ts'
import { noContract } from './vendors/no-contract.ts'
import { noSheet } from './vendors/no-sheet.ts'
import { exposures } from './vulnerabilities/exposures.ts'
import { freezeNear } from './vulnerabilities/freeze-near.ts'
import { installedProducts } from './vulnerabilities/installed-products.ts'
import { notDone } from './vulnerabilities/not-done.ts'
import { notProven } from './vulnerabilities/not-proven.ts'
import { responseAsking } from './vulnerabilities/response-asking.ts'
import { responseDuties } from './vulnerabilities/response-duties.ts'
import { responseEnded } from './vulnerabilities/response-ended.ts'
import { responseStates } from './vulnerabilities/response-states.ts'
import { tellAgain } from './vulnerabilities/tell-again.ts'
import { toldSilent } from './vulnerabilities/told-silent.ts'
import { updateDue } from './vulnerabilities/update-due.ts'
import { updateNotReady } from './vulnerabilities/update-not-ready.ts'
import { updatesForPcs } from './vulnerabilities/updates-for-pcs.ts'
import { versionUnknown } from './vulnerabilities/version-unknown.ts'
import { versionsMixed } from './vulnerabilities/versions-mixed.ts'
import { visitPlan } from './vulnerabilities/visit-plan.ts'
import { warningUnanswered } from './vulnerabilities/warning-unanswered.ts'
import { weaknesses } from './vulnerabilities/weaknesses.ts'

export const rules: readonly Rule[] = [
  accountsAdministrators,
  accountsLeavers,
  accountsShared,
  accountsTwoFactor,
  accountsUnused,
  disclosureMissing,
  faxTyped,
  lineNoContract,
  lineNoDevice,
  lineNoOwner,
  lineNoVendor,
  listedNotSeen,
  assetNoContract,
  noOwner,
  noVendor,
  registerOld,
  remoteUndeclared,
  seenNotListed,
  supportEnded,
  unsupportedOs,
  updateDutyUnheld,
  vpnNoContract,
  vpnNoDevice,
  vpnNoOwner,
  vpnNoVendor,
  answerOld,
  askingDue,
  carriedOver,
  dateAhead,
  differs,
  editionSuperseded,
  evidenceExpired,
  evidenceMissing,
  gateContradiction,
  noAgainstVendors,
  noTargetDate,
  answeredNo,
  notApplicableWithoutReason,
  secondCheckMissing,
  targetOutsideYear,
  targetOverdue,
  unanswered,
  vendorNotAsked,
  vendorPartial,
  vendorSilent,
  yesWithoutOwner,
  restoreTestAhead,
  contactsUnconfirmed,
  managerNotNamed,
  budgetUnderNorm,
  lossOverReserve,
  policyCondition,
  policyEnds,
  quoteExpired,
  alwaysOnLine,
  backupReachable,
  declaredClosed,
  diagramOld,
  eligibilityJoined,
  entranceUnguarded,
  entrancesToMerge,
  flatNetwork,
  guestReachesInside,
  internetReachesInside,
  linkControlUnknown,
  macInTwoZones,
  mobileRouterInside,
  noMaintenanceLine,
  officeReachesCare,
  partnerReachesBeyond,
  privateNotApart,
  remoteBeyondContract,
  sameBlock,
  singlePoint,
  unmanagedSwitch,
  unsupportedOsByZone,
  vpnNoTwoFactor,
  decisionEnds,
  decisionUnsigned,
  riskOpen,
  standInEnds,
  riskUnknown,
  noContract,
  noSheet,
  freezeNear,
  notDone,
  notProven,
  responseEnded,
  tellAgain,
  toldSilent,
  updateDue,
  updateNotReady,
  updatesForPcs,
  versionUnknown,
  versionsMixed,
  warningUnanswered,
]
export const derivations: readonly Derivation[] = [
  askingSteps,
  assetDuties,
  lastSeen,
  latestSight,
  suggestedAnswers,
  joinedRows,
  level,
  sheetsNow,
  damageScenarios,
  lossAssumptions,
  measuresHere,
  assetZones,
  networkEdges,
  entrances,
  forbiddenPaths,
  hubPorts,
  networkNodes,
  networkQuestions,
  reach,
  whereabouts,
  controlStandings,
  riskFacts,
  riskStates,
  exposures,
  installedProducts,
  responseAsking,
  responseDuties,
  responseStates,
  visitPlan,
  weaknesses,
]
