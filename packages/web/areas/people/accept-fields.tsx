import type { InvitationView } from '@mimamori/contract'
import { useId, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import type { Typed } from '../session/index.ts'

interface AccountParts {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly wrong: (field: keyof Typed) => string | undefined
}

/** Name, login ID and password of somebody new. */
export function AccountFields({ typed, change, wrong }: AccountParts) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field label={t('invitation.yourName')} help={t('setup.name.help')} wrong={wrong('name')}>
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

interface Into {
  readonly id: string
  readonly name: string
}

interface OrganisationParts {
  readonly own: InvitationView['organisations']
  readonly value: Into
  readonly change: (value: Into) => void
  readonly wrong: string | undefined
}

/** For which organisation the view is: one of one's own of the kind that is meant, or a new one. */
export function OrganisationFields({ own, value, change, wrong }: OrganisationParts) {
  const { t } = useWords()
  const group = useId()
  return (
    <>
      {own.length > 0 && (
        <fieldset className="stack">
          <legend className="field-name">{t('invitation.organisation')}</legend>
          {[...own, { id: '', name: t('invitation.newOrganisation') }].map(({ id, name }) => (
            <label className="tick" key={id}>
              <input type="radio" name={group} checked={value.id === id} onChange={() => change({ ...value, id })} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {value.id === '' && (
        <Field label={t('invitation.organisationName')} wrong={wrong}>
          {(props) => (
            <input
              {...props}
              name="organisation"
              autoComplete="organization"
              maxLength={200}
              value={value.name}
              onChange={(event) => change({ ...value, name: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
