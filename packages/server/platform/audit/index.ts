export { type AuditEntry, type AuditHead, canonicalJson, emptyHead, storableText } from './chain.ts'
export { printSignedHead, readSignedHead, type SignedHead } from './signed-head.ts'
export { type AuditEvent, appendAudit, exportAudit, readAuditHead, readAuditLines } from './store.ts'
export { type AuditProblem, type AuditProblemKind, type AuditVerdict, type ExpectedHead, verifyAudit } from './verify.ts'
