import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

export interface Words {
  readonly places: string
  readonly calls: string
}

/** Where keys are kept and whom to call; never the secrets, and the field says so. */
export function HandOverWords({ value, change, readOnly }: { value: Words; change: (value: Words) => void; readOnly: boolean }) {
  const { t } = useWords()
  return (
    <>
      <Field label={t('handover.places')} help={t('handover.places.help')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            maxLength={4000}
            readOnly={readOnly}
            value={value.places}
            onChange={(event) => change({ ...value, places: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('handover.calls')} help={t('handover.calls.help')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            maxLength={4000}
            readOnly={readOnly}
            value={value.calls}
            onChange={(event) => change({ ...value, calls: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
