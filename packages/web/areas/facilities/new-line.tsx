import { useWords } from '../../text/words.tsx'
import { DraftInput, Field, SavedLine, useDraft } from '../../ui/field.tsx'

/** Place in the contact chart, 1 first. */
export function CallOrder({ value, save }: { value: number | undefined; save: (value: number | undefined) => void }) {
  const { t } = useWords()
  function keep(text: string | undefined): void {
    const number = Number((text ?? '').normalize('NFKC'))
    if (text === undefined) save(undefined)
    else if (Number.isInteger(number) && number >= 1 && number <= 99) save(number)
  }
  return (
    <SavedLine
      label={t('person.callOrder')}
      help={t('person.callOrder.help')}
      inputMode="numeric"
      maxLength={2}
      value={value === undefined ? undefined : String(value)}
      save={keep}
    />
  )
}

/** A name that makes a new line once it is put. */
export function NewLine({ label, add }: { label: string; add: (name: string) => void }) {
  const { t } = useWords()
  const draft = useDraft(undefined, (name) => name !== undefined && add(name), { pause: false })
  return (
    <Field label={label}>
      {(field) => (
        <span className="with-button">
          <DraftInput field={field} draft={draft} />
          <button type="button" className="button" onClick={draft.store}>
            {t('people.put')}
          </button>
        </span>
      )}
    </Field>
  )
}
