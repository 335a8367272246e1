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
export function OpenCard({ damage, view: { policies, names } }: { damage: Damage; view: DamageView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack" aria-label={t('money.open.title')}>
      <h2>{t('money.open.title')}</h2>
      {damage.policies.length === 0 && <p>{t('money.open.none')}</p>}
      {damage.policies.map((policy) => (
        <div key={policy.id}>
          <h3>{policies.find(({ record }) => record.id === policy.id)?.record.insurer ?? ''}</h3>
          <PolicyOpen policy={policy} names={names} />
        </div>
      ))}
      <p className="small no-print">
        <Link to="/f/$facility/money/figures" params={{ facility }}>
          {t('money.open.state')}
        </Link>
      </p>
    </section>
  )
}

interface OpenParts {
  readonly policy: Damage['policies'][number]
  readonly names: DamageView['names']
}

/** What one policy would pay and leave, the conditions that are not sure to be met, and what would be left if it did not pay. */
export function PolicyOpen({ policy: { isInForce, missing, untold, perYear, oneIn100 }, names }: OpenParts) {
  const { t, lang } = useWords()
  const yen = (amount: number) => yenInWords(amount, lang)
  return (
    <>
      {isInForce ? (
        <p>
          {t('money.open.says', { paid: yen(perYear.paidYen), open: yen(perYear.openYen) })}{' '}
          {t('money.open.worst', { open: yen(oneIn100.openYen) })}
        </p>
      ) : (
        <p>{t('money.open.notInForce')}</p>
      )}
      {missing.length > 0 && (
        <p className="small">
          {t('money.open.missing', { names: missing.map((id) => names[id]?.[lang] ?? id).join(t('list.comma')) })}{' '}
          {isInForce && t('money.open.unpaid', { all: yen(oneIn100.paidYen + oneIn100.openYen) })}
        </p>
      )}
      {untold.length > 0 && (
        <p className="source">{t('money.open.untold', { names: untold.map((one) => t(untoldWords[one])).join(t('list.comma')) })}</p>
      )}
    </>
  )
}
