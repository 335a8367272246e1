import { routes, type SessionView } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { sessionQuery } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { QuestionSheet } from './question-sheet.tsx'
import './welcome.css'

/** The choice at the start: nothing, or an example. */
export function Welcome() {
  const { t } = useWords()
  const session = useQuery(sessionQuery)
  return (
    <PlainFrame>
      <Page title={t('welcome.title')}>
        <Loaded query={session}>
          {(view) => (
            <div className="stack loose no-print">
              <p>{t('welcome.says')}</p>
              <OwnFacilities facilities={view.facilities} />
              <StartEmpty />
              <Examples session={view} />
              <p>
                <button type="button" className="text-button tall" onClick={() => window.print()}>
                  {t('welcome.printQuestions')}
                </button>
              </p>
            </div>
          )}
        </Loaded>
        <QuestionSheet />
      </Page>
    </PlainFrame>
  )
}

function OwnFacilities({ facilities }: { facilities: SessionView['facilities'] }) {
  const { t } = useWords()
  if (facilities.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('welcome.open')}</h2>
      <ul className="stack">
        {facilities.map((facility) => (
          <li key={facility.id}>
            <Link className="button wide starts-left" to="/f/$facility/today" params={{ facility: facility.id }}>
              {facility.example ? t('welcome.exampleName', { name: facility.name }) : facility.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** NOTE: the session must know the new facility before its screens ask what one may do there. */
function useOpen(): (facility: string, screen: 'start' | 'today') => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (facility, screen) => {
    await client.query({ ...sessionQuery, staleTime: 0 })
    if (screen === 'start') await navigate({ to: '/f/$facility/start/{-$step}', params: { facility } })
    else await navigate({ to: '/f/$facility/today', params: { facility } })
  }
}

function StartEmpty() {
  const { t } = useWords()
  const open = useOpen()
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const create = useMutation({
    mutationFn: () => ask(routes.createFacility, { body: { name: name.trim() } }),
    onSuccess: ({ facility }) => open(facility, 'start'),
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(name.trim() === '' ? t('welcome.name.missing') : undefined)
    if (name.trim() !== '' && !create.isPending) create.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('welcome.empty')}</h2>
      <p className="small">{t('welcome.empty.says')}</p>
      <Field label={t('welcome.name')} help={t('welcome.name.help')} wrong={wrong}>
        {(props) => (
          <input {...props} autoComplete="organization" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {create.isError && <Problem error={create.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(create.isPending ? 'working' : 'welcome.begin')}
        </button>
      </p>
    </form>
  )
}

function Examples({ session }: { session: SessionView }) {
  const { t, say } = useWords()
  const open = useOpen()
  const load = useMutation({
    mutationFn: (example: string) => ask(routes.loadExample, { params: { example }, body: {} }),
    onSuccess: ({ facility }) => open(facility, 'today'),
  })
  if (session.examples.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('welcome.examples')}</h2>
      <p className="small">{t('welcome.examples.says')}</p>
      {load.isError && <Problem error={load.error} />}
      <ul className="examples">
        {session.examples.map((example) => (
          <li key={example.id}>
            <h3>{say(example.name)}</h3>
            <p className="small second">{say(example.says)}</p>
            <button type="button" className="button" onClick={() => !load.isPending && load.mutate(example.id)}>
              {load.isPending && load.variables === example.id ? t('working') : t('welcome.see', { name: say(example.name) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
