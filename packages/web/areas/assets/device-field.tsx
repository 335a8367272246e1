import { routes } from '@mimamori/contract'
import { type ReactNode, useDeferredValue, useId, useState } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import type { Named } from './field-table.ts'
import './record-form.css'

const most = 8

interface DeviceFieldProps {
  readonly label: ReactNode
  readonly help?: string | undefined
  /** What stands for a device that is known not to be there. */
  readonly none?: PlainKey | undefined
  readonly several?: boolean
  readonly chosen: readonly string[]
  /** Names of those that are chosen. */
  readonly names: readonly Named[]
  readonly save: (ids: readonly string[]) => void
}

/** A device of the register, found by its name, number or address: there are too many for a list to choose from. */
export function DeviceField({ label, help, none, several = false, chosen, names, save }: DeviceFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<readonly Named[]>([])
  const listId = useId()
  function nameOf(id: string): string {
    if (id === 'none') return t(none ?? 'register.noDevice')
    if (id === 'not-applicable') return t('register.notApplicable')
    return [...names, ...picked].find((one) => one.id === id)?.name ?? id
  }
  function choose(one: Named): void {
    setPicked([...picked, one])
    setText('')
    save(several ? [...new Set([...chosen, one.id])] : [one.id])
  }
  return (
    <div className="stack tight device-field">
      <Field label={label} help={help}>
        {(props) => (
          <input
            {...props}
            autoComplete="off"
            maxLength={80}
            value={text}
            aria-controls={listId}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div id={listId} role="status">
        {text.trim() !== '' && <Found text={text} without={chosen} choose={choose} />}
      </div>
      {chosen.length > 0 && (
        <ul className="chosen-devices">
          {chosen.map((id) => (
            <li key={id} className="row tight">
              <span>{nameOf(id)}</span>
              <button
                type="button"
                className="text-button small"
                onClick={() => save(chosen.filter((one) => one !== id))}
                aria-label={t('register.takeOffOf', { name: nameOf(id) })}
              >
                {t('register.takeOff')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {none !== undefined && chosen.length === 0 && (
        <label className="tick">
          <input type="checkbox" checked={false} onChange={() => save(['none'])} />
          {t(none)}
        </label>
      )}
    </div>
  )
}

/** The first devices that the words fit. */
export function Found({ text, without, choose }: { text: string; without: readonly string[]; choose: (one: Named) => void }) {
  const { t } = useWords()
  const wanted = useDeferredValue(text.trim())
  const view = useView(routes.assets, useFacilityId(), { query: { text: wanted, limit: most } })
  const found = (view.data?.rows ?? []).filter(({ id }) => !without.includes(id))
  if (view.data && found.length === 0) return <p className="small second">{t('register.noSuchDevice')}</p>
  return (
    <ul className="found-devices">
      {found.map((row) => (
        <li key={row.id}>
          <button type="button" className="text-button" onClick={() => choose({ id: row.id, name: row.name })}>
            {row.name}
          </button>{' '}
          <span className="source">{[row.tag, row.room].filter((part) => part !== undefined).join(t('list.dot'))}</span>
        </li>
      ))}
    </ul>
  )
}
