import type { DraftAnswer, RequestFileView, StandardsView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'
import { StandardItem } from '../answering/index.ts'
import { answersOf, numbersLeft, type ReadRequest, standardsFor } from './requests-state.ts'

interface CardParts {
  readonly request: ReadRequest
  readonly standards: StandardsView['standards']
  readonly change: (request: ReadRequest) => void
  readonly drop: () => void
}

/** One request: whose, what is laid over it, and the items that are answered for this facility alone. */
export function RequestCard({ request, standards, change, drop }: CardParts) {
  const { t, say } = useWords()
  const { view, name, own } = request
  const { laid, all } = answersOf(request, standards)
  const left = numbersLeft(request, all)
  const asked = view.items.filter((item) => item.perClient && view.answers[item.item]?.answer === undefined)
  const about = [view.head.systemName, say(view.editionName)].filter((part) => part !== undefined)
  return (
    <article className="card stack">
      <h2>{view.head.facility ?? t('requests.unnamed')}</h2>
      <p className="small second">{[...about, t('requests.file', { name })].join(t('list.comma'))}</p>
      <Standards request={request} standards={standards} change={change} />
      <Given title={t('requests.laid', { count: Object.keys(laid).length })} items={view.items} answers={laid} />
      <Given title={t('requests.had', { count: Object.keys(view.answers).length })} items={view.items} answers={view.answers} />
      {asked.length > 0 && (
        <>
          <p className="box-note">{t('requests.perClient', { count: asked.length })}</p>
          <ol className="stack">
            {asked.map((item) => (
              <StandardItem
                key={item.item}
                item={item}
                answer={own[item.item] ?? {}}
                keep={(answer) => change({ ...request, own: { ...own, [item.item]: answer } })}
              />
            ))}
          </ol>
        </>
      )}
      <Problems problems={view.problems} />
      <p>
        <strong>{left.length === 0 ? t('requests.complete') : t('requests.left', { numbers: left.join(t('list.comma')) })}</strong>
      </p>
      <p>
        <button type="button" className="button low" onClick={drop}>
          {t('requests.drop')}
        </button>
      </p>
    </article>
  )
}

function Standards({ request, standards, change }: Omit<CardParts, 'drop'>) {
  const { t } = useWords()
  return (
    <Field label={t('requests.standard')}>
      {(props) => (
        <select {...props} value={request.standard} onChange={(event) => change({ ...request, standard: event.target.value })}>
          <option value="">{t('requests.noStandard')}</option>
          {standardsFor(request.view, standards).map(({ id, product }) => (
            <option key={id} value={id}>
              {product}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Given({
  title,
  items,
  answers,
}: {
  title: string
  items: RequestFileView['items']
  answers: Readonly<Record<string, DraftAnswer>>
}) {
  const { say } = useWords()
  const stateWord = useStateWord()
  const given = items.filter(({ item }) => answers[item]?.answer !== undefined)
  if (given.length === 0) return null
  return (
    <details className="small">
      <summary>{title}</summary>
      <ul>
        {given.map((item) => (
          <li key={item.item}>
            <ItemNumber number={item.number} /> {say(item.title)} <strong>{stateWord(stateOfAnswer(answers[item.item]?.answer))}</strong>{' '}
            {answers[item.item]?.reason ?? answers[item.item]?.note}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Problems({ problems }: { problems: RequestFileView['problems'] }) {
  const { t, say } = useWords()
  if (problems.length === 0) return null
  return (
    <details className="small">
      <summary>{t('requests.problems', { count: problems.length })}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.row ?? ''} ${say(problem.message)}`}>
            {say(problem.message)} {say(problem.action)}
          </li>
        ))}
      </ul>
    </details>
  )
}
