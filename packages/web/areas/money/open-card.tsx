import type { DamageView } from '@mimamori/contract'
import { yenInWords } from '@mimamori/domain'
import type { Damage } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'

const untoldWords: Readonly<Record<Damage['policies'][number]['untold'][number], PlainKey>> = {
  limit: 'money.policy.limit',
  deductible: 'money.policy.deductible',
  rate: 'money.policy.rate',
  heads: 'money.policy.heads',
}

/** What each policy would pay after the plan, and what it would leave open. */
export function OpenCard({ damage, policies }: { damage: Damage; policies: DamageView['policies'] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack" aria-label={t('money.open.title')}>
      <h2>{t('money.open.title')}</h2>
      {damage.policies.length === 0 && <p>{t('money.open.none')}</p>}
      {damage.policies.map((policy) => (
        <OnePolicy key={policy.id} policy={policy} name={policies.find(({ record }) => record.id === policy.id)?.record.insurer ?? ''} />
      ))}
      <p className="small no-print">
        <Link to="/f/$facility/money/figures" params={{ facility }}>
          {t('money.open.state')}
        </Link>
      </p>
    </section>
  )
}

function OnePolicy({
  policy: { isInForce, missing, untold, perYear, oneIn100 },
  name,
}: {
  policy: Damage['policies'][number]
  name: string
}) {
  const { t, lang } = useWords()
  return (
    <div>
      <h3>{name}</h3>
      {isInForce ? (
        <p>
          {t('money.open.says', { paid: yenInWords(perYear.paidYen, lang), open: yenInWords(perYear.openYen, lang) })}{' '}
          {t('money.open.worst', { open: yenInWords(oneIn100.openYen, lang) })}
        </p>
      ) : (
        <p>{t('money.open.notInForce')}</p>
      )}
      {missing.length > 0 && <p className="small">{t('money.open.missing', { count: missing.length })}</p>}
      {untold.length > 0 && (
        <p className="source">{t('money.open.untold', { names: untold.map((one) => t(untoldWords[one])).join(t('list.comma')) })}</p>
      )}
    </div>
  )
}
