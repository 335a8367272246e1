import { date, entityId, type LossInput, type LossInputId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId, removeRecord, setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useSession, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { type AssumptionLine, readOfUnit, typedOfUnit } from './assumption-words.ts'

type Ends = 'best' | 'low' | 'high'
const ends: readonly Ends[] = ['best', 'low', 'high']

/** The facility's own figure in place of the usual one: the likely value, and both ends where it is not exact. */
export function ReplaceForm({ line: { parameter, here, stated }, done }: { line: AssumptionLine; done: () => void }) {
  const { t, say } = useWords()
  const saver = useSaver()
  const undoable = useUndoable()
  const today = date(useToday())
  const statedBy = useSession()?.person?.name
  const { unit } = parameter
  const [typed, setTyped] = useState<Readonly<Record<Ends, string>>>({
    best: typedOfUnit(here.value.best, unit),
    low: typedOfUnit(here.value.low, unit),
    high: typedOfUnit(here.value.high, unit),
  })
  const [because, setBecause] = useState(stated?.record.because ?? '')
  const [isWrong, setIsWrong] = useState(false)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const values = valuesOf(typed, readOfUnit(unit))
    setIsWrong(values === undefined)
    if (!values) return
    const more = { statedOn: today, ...(statedBy !== undefined && { statedBy }) }
    const why = because.trim()
    void saver.save([
      stated
        ? setFields('lossInputs', stated, { ...values, ...more, because: why === '' ? undefined : why })
        : addRecord('lossInputs', {
            id: entityId<LossInputId>(newId('li')),
            parameter: parameter.id,
            ...values,
            ...more,
            ...(why !== '' && { because: why }),
          }),
    ])
    announce(t('money.replaced'))
    done()
  }
  return (
    <form className="money-replace" noValidate onSubmit={submit} aria-label={t('money.replace.label', { name: say(parameter.name) })}>
      {ends.map((end) => (
        <Field key={end} label={t(endWords[end])}>
          {(props) => (
            <input
              {...props}
              autoComplete="off"
              maxLength={30}
              value={typed[end]}
              onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('money.replace.because')} help={t('field.noPatients')}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={because} onChange={(event) => setBecause(event.target.value)} />
        )}
      </Field>
      {isWrong && (
        <div className="field" role="alert">
          <FieldProblem id={`${parameter.id}-wrong`}>{t('money.replace.wrong')}</FieldProblem>
        </div>
      )}
      <p className="row">
        <button type="submit" className="button">
          {t('money.replace.keep')}
        </button>
        {stated && (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              undoable([removeRecord('lossInputs', stated)], t('money.replace.gone', { name: say(parameter.name) }))
              done()
            }}
          >
            {t('money.replace.back')}
          </button>
        )}
      </p>
    </form>
  )
}

const endWords = { best: 'money.replace.best', low: 'money.replace.low', high: 'money.replace.high' } as const

/** In order, or not at all; ends that are left empty are the likely value. */
function valuesOf(
  typed: Readonly<Record<Ends, string>>,
  read: (text: string) => number | undefined,
): Pick<LossInput, 'best' | 'low' | 'high'> | undefined {
  const best = read(typed.best)
  if (best === undefined) return undefined
  const [low, high] = [typed.low, typed.high].map((text) => (text.trim() === '' ? best : read(text)))
  return low !== undefined && high !== undefined && low <= best && best <= high ? { best, low, high } : undefined
}
