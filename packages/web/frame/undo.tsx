import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { ask } from '../data/api.ts'
import type { Wanted } from '../data/changes.ts'
import { useSaver } from '../data/saving.tsx'
import { useWords } from '../text/words.tsx'
import { Problem } from '../ui/problem.tsx'

interface Undoable {
  readonly says: string
  readonly revision: number
}

/** Long enough to read the sentence and reach the button by the keyboard. */
const shownMs = 30_000

let offered: Undoable | undefined
const listeners = new Set<() => void>()

/** Offers the way back from something that was stored by a route of its own. */
export function offerUndo(next: Undoable): void {
  offer(next)
}

function offer(next: Undoable | undefined): void {
  offered = next
  for (const listener of listeners) listener()
}

/** Does something that takes away, and offers the way back: nothing is asked beforehand. */
export function useUndoable(): (wanted: readonly Wanted[], says: string) => void {
  const saver = useSaver()
  return (wanted, says) => {
    void saver.save(wanted).then((outcome) => {
      if (outcome.kind === 'saved') offer({ says, revision: outcome.revision })
    })
  }
}

/** 「元に戻す」, for half a minute after something was taken away. */
export function UndoStrip({ facility }: { facility: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const now = useSyncExternalStore(subscribe, () => offered)
  const undo = useMutation({
    mutationFn: (revision: number) => ask(routes.undo, { params: { facility }, body: { revision } }),
    onSuccess: async () => {
      offer(undefined)
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => offer(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <div role="status">
      {now && (
        <div className="strip">
          <p>{now.says}</p>
          <button type="button" className="button low" onClick={() => !undo.isPending && undo.mutate(now.revision)}>
            {t('undo')}
          </button>
        </div>
      )}
      {undo.isError && <Problem error={undo.error} />}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
