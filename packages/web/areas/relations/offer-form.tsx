import { type RelationKind, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field, OneOf } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { asWay, useWayChoices, type Way } from '../people/index.ts'
import type { ShowInvitation } from './show-invitation.ts'
import { countsOnly, type Terms, TermsFields } from './terms-fields.tsx'
import { kinds, kindWords } from './words.ts'

/** Offers a view and makes the invitation to it in one go. `first`: the vendor that is offered one, where one was come from. */
export function OfferForm({ show, first }: { show: ShowInvitation; first?: string | undefined }) {
  const { t } = useWords()
  const ways = useWayChoices()
  const [kind, setKind] = useState<RelationKind>(first === undefined ? 'association' : 'vendor')
  const [name, setName] = useState('')
  const [vendor, setVendor] = useState(first ?? '')
  const [value, setValue] = useState<Terms>({ terms: countsOnly, until: undefined })
  const [way, setWay] = useState<Way>('card')
  const [wrong, setWrong] = useState<string>()
  const vendors = useView(routes.facts, useFacilityId()).data?.vendors ?? []
  const vendorName = vendors.find((one) => one.record.id === vendor)?.record.name
  const whom = kind === 'vendor' ? vendorName : name.trim() === '' ? undefined : name.trim()
  const send = useOffer({ kind, name: whom ?? '', vendor, value, way, show })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(whom === undefined ? t(kind === 'vendor' ? 'relations.vendor.missing' : 'relations.name.missing') : undefined)
    if (whom !== undefined && !send.isPending) send.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('relations.offer')}</h2>
      <Field label={t('relations.kind')}>
        {(props) => (
          <select {...props} value={kind} onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'association')}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(kindWords[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'vendor' ? (
        <Field label={t('relations.vendor')} wrong={wrong}>
          {(props) => (
            <select {...props} value={vendor} onChange={(event) => setVendor(event.target.value)}>
              <option value="">{t('relations.choose')}</option>
              {vendors.map(({ record }) => (
                <option key={record.id} value={record.id}>
                  {record.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <Field label={t('relations.name')} wrong={wrong}>
          {(props) => (
            <input {...props} autoComplete="off" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      )}
      <TermsFields kind={kind} value={value} change={setValue} />
      <OneOf legend={t('relations.ways')} choices={ways} value={way} choose={(chosen) => setWay(asWay(chosen))} />
      {send.isError && <Problem error={send.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'relations.go')}
        </button>
      </p>
    </form>
  )
}

interface Offering {
  readonly kind: RelationKind
  readonly name: string
  readonly vendor: string
  readonly value: Terms
  readonly way: Way
  readonly show: ShowInvitation
}

function useOffer({ kind, name, vendor, value: { terms, until }, way, show }: Offering) {
  const facility = useFacilityId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const shown = { ...terms, areas: [...terms.areas] }
      const body = { kind, name, terms: shown, ...(kind === 'vendor' && { vendor }), ...(until !== undefined && { validUntil: until }) }
      const { relation } = await ask(routes.offerRelation, { params: { facility }, body })
      return ask(routes.inviteViewer, { params: { facility, relation }, body: { way } })
    },
    onSuccess: (invitation) => show(invitation, { name, way, isOrganisation: true }),
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
}
