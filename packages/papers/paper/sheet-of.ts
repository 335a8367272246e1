import { byId, known, noticeConsent } from '@mimamori/domain'
import type { PaperInput } from './context.ts'

/**
 * True where a paper of this kind can be made of the sheet: a checklist of a sheet of this year, a request of any
 * vendor's sheet, a notice where the facility has consented. Asked before a paper is made: one of an unknown sheet would be another paper, or an empty one.
 */
export function isSheetOfPaper(
  kind: 'checklist' | 'vendor-request' | 'vendor-notice',
  { picture, analysis }: Pick<PaperInput, 'picture' | 'analysis'>,
  id: string,
): boolean {
  const sheet = byId(kind === 'checklist' ? analysis.world.sheetsNow : picture.slices.sheets, id)
  if (!sheet) return false
  if (kind === 'vendor-notice') return noticeConsent(picture.slices.approvals, id) !== undefined
  return kind === 'checklist' || (sheet.audience === 'vendor' && known(sheet.vendor) !== undefined)
}
