import type { InvitationView } from '@mimamori/contract'
import { useId } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

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
