export { type AuditEntry, type AuditHead, canonicalJson, emptyHead } from './chain.ts'
export { type AuditEvent, appendAudit, exportAudit, readAuditHead, readAuditLines } from './store.ts'
export { type AuditProblem, type AuditProblemKind, type AuditVerdict, verifyAudit } from './verify.ts'
