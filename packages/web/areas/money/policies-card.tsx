import type { DamageView } from '@mimamori/contract'
import { date, entityId, type InsurancePolicy, type InsurancePolicyId, wholeYen } from '@mimamori/domain'
import type { Damage } from '@mimamori/money'
import { addRecord, newId, removeRecord, setFields } from '../../data/changes.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useMay, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedLine } from '../../ui/field.tsx'
import { AmountField } from './amount-field.tsx'
import { typedOfUnit } from './assumption-words.ts'
import { PolicyOpen } from './open-card.tsx'
import { PolicyConditions } from './policy-conditions.tsx'
import { readFigure, readShare, readYen } from './read-yen.ts'
import { plannedIn } from './ticks.ts'
import { useDamage } from './use-damage.ts'

/** The policies, as far as the damage page needs them: what is paid, from which amount on, for which heads. */
export function PoliciesCard({ view }: { view: DamageView }) {
  const { t } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const policies = useRecords('policies', view.policies)
  const planned = plannedIn(view, useRecords('planChoices', view.planChoices))
  const damage = useDamage(view.world, planned)
  return (
    <section className="card stack" aria-label={t('money.policy.title')}>
      <h2>{t('money.policy.title')}</h2>
      <p className="small">{t('money.policy.says')}</p>
      {!mayWrite && <p className="small">{t('money.readOnly')}</p>}
      {policies.length === 0 && <p>{t('money.policy.none')}</p>}
      {policies.map((policy) => (
        <PolicyForm
          key={policy.record.id}
          policy={policy}
          view={view}
          here={damage?.policies.find(({ id }) => id === policy.record.id)}
          mayWrite={mayWrite}
        />
      ))}
      {mayWrite && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() =>
              void saver.save([addRecord('policies', { id: entityId<InsurancePolicyId>(newId('pol')), insurer: t('money.policy.new') })])
            }
          >
            {t('money.policy.add')}
          </button>
        </p>
      )}
    </section>
  )
}

interface FormParts {
  readonly policy: DamageView['policies'][number]
  readonly view: DamageView
  /** What it would pay; absent until that is reckoned. */
  readonly here: Damage['policies'][number] | undefined
  readonly mayWrite: boolean
}

function PolicyForm({ policy, view, here, mayWrite }: FormParts) {
  const { t, lang, say } = useWords()
  const saver = useSaver()
  const undoable = useUndoable()
  const today = date(useToday())
  const { record } = policy
  const save = (values: { readonly [K in keyof InsurancePolicy]?: InsurancePolicy[K] | undefined }) =>
    void saver.save([setFields('policies', policy, values)])
  const yen = (value: number) => wholeYen(value, lang)
  return (
    <fieldset className="stack money-policy" disabled={!mayWrite}>
      <legend className="field-name">{record.insurer}</legend>
      <SavedLine
        label={t('money.policy.insurer')}
        maxLength={100}
        value={record.insurer}
        save={(insurer) => insurer !== undefined && save({ insurer })}
      />
      <SavedLine label={t('money.policy.product')} maxLength={100} value={record.product} save={(product) => save({ product })} />
      <DateField label={t('money.policy.from')} value={record.from} today={today} withToday={false} save={(from) => save({ from })} />
      <DateField label={t('money.policy.until')} value={record.until} today={today} withToday={false} save={(until) => save({ until })} />
      <AmountField
        label={t('money.policy.limit')}
        value={record.limitYen}
        show={yen}
        read={readYen}
        save={(limitYen) => save({ limitYen })}
      />
      <AmountField
        label={t('money.policy.deductible')}
        value={record.deductibleYen}
        show={yen}
        read={readYen}
        save={(deductibleYen) => save({ deductibleYen })}
      />
      <AmountField
        label={t('money.policy.rate')}
        help={t('money.policy.rate.help')}
        value={record.rate}
        show={(value) => typedOfUnit(value, 'share')}
        read={readShare}
        save={(rate) => save({ rate })}
      />
      <AmountField
        label={t('money.policy.waiting')}
        value={record.waitingHours}
        show={String}
        read={readFigure}
        save={(waitingHours) => save({ waitingHours })}
      />
      <AmountField
        label={t('money.policy.premium')}
        value={record.premiumYenPerYear}
        show={yen}
        read={readYen}
        save={(premiumYenPerYear) => save({ premiumYenPerYear })}
      />
      <fieldset className="field">
        <legend className="field-name">{t('money.policy.heads')}</legend>
        {view.lossHeads.map((head) => (
          <label key={head.id} className="tick">
            <input
              type="checkbox"
              checked={record.heads?.includes(head.id) ?? false}
              onChange={(event) => save({ heads: withHead(record.heads, head.id, event.target.checked) })}
            />
            <span>
              {say(head.name)} <span className="source under">{say(head.holds)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <PolicyConditions conditions={record.conditions ?? []} view={view} save={(conditions) => save({ conditions })} />
      {here && <PolicyOpen policy={here} names={view.names} />}
      {mayWrite && (
        <p>
          <button
            type="button"
            className="text-button"
            onClick={() => undoable([removeRecord('policies', policy)], t('money.policy.gone', { name: record.insurer }))}
          >
            {t('money.policy.remove')}
          </button>
        </p>
      )}
    </fieldset>
  )
}

/** None chosen is nothing known: such a policy is taken to pay for every head. */
function withHead(heads: readonly string[] = [], head: string, isChosen: boolean): readonly string[] | undefined {
  const next = isChosen ? [...heads, head] : heads.filter((one) => one !== head)
  return next.length === 0 ? undefined : next
}
