import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import type { Typed } from './set-up-form.ts'

interface AccountParts {
  /** How the name is asked for: the first owner is no guest. */
  readonly nameLabel: string
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly wrong: (field: keyof Typed) => string | undefined
}

/** Name, login ID and password of somebody new. */
export function AccountFields({ nameLabel, typed, change, wrong }: AccountParts) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field label={nameLabel} help={t('setup.name.help')} wrong={wrong('name')}>
        {(props) => (
          <input
            {...props}
            name="name"
            autoComplete="name"
            maxLength={100}
            value={typed.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('signIn.login')} help={t('setup.login.help')} wrong={wrong('login')}>
        {(props) => (
          <input
            {...props}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            maxLength={60}
            value={typed.login}
            onChange={(event) => change({ login: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('signIn.password')} help={t('setup.password.help')} wrong={wrong('password')}>
        {(props) => (
          <input
            {...props}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            maxLength={200}
            value={typed.password}
            onChange={(event) => change({ password: event.target.value })}
          />
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('signIn.show')}
      </label>
    </>
  )
}
