import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { noteActivity } from '../../data/activity.ts'
import { ask } from '../../data/api.ts'
import type { KnownName } from '../../data/known-names.ts'
import { unlockPage } from '../../data/lock.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useHalfOpen } from './after-password.ts'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

/** The password of the one who opened the page, and of nobody else; then everything goes on where it was. */
export function UnlockForm({ person }: { person: KnownName }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [ways, setWays] = useState<readonly FactorWay[]>()
  const door = useHalfOpen(true)
  function goOn(): void {
    noteActivity()
    unlockPage()
    void client.invalidateQueries()
  }
  const send = useMutation({
    mutationFn: () => ask(routes.signIn, { body: { login: person.login, password, sharedPc: true } }),
    onSuccess: ({ next, ways: open = [] }) => (next === 'factor' ? setWays(open) : goOn()),
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(password === '' ? t('signIn.password.missing') : undefined)
    if (password !== '' && !send.isPending) send.mutate()
  }
  return (
    <>
      {ways ? (
        <FactorForm
          place="unlock"
          ways={ways}
          ask={door.ask}
          give={async (answer) => {
            await door.give(answer)
            goOn()
          }}
        />
      ) : (
        <form className="stack loose" noValidate onSubmit={submit}>
          {send.isError && <Problem error={send.error} />}
          <TextInput
            name="password"
            type="password"
            label={t('switch.password', { name: person.name })}
            wrong={wrong}
            autoComplete="current-password"
            maxLength={200}
            value={password}
            change={setPassword}
          />
          <p>
            <button type="submit" className="button filled">
              {t(send.isPending ? 'working' : 'lock.goOn')}
            </button>
          </p>
        </form>
      )}
      <p>
        <button type="button" className="button" onClick={() => window.location.assign('/switch')}>
          {t('lock.other')}
        </button>
      </p>
      <p className="source">{t('lock.other.says')}</p>
    </>
  )
}
