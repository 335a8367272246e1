import type { RisksView } from '@mimamori/contract'
import { type RiskLists, type RiskShifts, shiftsBetween, statesIf } from '@mimamori/domain'
import { useMemo, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { isShifted, MatrixShifts, TriedControls } from '../what-if/index.ts'
import { gainsOf, type Ticks } from './trying.ts'

const shownFirst = 12
const nothing: Ticks = { done: [], failed: [] }

/** 「もしも」: ticks on controls, and at once how the risks would stand; nothing leaves the browser. */
export function TryOut({ lists, view }: { lists: RiskLists; view: RisksView }) {
  const { t } = useWords()
  const [ticks, setTicks] = useState(nothing)
  const shifts = useMemo(() => shiftsBetween(lists.riskStates, statesIf(lists, ticks)), [lists, ticks])
  return (
    <div className="two wide-side risk-try">
      <div className="stack">
        <p>{t('try.says')}</p>
        <Choices lists={lists} ticks={ticks} tick={setTicks} />
      </div>
      <Result view={view} ticks={ticks} shifts={shifts} clear={() => setTicks(nothing)} />
    </div>
  )
}

interface ChoiceParts {
  readonly lists: RiskLists
  readonly ticks: Ticks
  readonly tick: (ticks: Ticks) => void
}

function Choices({ lists, ticks, tick }: ChoiceParts) {
  const { t, say } = useWords()
  const [text, setText] = useState('')
  const { missing, inPlace } = useMemo(() => gainsOf(lists), [lists])
  const fits = ({ name }: { name: { ja: string; en: string } }) =>
    text.trim() === '' || say(name).toLowerCase().includes(text.trim().toLowerCase())
  return (
    <>
      <Field label={t('try.find')}>
        {(props) => (
          <input {...props} type="search" autoComplete="off" maxLength={60} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <Group title={t('try.done')} controls={missing.filter(fits)} ticked={ticks.done} change={(done) => tick({ ...ticks, done })} />
      <Group
        title={t('try.failed')}
        controls={inPlace.filter(fits)}
        ticked={ticks.failed}
        change={(failed) => tick({ ...ticks, failed })}
      />
    </>
  )
}

interface GroupParts {
  readonly title: string
  readonly controls: ReturnType<typeof gainsOf>['missing']
  readonly ticked: readonly string[]
  readonly change: (ticked: readonly string[]) => void
}

function Group({ title, controls, ticked, change }: GroupParts) {
  const { t } = useWords()
  const rest = controls.slice(shownFirst)
  if (controls.length === 0) return null
  const boxes = (some: GroupParts['controls']) => <Boxes controls={some} ticked={ticked} change={change} />
  return (
    <fieldset className="card stack risk-boxes">
      <legend className="field-name">{title}</legend>
      {boxes(controls.slice(0, shownFirst))}
      {rest.length > 0 && (
        <details className="small">
          <summary>{t('try.more', { count: rest.length })}</summary>
          {boxes(rest)}
        </details>
      )}
    </fieldset>
  )
}

function Boxes({ controls, ticked, change }: Omit<GroupParts, 'title'>) {
  const { t, say } = useWords()
  return (
    <ul>
      {controls.map(({ id, name, gain }) => (
        <li key={id}>
          <label className="check">
            <input
              type="checkbox"
              checked={ticked.includes(id)}
              onChange={({ target }) => change(target.checked ? [...ticked, id] : ticked.filter((one) => one !== id))}
            />
            <span>{say(name)}</span>
            {gain > 0 && <span className="small second number">{t('try.done.gain', { count: gain })}</span>}
          </label>
        </li>
      ))}
    </ul>
  )
}

function Result({ view, ticks, shifts, clear }: { view: RisksView; ticks: Ticks; shifts: RiskShifts; clear: () => void }) {
  const { t } = useWords()
  const isTicked = ticks.done.length + ticks.failed.length > 0
  const { closed, opened, others, counts } = shifts
  const isChanged = isShifted(shifts)
  return (
    <section className="card stack risk-result" aria-label={t('try.result')}>
      <h2>{t('try.result')}</h2>
      <p className="main number">{t('try.counts', counts.open)}</p>
      <p className="number">{t('try.unknownCounts', counts.unknown)}</p>
      <p role="status">
        {!isTicked
          ? t('try.none')
          : isChanged
            ? t('try.summary', { closed: closed.length, opened: opened.length, other: others.length })
            : t('try.same')}
      </p>
      <TriedControls risks={view} otherwise={ticks} />
      {isChanged && <MatrixShifts shifts={shifts} view={view} />}
      {isTicked && (
        <p>
          <button type="button" className="button low" onClick={clear}>
            {t('try.clear')}
          </button>
        </p>
      )}
    </section>
  )
}
