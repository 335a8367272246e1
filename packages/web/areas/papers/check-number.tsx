import { type NumberedPapersView, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

/** 照合番号を確かめる: which paper a number belongs to, and whether what was kept of it is still as it was made. */
export function CheckNumber() {
  const { t } = useWords()
  const facility = useFacilityId()
  const [number, setNumber] = useState('')
  const look = useMutation({ mutationFn: () => ask(routes.checkNumber, { params: { facility }, query: { number } }) })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (number.trim() !== '' && !look.isPending) look.mutate()
  }
  return (
    <section className="card stack">
      <h2>{t('papers.lookUp')}</h2>
      <form className="stack" noValidate onSubmit={submit}>
        <Field label={t('papers.checkNumber')} help={t('papers.lookUp.help')}>
          {(props) => (
            <input
              {...props}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <p>
          <button type="submit" className="button">
            {t('papers.lookUp.do')}
          </button>
        </p>
      </form>
      {look.isError && <Problem error={look.error} />}
      <div role="status">{look.isSuccess && <Found found={look.data} />}</div>
    </section>
  )
}

const stateWords: Readonly<Record<NumberedPapersView['papers'][number]['state'], PlainKey>> = {
  intact: 'papers.state.intact',
  changed: 'papers.state.changed',
  gone: 'papers.state.gone',
  'not-kept': 'papers.state.notKept',
}

function Found({ found }: { found: NumberedPapersView }) {
  const { t, say, lang } = useWords()
  if (found.papers.length === 0) return <p>{t('papers.lookUp.none', { number: found.number })}</p>
  return (
    <ul className="stack">
      {found.papers.map((paper) => (
        <li key={`${paper.at} ${paper.format} ${paper.copy}`}>
          <strong>{t('papers.lookUp.is', { paper: say(paper.title), format: paper.format.toUpperCase() })}</strong>
          <br />
          {paper.by === undefined
            ? t('papers.lookUp.made', { at: dateAndTime(paper.at, lang) })
            : t('papers.lookUp.madeBy', { at: dateAndTime(paper.at, lang), by: paper.by })}
          <br />
          {t(stateWords[paper.state])}
        </li>
      ))}
    </ul>
  )
}
