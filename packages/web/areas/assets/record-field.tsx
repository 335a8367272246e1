import { date } from '@mimamori/domain'
import { useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, SavedLine, SavedText } from '../../ui/field.tsx'
import { DeviceField } from './device-field.tsx'
import type { Names, Shape } from './field-table.ts'
import { wholeNumber, wordsIn } from './typed-values.ts'

export interface RecordFieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly as: Shape
  readonly value: unknown
  readonly names: Names
  readonly save: (value: unknown) => void
}

/** One field of a record of the register, asked as its shape says; it saves itself, and empty means unknown. */
export function RecordField({ label, help, as, value, names, save }: RecordFieldProps) {
  const { t } = useWords()
  const text = typeof value === 'string' ? value : undefined
  switch (as.kind) {
    case 'line':
      return <SavedLine label={label} help={help} maxLength={as.most} value={text} save={save} />
    case 'note':
      return <SavedText label={label} value={text} save={save} />
    case 'words':
      return (
        <SavedLine
          label={label}
          help={help}
          maxLength={2000}
          value={listOf(value).join(t('list.comma'))}
          save={(typed) => save(typed === undefined ? undefined : wordsIn(typed))}
        />
      )
    case 'number':
      return (
        <SavedLine
          label={label}
          help={help}
          inputMode="numeric"
          maxLength={8}
          value={typeof value === 'number' ? String(value) : undefined}
          save={(typed) => {
            const number = typed === undefined ? undefined : wholeNumber(typed)
            if (typed === undefined || number !== undefined) save(number)
          }}
        />
      )
    case 'choice':
      return (
        <Chosen
          label={label}
          help={help}
          value={text}
          choices={as.choices.map((one) => ({ id: one.value, name: t(one.word) }))}
          save={save}
        />
      )
    case 'one':
      return <Chosen label={label} help={help} value={text} choices={names[as.of]} none={as.none} save={save} />
    case 'several':
      return <Several label={label} choices={names[as.of]} value={listOf(value)} save={save} />
    case 'day':
      return <DayField label={label} value={text} none={as.none} save={save} />
    case 'device':
      return (
        <DeviceField
          label={label}
          help={help}
          none={as.none}
          chosen={text === undefined ? [] : [text]}
          names={names.assets}
          save={(ids) => save(ids.at(-1))}
        />
      )
    case 'devices':
      return (
        <DeviceField
          label={label}
          help={help}
          several
          chosen={listOf(value)}
          names={names.assets}
          save={(ids) => save(ids.length > 0 ? ids : undefined)}
        />
      )
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

interface ChosenProps {
  readonly label: string
  readonly help?: string | undefined
  readonly value: string | undefined
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly none?: PlainKey | undefined
  readonly save: (value: string | undefined) => void
}

/** One of a list; what is not known yet is a choice of its own, and so is what is known not to be there. */
export function Chosen({ label, help, value, choices, none, save }: ChosenProps) {
  const { t } = useWords()
  return (
    <Field label={label} help={help}>
      {(props) => (
        <select {...props} value={value ?? ''} onChange={(event) => save(event.target.value === '' ? undefined : event.target.value)}>
          <option value="">{t('register.unknown')}</option>
          {none !== undefined && <option value="none">{t(none)}</option>}
          {value === 'not-applicable' && <option value="not-applicable">{t('register.notApplicable')}</option>}
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface SeveralProps {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly value: readonly string[]
  readonly save: (value: readonly string[] | undefined) => void
}

function Several({ label, choices, value, save }: SeveralProps) {
  if (choices.length === 0) return null
  function toggle(id: string): void {
    const ids = value.includes(id) ? value.filter((one) => one !== id) : [...value, id]
    save(ids.length > 0 ? ids : undefined)
  }
  return (
    <fieldset className="field across">
      <legend className="field-name">{label}</legend>
      <div className="row">
        {choices.map(({ id, name }) => (
          <label className="tick" key={id}>
            <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly none: PlainKey | undefined
  readonly save: (value: string | undefined) => void
}

function DayField({ label, value, none, save }: DayProps) {
  const { t } = useWords()
  const today = date(useToday())
  const isDay = value !== undefined && value !== 'none' && value !== 'not-applicable'
  return (
    <div>
      <DateField label={label} value={isDay ? date(value) : undefined} today={today} withToday={false} save={save} />
      {value === 'not-applicable' && <p className="source">{t('register.notApplicable')}</p>}
      {none !== undefined && (
        <label className="tick">
          <input type="checkbox" checked={value === 'none'} onChange={() => save(value === 'none' ? undefined : 'none')} />
          {t(none)}
        </label>
      )}
    </div>
  )
}
