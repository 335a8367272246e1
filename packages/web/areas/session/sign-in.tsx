import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask, Refusal } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useArrive, useHalfOpen } from './after-password.ts'
import { ErrorList, type FieldError } from './error-list.tsx'
import { FactorForm } from './factor-form.tsx'
import { OutsideButton } from './outside-button.tsx'
import { safeBack } from './safe-back.ts'
import { TextInput } from './text-input.tsx'

const here = getRouteApi('/sign-in')

interface Ticks {
  readonly sharedPc: boolean
  readonly remember: boolean
}

export function SignIn() {
  const { t } = useWords()
  const { why } = here.useSearch()
  const minutes = useSession()?.idleMinutes
  const [half, setHalf] = useState<{ ways: readonly FactorWay[]; ticks: Ticks }>()
  return (
    <PlainFrame>
      <Page title={t(half ? 'factor.title' : 'signIn.title')} step={half ? 'factor' : 'password'}>
        <div className="stack loose">
          {!half && why === 'idle' && minutes !== undefined && <p className="box-note">{t('signIn.idle', { minutes })}</p>}
          {!half && why === 'ended' && <p className="box-note">{t('signIn.ended')}</p>}
          {half ? (
            <SecondStep ways={half.ways} ticks={half.ticks} again={() => setHalf(undefined)} />
          ) : (
            <PasswordForm toFactor={(ways, ticks) => setHalf({ ways, ticks })} />
          )}
        </div>
      </Page>
    </PlainFrame>
  )
}

function useEnter(): (ticks: Ticks) => Promise<void> {
  const arrive = useArrive()
  const navigate = useNavigate()
  const { back } = here.useSearch()
  return async (ticks) => {
    await arrive(ticks.remember)
    await navigate({ href: safeBack(back), replace: true })
  }
}

function SecondStep({ ways, ticks, again }: { ways: readonly FactorWay[]; ticks: Ticks; again: () => void }) {
  const { t } = useWords()
  const door = useHalfOpen(ticks.sharedPc)
  const enter = useEnter()
  const [gone, setGone] = useState<unknown>()
  if (gone !== undefined) return <Problem error={gone} again={again} />
  return (
    <>
      <p>{t('factor.says')}</p>
      <FactorForm
        place="sign-in"
        ways={ways}
        ask={door.ask}
        give={async (answer) => {
          await door.give(answer).catch((error: unknown) => {
            if (error instanceof Refusal && error.said.code === 'auth/half-open-gone') setGone(error)
            throw error
          })
          await enter(ticks)
        }}
      />
      <p>
        <button type="button" className="text-button tall" onClick={again}>
          {t('factor.back')}
        </button>
      </p>
    </>
  )
}

function PasswordForm({ toFactor }: { toFactor: (ways: readonly FactorWay[], ticks: Ticks) => void }) {
  const { t } = useWords()
  const enter = useEnter()
  const [typed, setTyped] = useState({ login: '', password: '' })
  const [ticks, setTicks] = useState<Ticks>({ sharedPc: false, remember: false })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const send = useMutation({
    mutationFn: () => ask(routes.signIn, { body: { ...typed, sharedPc: ticks.sharedPc } }),
    onSuccess: async ({ next, ways = [] }) => (next === 'factor' ? toFactor(ways, ticks) : enter(ticks)),
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
      <TextInput
        name="login"
        label={t('signIn.login')}
        wrong={wrong('login')}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={60}
        value={typed.login}
        change={(login) => setTyped({ ...typed, login })}
      />
      <TextInput
        name="password"
        type="password"
        label={t('signIn.password')}
        wrong={wrong('password')}
        autoComplete="current-password"
        maxLength={200}
        value={typed.password}
        change={(password) => setTyped({ ...typed, password })}
      />
      <TickLines ticks={ticks} change={setTicks} />
      <p className="row">
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'signIn.go')}
        </button>
      </p>
      <OutsideButton />
      <p className="row">
        <Link className="text-button tall" to="/recover">
          {t('signIn.forgotten')}
        </Link>
        <Link className="text-button tall" to="/switch">
          {t('signIn.names')}
        </Link>
      </p>
    </form>
  )
}

function TickLines({ ticks, change }: { ticks: Ticks; change: (ticks: Ticks) => void }) {
  const { t } = useWords()
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={ticks.sharedPc} onChange={(event) => change({ ...ticks, sharedPc: event.target.checked })} />
        <span>
          {t('signIn.shared')}
          <span className="source"> {t('signIn.shared.says')}</span>
        </span>
      </label>
      <label className="tick">
        <input type="checkbox" checked={ticks.remember} onChange={(event) => change({ ...ticks, remember: event.target.checked })} />
        <span>
          {t('signIn.remember')}
          <span className="source"> {t('signIn.remember.says')}</span>
        </span>
      </label>
    </>
  )
}
