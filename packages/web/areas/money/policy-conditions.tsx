import type { DamageView } from '@mimamori/contract'
import { byId, type ControlState } from '@mimamori/domain'
import { useId } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'

interface ConditionParts {
  readonly conditions: readonly string[]
  readonly view: DamageView
  readonly save: (conditions: readonly string[] | undefined) => void
}

const meaning: Readonly<Record<ControlState, PlainKey>> = {
  'in-place': 'money.policy.condition.inPlace',
  'not-applicable': 'money.policy.condition.notApplicable',
  partly: 'money.policy.condition.partly',
  no: 'money.policy.condition.no',
  unknown: 'money.policy.condition.unknown',
}

/** Measures that the policy asks for: each with how it stands here and what that means for what is paid. */
export function PolicyConditions({ conditions, view, save }: ConditionParts) {
  const { t, lang } = useWords()
  const id = useId()
  const nameOf = (control: string) => view.names[control]?.[lang] ?? control
  const stateOf = (control: string): ControlState => byId(view.world.controlStandings, control)?.state ?? 'unknown'
  const offered = view.world.controlStandings.map((one) => one.id).filter((one) => view.names[one] && !conditions.includes(one))
  const sorted = offered.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), lang))
  return (
    <fieldset className="field">
      <legend className="field-name">{t('money.policy.conditions')}</legend>
      <p className="small second">{t('money.policy.conditions.help')}</p>
      {conditions.length > 0 && (
        <ul className="plain-list">
          {conditions.map((control) => (
            <li key={control}>
              <strong>{nameOf(control)}</strong> {t(meaning[stateOf(control)])}{' '}
              <button
                type="button"
                className="text-button no-print"
                aria-label={t('money.policy.condition.remove', { name: nameOf(control) })}
                onClick={() => save(without(conditions, control))}
              >
                {t('money.policy.condition.take')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={id}>{t('money.policy.condition.add')}</label>
      <select id={id} value="" onChange={(event) => event.target.value !== '' && save([...conditions, event.target.value])}>
        <option value="">{t('money.policy.condition.choose')}</option>
        {sorted.map((control) => (
          <option key={control} value={control}>
            {nameOf(control)}
          </option>
        ))}
      </select>
    </fieldset>
  )
}

function without(conditions: readonly string[], control: string): readonly string[] | undefined {
  const next = conditions.filter((one) => one !== control)
  return next.length === 0 ? undefined : next
}
