import { type RelationView, routes } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { SeenLists } from '../../ui/seen-lists.tsx'
import { dayOfInstant, lastDayBefore, lastDayOf } from '../../ui/show-date.ts'
import { asWay, useWayChoices, type Way } from '../people/index.ts'
import { RelationHistory } from './history.tsx'
import type { ShowInvitation } from './show-invitation.ts'
import { type Terms, TermsFields } from './terms-fields.tsx'
import { kindWords, stateWords } from './words.ts'

interface CardParts {
  readonly relation: RelationView
  readonly mayWrite: boolean
  readonly show: ShowInvitation
}

/** One organisation outside: both lists, since when, by whom, and what can be done. */
export function RelationCard({ relation, mayWrite, show }: CardParts) {
  const { t } = useWords()
  const { name, kind, state } = relation
  return (
    <section className="card stack">
      <h2>
        {name} <span className="chip aside">{t(kindWords[kind])}</span>{' '}
        <span className={`chip ${state === 'granted' ? 'begun' : state === 'offered' ? 'waiting' : 'gone'}`}>{t(stateWords[state])}</span>
      </h2>
      <SinceWhen relation={relation} />
      <SeenLists sees={relation.sees} seesNot={relation.seesNot} />
      <RelationHistory events={relation.events} />
      {mayWrite && <Acts relation={relation} show={show} />}
    </section>
  )
}

function SinceWhen({ relation }: { relation: RelationView }) {
  const { t, lang } = useWords()
  const { offeredAt, grantedAt, endedAt, validUntil } = relation
  const parts = [
    grantedAt === undefined
      ? t('relations.offeredOn', { on: dayOfInstant(offeredAt, lang) })
      : t('relations.since', { on: dayOfInstant(grantedAt, lang) }),
    ...(validUntil === undefined ? [] : [t('relations.until', { on: lastDayBefore(validUntil, lang) })]),
    ...(endedAt === undefined ? [] : [t('relations.ended', { on: dayOfInstant(endedAt, lang) })]),
  ]
  return <p className="second">{parts.join(t('list.comma'))}</p>
}

function Acts({ relation, show }: { relation: RelationView; show: ShowInvitation }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [changing, setChanging] = useState(false)
  const { name, id, state } = relation
  const params = { facility, relation: id }
  const again = () => client.invalidateQueries({ queryKey: [facility] })
  const end = useMutation({
    mutationFn: () => ask(routes.withdrawRelation, { params }),
    onSuccess: () => announce(t('relations.endedNow')),
    onSettled: again,
  })
  const invite = useMutation({
    mutationFn: (way: Way) => ask(routes.inviteViewer, { params, body: { way } }),
    onSuccess: (invitation, way) => show(invitation, { name, way, isOrganisation: true }),
  })
  return (
    <>
      {end.isError && <Problem error={end.error} />}
      {invite.isError && <Problem error={invite.error} />}
      {state === 'offered' && <InviteAgain name={name} invite={(way) => invite.mutate(way)} />}
      {changing && <ChangeTerms relation={relation} close={() => setChanging(false)} />}
      <div className="row">
        {!changing && relation.kind !== 'vendor' && (
          <button type="button" className="button low" onClick={() => setChanging(true)}>
            {t('relations.change', { name })}
          </button>
        )}
        <ConfirmStep
          ask={t('relations.end', { name })}
          says={t('relations.end.says', { name })}
          go={t('relations.end.go')}
          busy={end.isPending}
          act={() => end.mutate()}
        />
      </div>
    </>
  )
}

function InviteAgain({ name, invite }: { name: string; invite: (way: Way) => void }) {
  const { t } = useWords()
  const ways = useWayChoices()
  return (
    <details>
      <summary>{t('relations.invite', { name })}</summary>
      <div className="stack">
        {ways.map(({ value, label }) => (
          <button key={value} type="button" className="button wide starts-left" onClick={() => invite(asWay(value))}>
            {label}
          </button>
        ))}
      </div>
    </details>
  )
}

function termsOf({ terms, validUntil }: RelationView): Terms {
  return { terms, until: validUntil === undefined ? undefined : date(lastDayOf(validUntil)) }
}

function ChangeTerms({ relation, close }: { relation: RelationView; close: () => void }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const { id, version } = relation
  const [value, setValue] = useState(termsOf(relation))
  const [seen, setSeen] = useState(version)
  const isChanged = seen !== version
  const again = () => client.invalidateQueries({ queryKey: [facility] })
  const send = useMutation({
    mutationFn: () =>
      ask(routes.changeRelation, {
        params: { facility, relation: id },
        body: { version: seen, terms: value.terms, ...(value.until !== undefined && { validUntil: value.until }) },
      }),
    onSuccess: async () => {
      announce(t('relations.changed'))
      close()
      await again()
    },
    onError: again,
  })
  const { sees, seesNot } = relation
  return (
    <div className="box-note stack">
      <TermsFields kind={relation.kind} value={value} change={setValue} />
      {isChanged && !send.isPending && (
        <ChangedBox
          now={<SeenLists sees={sees} seesNot={seesNot} />}
          takeNow={() => {
            setValue(termsOf(relation))
            setSeen(version)
          }}
          takeMine={() => setSeen(version)}
        />
      )}
      {send.isError && !isChanged && <Problem error={send.error} />}
      <p className="row">
        <button
          type="button"
          className="button filled"
          aria-disabled={isChanged || send.isPending}
          onClick={() => !isChanged && !send.isPending && send.mutate()}
        >
          {t('relations.change.go')}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </div>
  )
}
