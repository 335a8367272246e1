import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { forgetName, type KnownName, readNames } from '../../data/known-names.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useHalfOpen } from './after-password.ts'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

/** NOTE: a whole new page, so that nothing of the one before stays in memory. */
function openAnew(): void {
  window.location.assign('/')
}

/** 「使う人を切り替える」: names of those who allowed this PC to remember them; each still needs the own password. */
export function SwitchPerson() {
  const { t } = useWords()
  const session = useSession()
  const [names, setNames] = useState(readNames)
  const [chosen, setChosen] = useState<KnownName>()
  return (
    <PlainFrame>
      <Page title={t('switch.title')} step={chosen?.login ?? 'names'}>
        <div className="stack loose">
          {session?.person && <p>{t('switch.now', { name: session.person.name })}</p>}
          {chosen ? (
            <OwnPassword person={chosen} back={() => setChosen(undefined)} />
          ) : (
            <NameList names={names} choose={setChosen} forget={(login) => setNames(forgetName(login))} />
          )}
          <p className="row">
            <Link className="text-button tall" to="/sign-in">
              {t('switch.other')}
            </Link>
            {session?.state === 'signed-in' && (
              <Link className="text-button tall" to="/">
                {t('switch.stay')}
              </Link>
            )}
          </p>
        </div>
      </Page>
    </PlainFrame>
  )
}

interface NameListProps {
  readonly names: readonly KnownName[]
  readonly choose: (person: KnownName) => void
  readonly forget: (login: string) => void
}

function NameList({ names, choose, forget }: NameListProps) {
  const { t } = useWords()
  if (names.length === 0) return <p>{t('switch.nobody')}</p>
  return (
    <ul className="stack">
      {names.map((person) => (
        <li className="row" key={person.login}>
          <button type="button" className="button" onClick={() => choose(person)}>
            {t('head.person', { name: person.name })}
          </button>
          <button type="button" className="text-button tall" onClick={() => forget(person.login)}>
            {t('switch.forget', { name: person.name })}
          </button>
        </li>
      ))}
    </ul>
  )
}

function OwnPassword({ person, back }: { person: KnownName; back: () => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [ways, setWays] = useState<readonly FactorWay[]>()
  const [wrong, setWrong] = useState<string>()
  const door = useHalfOpen(true)
  const send = useMutation({
    mutationFn: () => ask(routes.signIn, { body: { login: person.login, password, sharedPc: true } }),
    onSuccess: ({ next, ways: open = [] }) => (next === 'factor' ? setWays(open) : openAnew()),
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(password === '' ? t('signIn.password.missing') : undefined)
    if (password !== '' && !send.isPending) send.mutate()
  }
  if (ways)
    return (
      <FactorForm
        place="switch"
        ways={ways}
        ask={door.ask}
        give={async (answer) => {
          await door.give(answer)
          openAnew()
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
          {t(send.isPending ? 'working' : 'signIn.go')}
        </button>
        <button type="button" className="button" onClick={back}>
          {t('switch.back')}
        </button>
      </p>
    </form>
  )
}
