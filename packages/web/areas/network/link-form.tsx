import {
  type AssetId,
  entityId,
  type LineId,
  type Link,
  type LinkControl,
  type LinkId,
  type LinkLayer,
  type ZoneId,
} from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { controlWords, layerWords } from '../../ui/control-words.ts'
import { Field } from '../../ui/field.tsx'
import { type EndChosen, EndField } from './end-field.tsx'

const layers = Object.keys(layerWords) as LinkLayer[] // the keys above
const controls = ['none', 'filter', 'router-rules', 'one-way', 'unknown'] as const satisfies readonly LinkControl[]

/** A link that nothing has told yet: its two ends, how it goes, what stands on it. */
export function NewLink({ made }: { made: () => void }) {
  const { t } = useWords()
  const act = useUndoable()
  const [from, setFrom] = useState<EndChosen>()
  const [to, setTo] = useState<EndChosen>()
  const [layer, setLayer] = useState<LinkLayer>('l3')
  const [control, setControl] = useState<LinkControl>('unknown')
  const [isAsked, setIsAsked] = useState(false)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsAsked(!from || !to)
    if (!from || !to) return
    const record = { id: entityId<LinkId>(newId('link')), ...endsOf(from, to), layer, control }
    act([addRecord('links', record)], t('network.linkMade', { from: from.name, to: to.name }))
    setFrom(undefined)
    setTo(undefined)
    made()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit} aria-label={t('network.newLink')}>
      <h2>{t('network.newLink')}</h2>
      <End label={t('network.from')} end={from} lines choose={setFrom} without={to ? [to.id] : []} />
      <End label={t('network.to')} end={to} choose={setTo} without={from ? [from.id] : []} />
      {isAsked && <p role="alert">{t('network.newLink.ends')}</p>}
      <Field label={t('network.layer')}>
        {(props) => (
          <select {...props} value={layer} onChange={({ target }) => setLayer(layers.find((one) => one === target.value) ?? 'l3')}>
            {layers.map((one) => (
              <option key={one} value={one}>
                {t(layerWords[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('network.control')}>
        {(props) => (
          <select
            {...props}
            value={control}
            onChange={({ target }) => setControl(controls.find((one) => one === target.value) ?? 'unknown')}
          >
            {controls.map((one) => (
              <option key={one} value={one}>
                {t(controlWords[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {t('network.newLink.make')}
        </button>
      </p>
    </form>
  )
}

interface EndProps {
  readonly label: string
  readonly end: EndChosen | undefined
  readonly without: readonly string[]
  readonly lines?: boolean
  readonly choose: (end: EndChosen | undefined) => void
}

function End({ label, end, without, lines = false, choose }: EndProps) {
  const { t } = useWords()
  if (!end) return <EndField label={label} without={without} lines={lines} choose={choose} />
  return (
    <p className="row tight">
      <span className="field-name">{label}</span> <strong>{end.name}</strong>
      <button type="button" className="text-button small" onClick={() => choose(undefined)}>
        {t('network.otherEnd')}
      </button>
    </p>
  )
}

function endsOf(from: EndChosen, to: EndChosen): Pick<Link, 'fromZone' | 'fromAsset' | 'fromLine' | 'toZone' | 'toAsset'> {
  const start =
    from.as === 'zone'
      ? { fromZone: entityId<ZoneId>(from.id) }
      : from.as === 'line'
        ? { fromLine: entityId<LineId>(from.id) }
        : { fromAsset: entityId<AssetId>(from.id) }
  return { ...start, ...(to.as === 'zone' ? { toZone: entityId<ZoneId>(to.id) } : { toAsset: entityId<AssetId>(to.id) }) }
}
