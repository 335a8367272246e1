import type { AssetView, ClaimView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { dateAndTime, longDate } from '../../ui/show-date.ts'

type Claim = ClaimView['claim']['record']

const facts: readonly { readonly word: PlainKey; readonly of: (claim: Claim) => string | readonly string[] | undefined }[] = [
  { word: 'register.serial', of: ({ serials }) => serials },
  { word: 'register.tag', of: ({ tags }) => tags },
  { word: 'register.hostNames', of: ({ names }) => names },
  { word: 'register.macs', of: ({ macs }) => macs },
  { word: 'register.ips', of: ({ ips }) => ips },
  { word: 'register.maker', of: ({ maker }) => maker },
  { word: 'register.model', of: ({ model }) => model },
  { word: 'register.os', of: ({ os }) => os },
  { word: 'register.firmware', of: ({ firmware }) => firmware },
  { word: 'register.room', of: ({ room }) => room },
  { word: 'claims.link', of: ({ link }) => link && `${link.device} ${link.port}` },
  { word: 'claims.ports', of: ({ ports }) => ports },
  { word: 'claims.programs', of: ({ programs }) => programs?.map((program) => program.replace(/@(?=[^@]*$)/, ' ').trim()) },
  { word: 'field.note', of: ({ note }) => note },
]

/** Who says what of the device, since when, and why it is held to be this one. */
export function Claims({ view }: { view: AssetView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <section className="stack">
      <h2>{t('claims.title', { count: view.claims.length })}</h2>
      {view.conflicts > 0 && (
        <p className="box-differs">
          {t('claims.conflicts', { count: view.conflicts })}{' '}
          <Link to="/f/$facility/asset-conflicts" params={{ facility }}>
            {t('conflicts.title')}
          </Link>
        </p>
      )}
      {view.claims.length === 0 && <p className="card">{t('claims.none')}</p>}
      {view.claims.map((claim) => (
        <OneClaim key={claim.claim.record.id} of={claim} />
      ))}
    </section>
  )
}

function OneClaim({ of }: { of: ClaimView }) {
  const { t, say } = useWords()
  return (
    <article className="card stack claim">
      <h3>{say(of.byName)}</h3>
      <ClaimFacts claim={of.claim.record} />
      <p className="small">{t('claims.why', { why: say(of.why) })}</p>
      <ClaimSource of={of} />
    </article>
  )
}

/** What the source said, as it said it. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const { t } = useWords()
  const told = facts.flatMap(({ word, of }) => {
    const value = of(claim)
    return value === undefined || value.length === 0 ? [] : [{ word, value }]
  })
  return (
    <dl className="facts">
      {told.map(({ word, value }) => (
        <div className="fact" key={word}>
          <dt>{t(word)}</dt>
          <dd>{typeof value === 'string' ? value : value.join(t('list.comma'))}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where and when: the file, its row, the day. */
export function ClaimSource({ of }: { of: ClaimView }) {
  const { t, lang } = useWords()
  const { file, row, seenAt } = of.claim.record
  const day = of.seenOn ?? of.source?.seenOn
  const at = seenAt?.includes('T') ? dateAndTime(seenAt, lang) : day === undefined ? t('claims.noDay') : longDate(day, lang)
  return <p className="source">{row === undefined ? t('claims.source', { file, at }) : t('claims.sourceRow', { file, row, at })}</p>
}
