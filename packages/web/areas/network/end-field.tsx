import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Found } from '../assets/index.ts'
import { useSeen } from './use-seen.ts'

export interface EndChosen {
  readonly id: string
  readonly name: string
  readonly as: 'zone' | 'asset' | 'line'
}

const most = 6

/** An end of a link: a zone, a line or a device, found by a part of its name. */
export function EndField({
  label,
  without,
  lines = false,
  choose,
}: {
  label: ReactNode
  without: readonly string[]
  /** A line can be the first end alone. */
  lines?: boolean
  choose: (end: EndChosen) => void
}) {
  const { t } = useWords()
  const { view, nameOf } = useSeen()
  const [text, setText] = useState('')
  const listId = useId()
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const known: readonly EndChosen[] = [
    ...view.zones.map(({ record }): EndChosen => ({ id: record.id, name: record.name, as: 'zone' })),
    ...(lines
      ? view.nodes.flatMap(({ id, line }): readonly EndChosen[] => (line === id ? [{ id, name: nameOf(id), as: 'line' }] : []))
      : []),
  ]
  const fits = known.filter(({ id, name }) => !without.includes(id) && name.normalize('NFKC').toLowerCase().includes(wanted)).slice(0, most)
  function take(end: EndChosen): void {
    setText('')
    choose(end)
  }
  return (
    <div className="stack tight device-field">
      <Field label={label} help={t('network.end.help')}>
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
        {wanted !== '' && (
          <>
            {fits.length > 0 && (
              <ul className="found-devices">
                {fits.map((end) => (
                  <li key={end.id}>
                    <button type="button" className="text-button" onClick={() => take(end)}>
                      {end.name}
                    </button>{' '}
                    <span className="source">{t(end.as === 'zone' ? 'network.zone' : 'register.lines')}</span>
                  </li>
                ))}
              </ul>
            )}
            <Found text={text} without={without} choose={({ id, name }) => take({ id, name, as: 'asset' })} />
          </>
        )}
      </div>
    </div>
  )
}
