import type { Approval } from '../facilities/index.ts'

/** The consent of the facility to tell a body outside of a vendor's silence about this sheet; the last one given counts. */
export function noticeConsent(approvals: readonly Approval[], sheet: string): Approval | undefined {
  return approvals
    .filter((one) => one.about === 'notice' && one.state === 'approved' && one.sheets?.some((id) => id === sheet))
    .toSorted((a, b) => (`${a.approvedOn}|${a.id}` < `${b.approvedOn}|${b.id}` ? -1 : 1))
    .at(-1)
}
