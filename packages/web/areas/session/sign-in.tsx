import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { noteActivity } from '../../data/activity.ts'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ErrorList, type FieldError } from './error-list.tsx'
import { safeBack } from './safe-back.ts'

const here = getRouteApi('/sign-in')

export function SignIn() {
  const { t } = useWords()
  const { why } = here.useSearch()
  const minutes = useSession()?.idleMinutes
  return (
    <PlainFrame>
      <Page title={t('signIn.title')}>
        <div className="stack">
          {why === 'idle' && minutes !== undefined && <p className="box-note">{t('signIn.idle', { minutes })}</p>}
          {why === 'ended' && <p className="box-note">{t('signIn.ended')}</p>}
          <SignInForm />
        </div>
      </Page>
    </PlainFrame>
  )
}

function SignInForm() {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { back } = here.useSearch()
  const [typed, setTyped] = useState({ login: '', password: '', sharedPc: false })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const send = useMutation({
    mutationFn: () => ask(routes.signIn, { body: typed }),
    onSuccess: async () => {
      noteActivity()
      await client.query({ queryKey: ['session'], queryFn: () => ask(routes.session, {}), staleTime: 0 })
      await navigate({ href: safeBack(back), replace: true })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const missing = [
      ...(typed.login === '' ? [{ field: 'login', says: t('signIn.login.missing') }] : []),
      ...(typed.password === '' ? [{ field: 'password', says: t('signIn.password.missing') }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0 && !send.isPending) send.mutate()
  }
  const wrong = (field: string) => errors.find((error) => error.field === field)?.says
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <ErrorList errors={errors} />
      {send.isError && <Problem error={send.error} />}
      <Field label={t('signIn.login')} wrong={wrong('login')}>
        {(props) => (
          <input
            {...props}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            maxLength={60}
            value={typed.login}
            onChange={(event) => setTyped({ ...typed, login: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('signIn.password')} wrong={wrong('password')}>
        {(props) => (
          <input
            {...props}
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={typed.password}
            onChange={(event) => setTyped({ ...typed, password: event.target.value })}
          />
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" checked={typed.sharedPc} onChange={(event) => setTyped({ ...typed, sharedPc: event.target.checked })} />
        <span>
          {t('signIn.shared')}
          <span className="source"> {t('signIn.shared.says')}</span>
        </span>
      </label>
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'signIn.go')}
        </button>
      </p>
    </form>
  )
}
