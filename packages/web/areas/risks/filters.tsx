import type { RisksView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { partyWords, phaseWords, riskStateWords } from './words.ts'

const here = getRouteApi('/f/$facility/risks')

/** Narrows the matrix by state, phase, whose task it is, and vendor; the address keeps it. */
export function Filters({ vendors }: { vendors: RisksView['vendors'] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const search = here.useSearch()
  const { state, phase, party, vendor, category } = search
  const isNarrowed = [state, phase, party, vendor, category].some((one) => one !== undefined)
  const names = (words: Readonly<Record<string, Parameters<typeof t>[0]>>) =>
    Object.entries(words).map(([value, word]) => ({ value, name: (t as (key: typeof word) => string)(word) })) // keys without values
  return (
    <div className="row filters no-print risk-filters">
      <Choice name="state" label={t('risks.filter.state')} value={state} choices={names(riskStateWords)} />
      <Choice name="phase" label={t('risks.filter.phase')} value={phase} choices={names(phaseWords)} />
      <Choice name="party" label={t('risks.filter.party')} value={party} choices={names(partyWords)} />
      {vendors.length > 0 && (
        <Choice
          name="vendor"
          label={t('risks.filter.vendor')}
          value={vendor}
          choices={vendors.map(({ id, name }) => ({ value: id, name }))}
        />
      )}
      {isNarrowed && (
        <Link className="small" to="/f/$facility/risks" params={{ facility }} search={{}}>
          {t('risks.filter.clear')}
        </Link>
      )}
    </div>
  )
}

interface ChoiceParts {
  readonly name: 'state' | 'phase' | 'party' | 'vendor'
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly { readonly value: string; readonly name: string }[]
}

function Choice({ name, label, value, choices }: ChoiceParts) {
  const { t } = useWords()
  const navigate = here.useNavigate()
  const search = here.useSearch()
  return (
    <Field label={label}>
      {(props) => (
        <select
          {...props}
          value={value ?? ''}
          onChange={({ target }) => {
            const { [name]: _, ...others } = search
            // NOTE: the address checks the value when it is read again.
            void navigate({ search: target.value === '' ? others : { ...others, [name]: target.value }, replace: true })
          }}
        >
          <option value="">{t('risks.filter.any')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
