import { type AnswerLinkLook, routes } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { VendorPlainFrame } from '../../frame/vendor-frame.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { longDate } from '../../ui/show-date.ts'
import { ReplyPageFile } from '../vendor-work/index.ts'
import './answering.css'

const here = getRouteApi('/answer')

/** Where a link leads: who asks, how to check that it is genuine, and the number. */
export function Landing() {
  const { t } = useWords()
  const { left } = here.useSearch()
  const token = useRouterState({ select: (state) => state.location.hash })
  return (
    <VendorPlainFrame>
      <Page title={t('landing.title')}>
        <div className="stack loose">
          {left === true && <p className="box-note">{t('landing.left')}</p>}
          {token === '' ? left !== true && <p className="card">{t('landing.noToken')}</p> : <Asked token={token} />}
        </div>
      </Page>
    </VendorPlainFrame>
  )
}

function Asked({ token }: { token: string }) {
  const look = useQuery({
    queryKey: ['answerLink', token],
    queryFn: () => ask(routes.lookAtAnswerLink, { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  return <Loaded query={look}>{(found) => <Content look={found} token={token} />}</Loaded>
}

const closedWords: Readonly<Record<Exclude<AnswerLinkLook['state'], 'open'>, PlainKey>> = {
  used: 'landing.used',
  expired: 'landing.expired',
  locked: 'landing.locked',
}

function Content({ look, token }: { look: AnswerLinkLook; token: string }) {
  const { t, say, lang } = useWords()
  const { facility, system, vendorName, dueOn, state } = look
  const year = say(look.fiscalYearName)
  return (
    <>
      <div className="card stack">
        <p>{t('landing.to', { vendor: vendorName })}</p>
        <p>
          <strong>
            {system === undefined ? t('landing.from', { facility, year }) : t('landing.fromSystem', { facility, year, system })}
          </strong>
        </p>
        {dueOn !== undefined && <p>{t('landing.due', { date: longDate(dueOn, lang) })}</p>}
      </div>
      <div className="box-note stack">
        <p>{t('landing.check')}</p>
        <p>{t('landing.never')}</p>
      </div>
      {state === 'open' ? <CodeForm token={token} /> : <p className="box-differs">{t(closedWords[state])}</p>}
      <ReplyPageFile />
    </>
  )
}

function CodeForm({ token }: { token: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  const enter = useMutation({
    mutationFn: () => ask(routes.enterAnswerLink, { body: { token, code } }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['answering'] })
      await navigate({ to: '/answer/sheet', replace: true })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(code.trim() === '' ? t('landing.code.missing') : undefined)
    if (code.trim() !== '' && !enter.isPending) enter.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <Field label={t('landing.code')} help={t('landing.code.help')} wrong={wrong}>
        {(props) => (
          <input
            {...props}
            className="code-field"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {enter.isError && <Problem error={enter.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(enter.isPending ? 'working' : 'landing.go')}
        </button>
      </p>
    </form>
  )
}
