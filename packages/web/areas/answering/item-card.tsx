import { type DraftAnswer, routes, type SheetToAnswerView } from '@mimamori/contract'
import type { CalendarDate } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { upload } from '../../data/api.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, OneOf, SavedText } from '../../ui/field.tsx'
import { Doubt, ItemNumber } from '../../ui/marks.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'
import type { DraftSaver, SheetAt } from './use-sheet.ts'

export type SheetItem = SheetToAnswerView['items'][number]

const choices: readonly { value: NonNullable<DraftAnswer['answer']>; word: PlainKey }[] = [
  { value: 'yes', word: 'state.yes' },
  { value: 'no', word: 'state.no' },
  { value: 'not-applicable', word: 'answer.notThere' },
  { value: 'other-party', word: 'answer.otherParty' },
]

interface Parts {
  readonly at: SheetAt
  readonly item: SheetItem
  readonly saver: DraftSaver
  readonly today: CalendarDate
  readonly readOnly: boolean
}

/** One item of the form: what is asked, four answers of one size, and what belongs to the answer. */
export function ItemCard(parts: Parts) {
  const { t, say } = useWords()
  const stateWord = useStateWord()
  const { item, saver, today, readOnly } = parts
  const answer = saver.answerOf(item.item)
  const keep = (values: DraftAnswer) => saver.answer(item.item, values)
  function choose(value: string): void {
    const word = value as NonNullable<DraftAnswer['answer']> // one of the choices above
    keep({ checkedOn: today, ...without(answer, 'proposed'), answer: word })
  }
  return (
    <li className={answer.proposed ? 'card stack answer-item proposed' : 'card stack answer-item'}>
      <h3>
        <ItemNumber number={item.number} /> {say(item.short)}
        {item.perClient && <span className="pill">{t('answer.perClient')}</span>}
      </h3>
      <p id={`${item.item}-asked`}>
        {say(item.question)} <Doubt confidence={item.confidence} />
      </p>
      {item.note && <p className="small second">{say(item.note)}</p>}
      {item.now?.answer !== undefined && (
        <p className="small second">{t('answer.now', { answer: stateWord(stateOfAnswer(item.now.answer)) })}</p>
      )}
      {readOnly ? (
        <GivenAnswer answer={answer} />
      ) : (
        <OneOf
          legend={say(item.question)}
          hideLegend
          choices={choices.map(({ value, word }) => ({ value, label: t(word) }))}
          value={answer.answer}
          choose={choose}
        />
      )}
      {answer.proposed && !readOnly && (
        <p className="row">
          <span className="small">{t('answer.proposed')}</span>
          <button type="button" className="button low" onClick={() => keep({ checkedOn: today, ...without(answer, 'proposed') })}>
            {t('answer.confirm')}
          </button>
        </p>
      )}
      {answer.answer !== undefined && !readOnly && <Details {...parts} answer={answer} keep={keep} />}
      <Evidence {...parts} />
    </li>
  )
}

function GivenAnswer({ answer }: { answer: DraftAnswer }) {
  const stateWord = useStateWord()
  return (
    <div className="small">
      <p>
        <strong>{stateWord(stateOfAnswer(answer.answer))}</strong>
      </p>
      {answer.reason !== undefined && <p>{answer.reason}</p>}
      {answer.note !== undefined && <p>{answer.note}</p>}
    </div>
  )
}

/** What the answer needs: a reason, a plan, and the day of the check. */
function Details({ answer, keep, today }: Parts & { answer: DraftAnswer; keep: (answer: DraftAnswer) => void }) {
  const { t } = useWords()
  const needsReason = answer.answer === 'not-applicable' || answer.answer === 'other-party'
  const set = (name: 'reason' | 'note' | 'checkedOn' | 'targetOn') => (value: string | undefined) =>
    keep({ ...without(without(answer, 'proposed'), name), ...(value !== undefined && { [name]: value }) })
  return (
    <div className="stack answer-details">
      {needsReason && (
        <>
          {answer.answer === 'other-party' && <p className="small">{t('answer.otherParty.says')}</p>}
          <SavedText label={t('answer.reason')} value={answer.reason} save={set('reason')} />
        </>
      )}
      {answer.answer === 'no' && (
        <DateField label={t('answer.targetOn')} value={answer.targetOn} today={today} withToday={false} save={set('targetOn')} />
      )}
      {!needsReason && (
        <SavedText label={t(answer.answer === 'no' ? 'answer.plan' : 'answer.note')} value={answer.note} save={set('note')} />
      )}
      <DateField label={t('answer.checkedOn')} value={answer.checkedOn} today={today} save={set('checkedOn')} />
    </div>
  )
}

function without<K extends keyof DraftAnswer>(answer: DraftAnswer, name: K): Omit<DraftAnswer, K> {
  const { [name]: _, ...rest } = answer
  return rest
}

function Evidence({ at, item, readOnly }: Parts) {
  const { t } = useWords()
  const client = useQueryClient()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addSheetEvidence, { params: at, query: { item: item.item } }, file),
    onSuccess: async () => {
      announce(t('answer.evidence.kept'))
      await client.invalidateQueries({ queryKey: ['answering'] })
    },
  })
  return (
    <details className="small">
      <summary>{t('answer.evidence', { count: item.evidence.length })}</summary>
      <div className="stack">
        <ul>
          {item.evidence.map((each) => (
            <li key={each.id}>{each.name}</li>
          ))}
        </ul>
        {!readOnly && (
          <Field label={t('answer.evidence.add')} help={t('answer.evidence.says')}>
            {(props) => (
              <input
                {...props}
                type="file"
                onChange={(event) => {
                  const [file] = event.target.files ?? []
                  if (file) attach.mutate(file)
                  event.target.value = ''
                }}
              />
            )}
          </Field>
        )}
        {attach.isPending && <p role="status">{t('working')}</p>}
        {attach.isError && <Problem error={attach.error} />}
      </div>
    </details>
  )
}
