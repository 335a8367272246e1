import type { ImportPreview } from '@mimamori/contract'

/** One chosen file on its way: being read, shown, refused, registered. */
export interface Draft {
  readonly key: string
  readonly name: string
  readonly state: 'reading' | 'read' | 'refused' | 'conflict' | 'registered' | 'undone'
  readonly preview?: ImportPreview
  readonly error?: unknown
  readonly revision?: number
}

/** A file that was read and would change something. */
export function isToRegister(draft: Draft): boolean {
  return draft.state === 'read' && (draft.preview?.files.some((file) => file.changes.length > 0) ?? false)
}

type Outcome = 'reading' | 'read' | 'look' | 'unread'

/** Remarks that ask nothing of anybody. */
const remarks: readonly string[] = ['checklist/missing-items', 'import/closed-year-kept']

function outcomeOf({ state, preview }: Draft): Outcome {
  if (state === 'reading') return 'reading'
  const files = preview?.files ?? []
  if (state === 'refused' || (files.length > 0 && files.every((file) => file.read === 0 && file.problems.length > 0))) return 'unread'
  const asks = files.some((file) => file.problems.some(({ code }) => !remarks.includes(code)))
  return asks || state === 'conflict' ? 'look' : 'read'
}

/** 「5個のファイルを見ました。読めたもの3、確認が要るもの1、読めないもの1。」 */
export function countDrafts(drafts: readonly Draft[]): {
  reading: number
  read: number
  look: number
  unread: number
  registered: number
} {
  const count = (outcome: Outcome) => drafts.filter((draft) => outcomeOf(draft) === outcome).length
  return {
    reading: count('reading'),
    read: count('read'),
    look: count('look'),
    unread: count('unread'),
    registered: drafts.filter((draft) => draft.state === 'registered' || draft.state === 'undone').length,
  }
}
