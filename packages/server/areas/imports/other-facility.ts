import type { Picture } from '@mimamori/domain'
import { foldText } from '@mimamori/formats'

/** True where a name is plainly not the facility's: neither is part of the other, as 市立病院 is of みまもり市立病院. */
export function isOtherName(picture: Picture, name: string | undefined): boolean {
  const [ours, theirs] = [foldText(picture.slices.facility[0]?.name ?? ''), foldText(name ?? '')]
  return ours !== '' && theirs !== '' && !ours.includes(theirs) && !theirs.includes(ours)
}
