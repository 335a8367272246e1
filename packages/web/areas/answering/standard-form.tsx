import { type DraftAnswer, routes, type StandardsView } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
import { Field, ShortChoice } from '../../ui/field.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { standardsQuery } from './standard-part.tsx'

const choices: readonly { value: NonNullable<DraftAnswer['answer']>; word: PlainKey }[] = [
  { value: 'yes', word: 'state.yes' },
  { value: 'no', word: 'state.no' },
  { value: 'not-applicable', word: 'reply.notThere' },
  { value: 'other-party', word: 'reply.otherParty' },
]

export type Standard = StandardsView['standards'][number]

type Answers = Readonly<Record<string, DraftAnswer>>

/** The answers of one product, stored together. */
export function StandardForm({ view, standard, close }: { view: StandardsView; standard?: Standard; close: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [seen, setSeen] = useState(standard)
  const [product, setProduct] = useState(standard?.product ?? '')
  const [answers, setAnswers] = useState<Answers>(standard?.answers ?? {})
  const [wrong, setWrong] = useState<string>()
  const name = product.trim()
  const save = useMutation({
    mutationFn: () => ask(routes.saveStandard, { body: { product: name, answers, ...(seen && { id: seen.id, version: seen.version }) } }),
    onSuccess: async () => {
      announce(t('standards.kept', { product: name }))
      await client.invalidateQueries({ queryKey: standardsQuery.queryKey })
      close()
    },
    onError: () => client.invalidateQueries({ queryKey: standardsQuery.queryKey }),
  })
  const isChanged = standard !== undefined && standard.version !== seen?.version && !save.isPending && !save.isSuccess
  function takeNow(): void {
    setSeen(standard)
    setProduct(standard?.product ?? '')
    setAnswers(standard?.answers ?? {})
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(name === '' ? t('standards.name.missing') : undefined)
    if (name !== '' && !isChanged && !save.isPending) save.mutate()
  }
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <Field label={t('standards.name')} wrong={wrong}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={product} onChange={(event) => setProduct(event.target.value)} />
        )}
      </Field>
      <ol className="stack">
        {view.items
          .filter((item) => !item.perClient)
          .map((item) => (
            <StandardItem
              key={item.item}
              item={item}
              answer={answers[item.item] ?? {}}
              keep={(answer) => setAnswers({ ...answers, [item.item]: answer })}
            />
          ))}
      </ol>
      {isChanged && (
        <ChangedBox now={t('conflict.now', { value: standard.product })} takeNow={takeNow} takeMine={() => setSeen(standard)} />
      )}
      {save.isError && !isChanged && <Problem error={save.error} />}
      <p className="row">
        <button type="submit" className="button filled">
          {t(save.isPending ? 'working' : 'standards.save')}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('close')}
        </button>
      </p>
    </form>
  )
}

/** One item with its four answers and a reason or a note. */
export function StandardItem({
  item,
  answer,
  keep,
}: {
  item: StandardsView['items'][number]
  answer: DraftAnswer
  keep: (answer: DraftAnswer) => void
}) {
  const { t, say } = useWords()
  const needsReason = answer.answer === 'not-applicable' || answer.answer === 'other-party'
  const field = needsReason ? 'reason' : 'note'
  function write(text: string): void {
    const { [field]: _, ...rest } = answer
    keep({ ...rest, ...(text.trim() !== '' && { [field]: text }) })
  }
  return (
    <li className="stack answer-item">
      <p>
        <ItemNumber number={item.number} /> {say(item.title)}
      </p>
      <ShortChoice
        legend={say(item.title)}
        hideLegend
        choices={choices.map(({ value, word }) => ({ value, label: t(word) }))}
        value={answer.answer}
        choose={(value) => keep({ ...answer, answer: value as NonNullable<DraftAnswer['answer']> })} // one of the choices above
      />
      {answer.answer !== undefined && (
        <Field label={t(needsReason ? 'answer.reason' : 'standards.note')}>
          {(props) => (
            <textarea {...props} rows={2} maxLength={2000} value={answer[field] ?? ''} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
      )}
    </li>
  )
}
