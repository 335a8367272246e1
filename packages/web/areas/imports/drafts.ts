import type { ImportPreview } from '@mimamori/contract'
import type { ReadHow } from './read-how.ts'

/** One chosen file on its way: being read, shown, refused, registered. */
export interface Draft {
  readonly key: string
  readonly name: string
  /** The file itself, to be read again in another way. */
  readonly file?: File
  /** How a person wanted it read. */
  readonly how?: ReadHow
  readonly state: 'reading' | 'read' | 'refused' | 'conflict' | 'registered' | 'undone'
  readonly preview?: ImportPreview
  readonly error?: unknown
  readonly revision?: number
}

/** A file that was read and would change something. */
export function isToRegister(draft: Draft): boolean {
  return draft.state === 'read' && (draft.preview?.files.some((file) => file.changes.length > 0) ?? false)
}

/** A text file may be in another encoding than it was read in; a workbook says so itself. */
export function mayHaveOtherEncoding(draft: Draft): boolean {
  if (draft.state === 'read') return draft.preview?.files.some((file) => file.encoding !== undefined) ?? false
  return draft.state === 'refused' && /\.(csv|tsv|txt)$/i.test(draft.name)
}

/** 「5つのファイルを見ました。読めたもの4、確認が要るもの1。」 */
export function countDrafts(drafts: readonly Draft[]): { reading: number; read: number; look: number; registered: number } {
  const needsLook = (draft: Draft) =>
    draft.state === 'refused' || draft.state === 'conflict' || (draft.preview?.files.some((file) => file.problems.length > 0) ?? false)
  return {
    reading: drafts.filter((draft) => draft.state === 'reading').length,
    read: drafts.filter((draft) => draft.state !== 'reading' && !needsLook(draft)).length,
    look: drafts.filter(needsLook).length,
    registered: drafts.filter((draft) => draft.state === 'registered' || draft.state === 'undone').length,
  }
}
