import type { MemberView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field, OneOf } from '../../ui/field.tsx'
import { asWay, useWayChoices, type Way } from './ways.ts'

export interface Successor {
  readonly kind: 'member' | 'new'
  readonly person: string
  readonly name: string
  readonly way: Way
}

interface WhoParts {
  readonly label: ReactNode
  readonly members: readonly MemberView[]
  readonly value: string
  readonly choose: (person: string) => void
}

/** One of the people who have access. */
export function WhoSelect({ label, members, value, choose }: WhoParts) {
  const { t } = useWords()
  return (
    <Field label={label}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('handover.choose')}</option>
          {members.map(({ person, name }) => (
            <option key={person} value={person}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface SuccessorParts {
  readonly members: readonly MemberView[]
  readonly value: Successor
  readonly change: (value: Successor) => void
}

/** Somebody who has access, or somebody who is invited. */
export function SuccessorFields({ members, value, change }: SuccessorParts) {
  const { t } = useWords()
  const ways = useWayChoices()
  return (
    <>
      <OneOf
        legend={t('handover.to')}
        choices={[
          { value: 'member', label: t('handover.toMember') },
          { value: 'new', label: t('handover.toNew') },
        ]}
        value={value.kind}
        choose={(kind) => change({ ...value, kind: kind === 'new' ? 'new' : 'member' })}
      />
      {value.kind === 'member' ? (
        <WhoSelect label={t('handover.to')} members={members} value={value.person} choose={(person) => change({ ...value, person })} />
      ) : (
        <>
          <Field label={t('handover.newName')}>
            {(props) => (
              <input
                {...props}
                autoComplete="off"
                maxLength={100}
                value={value.name}
                onChange={(event) => change({ ...value, name: event.target.value })}
              />
            )}
          </Field>
          <OneOf legend={t('invite.way')} choices={ways} value={value.way} choose={(way) => change({ ...value, way: asWay(way) })} />
        </>
      )}
    </>
  )
}
