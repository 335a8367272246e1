import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useArrive, useHalfOpen } from './after-password.ts'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

type Step = { readonly kind: 'checking' } | { readonly kind: 'factor'; readonly ways: readonly FactorWay[] } | { readonly kind: 'unlinked' }

/** Where the hospital's sign-in service sends the browser back to. */
export function OutsideReturn() {
  const { t } = useWords()
  const [step, setStep] = useState<Step>({ kind: 'checking' })
  const arrive = useArrive()
  const navigate = useNavigate()
  const door = useHalfOpen(false)
  const begun = useRef(false)
  const finish = useMutation({
    mutationFn: (query: string) => ask(routes.finishOutside, { body: { query } }),
    onSuccess: async ({ next, ways = [] }) => {
      if (next === 'factor') return setStep({ kind: 'factor', ways })
      if (next === 'unlinked') return setStep({ kind: 'unlinked' })
      await arrive(false)
      return navigate({ to: next === 'linked' ? '/me' : '/', replace: true })
    },
  })
  const { mutate } = finish
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const query = window.location.search
    // NOTE: the code in the address works once; it is taken out of the history all the same.
    window.history.replaceState(window.history.state, '', window.location.pathname)
    mutate(query)
  }, [mutate])
  return (
    <PlainFrame>
      <Page title={t('outside.title')} step={step.kind}>
        <div className="stack loose">
          {finish.isError && <Problem error={finish.error} />}
          {step.kind === 'checking' && !finish.isError && <p role="status">{t('working')}</p>}
          {step.kind === 'factor' && (
            <FactorForm
              place="outside"
              ways={step.ways}
              ask={door.ask}
              give={async (answer) => {
                await door.give(answer)
                await arrive(false)
                await navigate({ to: '/', replace: true })
              }}
            />
          )}
          {step.kind === 'unlinked' && <AskForLink />}
          <p>
            <Link className="text-button tall" to="/sign-in">
              {t('recover.toSignIn')}
            </Link>
          </p>
        </div>
      </Page>
    </PlainFrame>
  )
}

function AskForLink() {
  const { t } = useWords()
  const [login, setLogin] = useState('')
  const [wrong, setWrong] = useState<string>()
  const send = useMutation({ mutationFn: () => ask(routes.askForLink, { body: { login } }) })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(login === '' ? t('signIn.login.missing') : undefined)
    if (login !== '' && !send.isPending) send.mutate()
  }
  if (send.isSuccess) return <p className="box-note">{t('outside.asked')}</p>
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <p>{t('outside.unlinked')}</p>
      {send.isError && <Problem error={send.error} />}
      <TextInput
        name="login"
        label={t('signIn.login')}
        wrong={wrong}
        autoCapitalize="none"
        maxLength={60}
        value={login}
        change={setLogin}
      />
      <p>
        <button type="submit" className="button filled">
          {t('outside.ask')}
        </button>
      </p>
    </form>
  )
}
