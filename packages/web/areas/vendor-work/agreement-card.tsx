import { routes, type VendorAgreement } from '@mimamori/contract'
import { isAnswerSigned } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { agreementStates, controlStates, kindSays, kindWords, LineField, lackWords, TextField } from '../risks/index.ts'

interface CardParts {
  readonly line: VendorAgreement
  /** The relation of an account, or `link`. */
  readonly place: string
  readonly facility: string
  /** The name on the sheet, of somebody who came by a link. */
  readonly by?: string | undefined
  readonly mayWork: boolean
}

/** One agreement as the other side sees it: what is asked, what is left, and where its answer and its name go. */
export function VendorAgreementCard({ line, place, facility, by, mayWork }: CardParts) {
  const { t, say } = useWords()
  return (
    <article className="card stack">
      <p className="row">
        <strong>{t(kindWords[line.kind])}</strong>
        <StateChip state={agreementStates[line.standing]} />
      </p>
      <h2>{t('vendorAgreements.heading', { risk: say(line.risk), facility })}</h2>
      <p>{say(line.scenario)}</p>
      <p className="small second">{t(kindSays[line.kind])}</p>
      <Facts line={line} />
      {line.controls.length > 0 && (
        <details className="small">
          <summary>{t('vendorAgreements.controls')}</summary>
          <ul className="stack">
            {line.controls.map(({ name, state }) => (
              <li key={name.ja} className="row">
                {say(name)} <StateChip state={controlStates[state]} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {line.lacks.length > 0 && (
        <p className="box-note small">
          {t('agreement.lacks', { fields: line.lacks.map((field) => t(lackWords[field])).join(t('list.comma')) })}
        </p>
      )}
      {mayWork && <Answer line={line} place={place} by={by} />}
    </article>
  )
}

function Facts({ line }: { line: VendorAgreement }) {
  const { t, lang } = useWords()
  const day = (on: string | undefined) => (on === undefined ? '' : plainDate(on, lang))
  const lines = [
    ['agreement.asked', line.asked, day(line.askedOn)],
    ['vendorAgreements.answer', line.answer, day(line.answeredOn)],
    ['agreement.residual', line.residual, day(line.decidedOn)],
    ['agreement.until', line.until === undefined ? undefined : longDate(line.until, lang), ''],
    ['agreement.facilityBy', line.facilityBy, ''],
    ['agreement.vendorBy', line.vendorBy, ''],
  ] as const
  return (
    <dl className="facts">
      {lines.map(([word, value, on]) =>
        value === undefined ? null : (
          <div key={word} className="fact">
            <dt>{t(word)}</dt>
            <dd>
              {value}
              {on !== '' && <span className="small second under">{on}</span>}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

type Word = { readonly answer: string } | { readonly signedBy: string }

function Answer({ line, place, by }: Pick<CardParts, 'line' | 'place' | 'by'>) {
  const { t } = useWords()
  const again = useOwnAgain()
  const session = useSession()
  const [answer, setAnswer] = useState(line.answer)
  const [name, setName] = useState<string | undefined>(by ?? session?.person?.name)
  const [isEmpty, setIsEmpty] = useState(false)
  const send = useMutation({
    mutationFn: (word: Word) =>
      ask(routes.answerAgreement, { params: { place, agreement: line.agreement }, body: { seen: line.version, ...word } }),
    onSuccess: (_, word) => announce(t('answer' in word ? 'vendorAgreements.sent' : 'vendorAgreements.signed')),
    onSettled: again,
  })
  const submit = (word: Word | undefined) => (event: SubmitEvent) => {
    event.preventDefault()
    setIsEmpty(word === undefined)
    if (word !== undefined && !send.isPending) send.mutate(word)
  }
  const maySign = line.vendorBy === undefined && line.lacks.every((field) => field === 'facilityBy' || field === 'vendorBy')
  return (
    <div className="stack no-print">
      {send.isError && <Problem error={send.error} />}
      {isEmpty && (
        <div role="alert">
          <FieldProblem id={`empty-${line.agreement}`}>{t('vendorAgreements.empty')}</FieldProblem>
        </div>
      )}
      {!isAnswerSigned(line) && (
        <form className="stack" noValidate onSubmit={submit(answer === undefined ? undefined : { answer })}>
          <TextField label={t('vendorAgreements.answer')} value={answer} write={setAnswer} />
          <p>
            <button type="submit" className="button">
              {t('vendorAgreements.send')}
            </button>
          </p>
        </form>
      )}
      {maySign && (
        <form className="stack" noValidate onSubmit={submit(name === undefined ? undefined : { signedBy: name })}>
          <p className="small second">{t('vendorAgreements.sign.says')}</p>
          <LineField label={t('vendorAgreements.name')} value={name} write={setName} />
          <p>
            <button type="submit" className="button filled">
              {t('vendorAgreements.sign')}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}
