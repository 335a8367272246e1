declare const kind: unique symbol

/** A string that only fits where its own kind is asked for. */
export type Id<K extends string> = string & { readonly [kind]: K }

/** `YYYY-MM-DD` in the calendar of Asia/Tokyo, without a time or a zone. */
export type CalendarDate = Id<'date'>

export type FacilityId = Id<'facility'>
export type PersonId = Id<'person'>
export type ServiceId = Id<'service'>
export type ContactId = Id<'contact'>
export type VendorId = Id<'vendor'>
export type SystemId = Id<'system'>
export type ContractId = Id<'contract'>
export type SheetId = Id<'sheet'>
export type AnswerId = Id<'answer'>
export type EvidenceId = Id<'evidence'>
export type RequestId = Id<'request'>
export type TickId = Id<'tick'>
export type BackupId = Id<'backup'>
export type AssetId = Id<'asset'>
export type ClaimId = Id<'claim'>
export type SoftwareId = Id<'software'>
export type LineId = Id<'line'>
export type VpnId = Id<'vpn'>
export type RemotePathId = Id<'remote-path'>
export type RemoteLogId = Id<'remote-log'>
export type FaxFlowId = Id<'fax-flow'>
export type AccountListId = Id<'account-list'>
export type ZoneId = Id<'zone'>
export type LinkId = Id<'link'>
export type MapPlaceId = Id<'map-place'>
export type SourceId = Id<'source'>
export type DiscussionId = Id<'discussion'>
export type MessageId = Id<'message'>
export type InspectionId = Id<'inspection'>
export type InspectionPointId = Id<'inspection-point'>
export type TaskId = Id<'task'>
export type TaskNoteId = Id<'task-note'>
export type ApprovalId = Id<'approval'>
export type ApprovalBoxId = Id<'approval-box'>
export type ContactChangeId = Id<'contact-change'>
export type VisitId = Id<'visit'>
export type VisitStepId = Id<'visit-step'>
export type DisclosureId = Id<'disclosure'>
export type MatchId = Id<'match'>
export type WarningId = Id<'warning'>
export type ResponseId = Id<'response'>
export type ResponseStepId = Id<'response-step'>
export type PlannedUpdateId = Id<'planned-update'>
export type PlannedUpdateStepId = Id<'planned-update-step'>
export type ControlStatementId = Id<'control-statement'>
export type RiskDecisionId = Id<'risk-decision'>
export type FinancesId = Id<'finances'>
export type QuoteId = Id<'quote'>
export type LossInputId = Id<'loss-input'>
export type PlanChoiceId = Id<'plan-choice'>
export type InsurancePolicyId = Id<'insurance-policy'>
/** An organisation that signs in: not a record of the picture. */
export type OrganisationId = Id<'organisation'>
/** An entry of the catalogue, such as `r7:2-05`: not a record of the picture. */
export type ItemId = Id<'item'>
export type EditionId = Id<'edition'>

/** Every id that names a record of a slice; a field of such a type is a reference (see `sliceDefs.refs`). */
export type EntityId =
  | FacilityId
  | PersonId
  | ServiceId
  | ContactId
  | VendorId
  | SystemId
  | ContractId
  | SheetId
  | AnswerId
  | EvidenceId
  | RequestId
  | TickId
  | BackupId
  | AssetId
  | ClaimId
  | SoftwareId
  | LineId
  | VpnId
  | RemotePathId
  | RemoteLogId
  | FaxFlowId
  | AccountListId
  | ZoneId
  | LinkId
  | MapPlaceId
  | SourceId
  | DiscussionId
  | MessageId
  | InspectionId
  | InspectionPointId
  | TaskId
  | TaskNoteId
  | ApprovalId
  | ApprovalBoxId
  | ContactChangeId
  | VisitId
  | VisitStepId
  | DisclosureId
  | MatchId
  | WarningId
  | ResponseId
  | ResponseStepId
  | PlannedUpdateId
  | PlannedUpdateStepId
  | ControlStatementId
  | RiskDecisionId
  | FinancesId
  | QuoteId
  | LossInputId
  | PlanChoiceId
  | InsurancePolicyId

/** Keeps `|`, `,` and `#` out of ids, so that the id of a finding can be taken apart again. */
const entityIdPattern = /^[a-z0-9][a-z0-9._:-]{0,79}$/

/** True for a string that may name a record: lower case, digits and `._:-`, at most 80 characters. */
export function isEntityId(text: string): boolean {
  return entityIdPattern.test(text)
}

/** Brands a checked string as an id; throws on a malformed one, since only our own code makes ids. */
export function entityId<T extends Id<string>>(text: string): T {
  if (!isEntityId(text)) throw new Error(`not an id: ${JSON.stringify(text)}`)
  return text as T // the one place where a checked string becomes an id
}
