import { type Answerer, type DraftAnswer, routes, type SheetToAnswerView } from '@mimamori/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'

/** Address of a sheet: by the relation of an account, or `link` for somebody who came with a number. */
export interface SheetAt {
  readonly place: string
  readonly sheet: string
}

interface Patch {
  readonly answers?: Readonly<Record<string, DraftAnswer>>
  readonly answeredBy?: Answerer
  readonly approvedBy?: string
}

function keyOf({ place, sheet }: SheetAt): readonly string[] {
  return ['answering', place, sheet]
}

export function useSheet(at: SheetAt) {
  return useQuery({
    queryKey: keyOf(at),
    queryFn: () => ask(routes.sheetToAnswer, { params: at }),
    retry: false,
    refetchOnWindowFocus: false,
  })
}

/** What the screen can do with a draft. */
export interface DraftSaver {
  /** The answer as it stands on the screen, stored or not. */
  readonly answerOf: (item: string) => DraftAnswer
  readonly answer: (item: string, answer: DraftAnswer) => void
  readonly save: (patch: Patch) => void
  /** Waits until everything is stored; false where something is not. */
  readonly settled: () => Promise<boolean>
  readonly problem: unknown
  /** Items that a colleague was quicker with. */
  readonly conflicts: readonly string[]
  readonly again: () => void
  readonly savedAt: Date | undefined
}

/**
 * Stores every answer at once, one request after the other. What could not be stored stays on the screen and is sent
 * again with the next.
 */
export function useDraftSaver(at: SheetAt, view: SheetToAnswerView): DraftSaver {
  const client = useQueryClient()
  const { t } = useWords()
  const [ahead, setAhead] = useState<Patch>({})
  const waiting = useRef<Patch>({})
  const chain = useRef<Promise<boolean>>(Promise.resolve(true))
  const [problem, setProblem] = useState<unknown>()
  const [conflicts, setConflicts] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<Date>()

  async function send(): Promise<boolean> {
    const patch = waiting.current
    const now = client.getQueryData<SheetToAnswerView>(keyOf(at))
    if (!now || Object.keys(patch).length === 0) return true
    waiting.current = {}
    try {
      const { draft, conflicts: taken } = await ask(routes.saveSheetDraft, { params: at, body: { version: now.draft.version, ...patch } })
      client.setQueryData<SheetToAnswerView>(keyOf(at), (before) => before && { ...before, draft })
      setConflicts(taken)
      setProblem(undefined)
      setSavedAt(new Date())
      setAhead({ ...waiting.current })
      announce(t('answer.saved'))
      return true
    } catch (error) {
      waiting.current = merged(patch, waiting.current)
      setProblem(error)
      return false
    }
  }

  function queue(): void {
    chain.current = chain.current.then(send)
  }

  function save(patch: Patch): void {
    waiting.current = merged(waiting.current, patch)
    setAhead((before) => merged(before, patch))
    queue()
  }

  return {
    answerOf: (item) => ahead.answers?.[item] ?? view.draft.answers[item] ?? {},
    answer: (item, answer) => save({ answers: { [item]: answer } }),
    save,
    settled: () => {
      queue()
      return chain.current
    },
    problem,
    conflicts,
    again: queue,
    savedAt,
  }
}

function merged(before: Patch, later: Patch): Patch {
  return { ...before, ...later, ...((before.answers ?? later.answers) && { answers: { ...before.answers, ...later.answers } }) }
}
