import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { forgetName, type KnownName, readNames } from '../../data/known-names.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { OwnPassword } from './own-password.tsx'

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
            <OwnPassword
              person={chosen}
              place="switch"
              go={t('signIn.go')}
              beside={
                <button type="button" className="button" onClick={() => setChosen(undefined)}>
                  {t('switch.back')}
                </button>
              }
              done={openAnew}
            />
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
