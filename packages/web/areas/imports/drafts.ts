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
  /** Whether the file takes the place of what is here and seems newer; absent until somebody has chosen. */
  readonly agreed?: boolean
}

/** What a person must agree to before the file is registered: codes of problems. */
export function asksOf(draft: Draft): readonly string[] {
  return draft.preview?.files.flatMap((file) => file.asks) ?? []
}

/** A file that was read, would change something, and is not older than what is here unless somebody chose it all the same. */
export function isToRegister(draft: Draft): boolean {
  if (asksOf(draft).length > 0 && draft.agreed !== true) return false
  return draft.state === 'read' && (draft.preview?.files.some(bringsSomething) ?? false)
}

/** NOTE: what a scan tells of devices that are known already changes no line of the register, and yet it is kept: they were seen. */
function bringsSomething({ changes, devices }: ImportPreview['files'][number]): boolean {
  return changes.length > 0 || (devices !== undefined && devices.known + devices.new + devices.conflicts + devices.accounts > 0)
}

/** A text file may be in another encoding than it was read in; a workbook says so itself. */
export function mayHaveOtherEncoding(draft: Draft): boolean {
  if (draft.state === 'read') return draft.preview?.files.some((file) => file.encoding !== undefined) ?? false
  return draft.state === 'refused' && /\.(csv|tsv|txt)$/i.test(draft.name)
}

type Outcome = 'reading' | 'read' | 'look' | 'unread'

function outcomeOf({ state, preview }: Draft): Outcome {
  if (state === 'reading') return 'reading'
  const outcomes = preview?.files.map((file) => file.outcome) ?? []
  if (state === 'refused' || (outcomes.length > 0 && outcomes.every((outcome) => outcome === 'unreadable'))) return 'unread'
  return state === 'conflict' || outcomes.some((outcome) => outcome !== 'read') ? 'look' : 'read'
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
