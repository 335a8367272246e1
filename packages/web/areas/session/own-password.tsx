import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import type { KnownName } from '../../data/known-names.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useHalfOpen } from './after-password.ts'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

interface OwnPasswordParts {
  readonly person: KnownName
  readonly place: 'unlock' | 'switch'
  /** Words of the button. */
  readonly go: string
  /** Beside the button. */
  readonly beside?: ReactNode
  readonly done: () => void
}

/** The password of somebody whose name this PC knows, and a second factor where there is one. */
export function OwnPassword({ person, place, go, beside, done }: OwnPasswordParts) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [ways, setWays] = useState<readonly FactorWay[]>()
  const [wrong, setWrong] = useState<string>()
  const door = useHalfOpen(true)
  const send = useMutation({
    mutationFn: () => ask(routes.signIn, { body: { login: person.login, password, sharedPc: true } }),
    onSuccess: ({ next, ways: open = [] }) => (next === 'factor' ? setWays(open) : done()),
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(password === '' ? t('signIn.password.missing') : undefined)
    if (password !== '' && !send.isPending) send.mutate()
  }
  if (ways)
    return (
      <FactorForm
        place={place}
        ways={ways}
        ask={door.ask}
        give={async (answer) => {
          await door.give(answer)
          done()
        }}
      />
    )
  return (
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
      <p className="row">
        <button type="submit" className="button filled">
          {send.isPending ? t('working') : go}
        </button>
        {beside}
      </p>
    </form>
  )
}
