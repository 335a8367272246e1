import { type Answerer, type DraftAnswer, routes, type SheetToAnswerView, type TakenPart } from '@mimamori/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { Bases } from './bases.ts'

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

/** What we wrote where a colleague was quicker: an item, `answeredBy` or `approvedBy`. It is kept until somebody chooses. */
export interface Dispute extends TakenPart {
  readonly mine: Patch
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
  readonly answeredBy: Answerer | undefined
  readonly approvedBy: string | undefined
  readonly answer: (item: string, answer: DraftAnswer) => void
  readonly save: (patch: Patch) => void
  /** Waits until everything is stored; false where something is not. */
  readonly settled: () => Promise<boolean>
  readonly problem: unknown
  readonly disputes: readonly Dispute[]
  /** Ours is written over theirs, or forgotten. */
  readonly settle: (dispute: Dispute, whose: 'ours' | 'theirs') => void
  readonly again: () => void
  readonly savedAt: Date | undefined
}

/**
 * Stores every answer at once, one request after the other. What could not be stored stays on the screen and is sent
 * again with the next; what a colleague was quicker with stays beside theirs.
 */
export function useDraftSaver(at: SheetAt, view: SheetToAnswerView): DraftSaver {
  const client = useQueryClient()
  const { t } = useWords()
  const [ahead, setAhead] = useState<Patch>({})
  const waiting = useRef<Patch>({})
  const bases = useRef(new Bases())
  const chain = useRef<Promise<boolean>>(Promise.resolve(true))
  const [problem, setProblem] = useState<unknown>()
  const [disputes, setDisputes] = useState<readonly Dispute[]>([])
  const [savedAt, setSavedAt] = useState<Date>()

  async function send(): Promise<boolean> {
    const patch = waiting.current
    const now = client.getQueryData<SheetToAnswerView>(keyOf(at))
    if (!now || Object.keys(patch).length === 0) return true
    waiting.current = {}
    const parts = partsOf(patch)
    try {
      const body = { version: now.draft.version, ...patch, bases: bases.current.of(parts) }
      const { draft, taken } = await ask(routes.saveSheetDraft, { params: at, body })
      // An answer of before, on its way, must not take the place of this one.
      await client.cancelQueries({ queryKey: keyOf(at), exact: true })
      client.setQueryData<SheetToAnswerView>(keyOf(at), (before) => before && { ...before, draft })
      const lost = taken.map(({ part }) => part)
      bases.current.taken(lost)
      bases.current.stored(
        parts.filter((part) => !lost.includes(part)),
        draft.version,
      )
      setDisputes((before) => [
        ...before.filter(({ part }) => !parts.includes(part)),
        ...taken.map((one) => ({ ...one, mine: only(patch, one.part) })),
      ])
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

  // NOTE: a field stores by the function of its first key, and with it against the version that was on the screen then.
  function save(patch: Patch): void {
    for (const part of partsOf(patch)) bases.current.begun(part, view.draft.version)
    waiting.current = merged(waiting.current, patch)
    setAhead((before) => merged(before, patch))
    queue()
  }

  return {
    answerOf: (item) => ahead.answers?.[item] ?? view.draft.answers[item] ?? {},
    answeredBy: ahead.answeredBy ?? view.draft.answeredBy,
    approvedBy: ahead.approvedBy ?? view.draft.approvedBy,
    answer: (item, answer) => save({ answers: { [item]: answer } }),
    save,
    settled: () => {
      queue()
      return chain.current
    },
    problem,
    disputes,
    settle: (dispute, whose) => {
      setDisputes((before) => before.filter((one) => one !== dispute))
      bases.current.taken([dispute.part])
      if (whose === 'ours') save(dispute.mine)
    },
    again: queue,
    savedAt,
  }
}

function partsOf({ answers = {}, ...people }: Patch): readonly string[] {
  return [...Object.keys(answers), ...Object.keys(people)]
}

/** One part of what was written. */
function only({ answers, answeredBy, approvedBy }: Patch, part: string): Patch {
  if (part === 'answeredBy' && answeredBy) return { answeredBy }
  if (part === 'approvedBy' && approvedBy !== undefined) return { approvedBy }
  const answer = answers?.[part]
  return answer ? { answers: { [part]: answer } } : {}
}

function merged(before: Patch, later: Patch): Patch {
  return { ...before, ...later, ...((before.answers ?? later.answers) && { answers: { ...before.answers, ...later.answers } }) }
}
