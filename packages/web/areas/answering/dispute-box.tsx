import type { DraftAnswer, DraftView, SheetToAnswerView } from '@mimamori/contract'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { clockTime, plainDate } from '../../ui/show-date.ts'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'
import type { Dispute } from './use-sheet.ts'

interface Pair {
  readonly field: PlainKey
  readonly theirs: string
  readonly ours: string
}

const details = [
  { name: 'reason', field: 'answer.reason' },
  { name: 'note', field: 'field.note' },
  { name: 'checkedOn', field: 'field.checkedOn' },
  { name: 'targetOn', field: 'field.targetOn' },
] as const satisfies readonly { name: keyof DraftAnswer; field: PlainKey }[]

/** A colleague was quicker: both values are there, and one of them is chosen. */
export function DisputeBox({
  dispute,
  view,
  settle,
}: {
  dispute: Dispute
  view: SheetToAnswerView
  settle: (whose: 'ours' | 'theirs') => void
}) {
  const { t } = useWords()
  const [first, ...others] = usePairs(dispute, view.draft)
  const name = dispute.by ?? t('conflict.somebody')
  const time = dispute.at === undefined ? t('conflict.justNow') : clockTime(dispute.at)
  const item = view.items.find((one) => one.item === dispute.part)?.number
  if (!first) return null
  const values = { name, time, theirs: first.theirs, ours: first.ours }
  const isAnswer = item !== undefined && first.field === 'field.answer'
  return (
    <div className="box-differs stack" role="alert">
      {item !== undefined && !isAnswer && <p>{item}</p>}
      <p>{isAnswer ? t('conflict.answer', { ...values, item }) : t('conflict.field', { ...values, field: t(first.field) })}</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ field, theirs, ours }) => (
            <li key={field}>{t('conflict.also', { field: t(field), theirs, ours })}</li>
          ))}
        </ul>
      )}
      <p className="row fills">
        <button type="button" className="button low" onClick={() => settle('theirs')}>
          {t('conflict.takeTheirs', { name })}
        </button>
        <button type="button" className="button low" onClick={() => settle('ours')}>
          {t('conflict.takeOurs')}
        </button>
      </p>
    </div>
  )
}

/** What differs, in words: what stands in the draft now beside what we wrote; the answer first. */
function usePairs({ part, mine }: Dispute, draft: DraftView): readonly Pair[] {
  const { t, lang } = useWords()
  const stateWord = useStateWord()
  const empty = t('conflict.empty')
  const word = (value: string | undefined) => (value === undefined ? empty : plainDate(value, lang))
  const pairs = (): Pair[] => {
    if (part === 'approvedBy') return [{ field: 'who.approver', theirs: draft.approvedBy ?? empty, ours: mine.approvedBy ?? empty }]
    if (part === 'answeredBy') {
      const [theirs, ours] = [draft.answeredBy, mine.answeredBy].map((one) => [one?.name, one?.department, one?.phone])
      const joined = (words: (string | undefined)[] = []) => words.filter((each) => each !== undefined).join(t('list.dot'))
      return [{ field: 'who.title', theirs: joined(theirs), ours: joined(ours) }]
    }
    const [theirs, ours] = [draft.answers[part] ?? {}, mine.answers?.[part] ?? {}]
    const answer = (one: DraftAnswer) => stateWord(stateOfAnswer(one.answer))
    return [
      { field: 'field.answer', theirs: answer(theirs), ours: answer(ours) },
      ...details.map(({ name, field }) => ({ field, theirs: word(theirs[name]), ours: word(ours[name]) })),
    ]
  }
  return pairs().filter((pair) => pair.theirs !== pair.ours)
}
