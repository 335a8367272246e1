import { wholeYen, yenInWords } from '@mimamori/domain'
import { useId, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { isConverting } from '../../ui/keys.ts'
import { readYen } from './read-yen.ts'

interface BudgetParts {
  readonly yen: number
  readonly mostYen: number
  readonly choose: (yen: number) => void
}

const stepYen = 100_000
const pageYen = 500_000

/** The money there is: a slider for looking around and a field for the amount that is meant. */
export function Budget({ yen, mostYen, choose }: BudgetParts) {
  const { t, lang } = useWords()
  const id = useId()
  return (
    <div className="money-budget">
      <div className="row between">
        <label htmlFor={id}>{t('money.budget')}</label>
        <strong>{yenInWords(yen, lang)}</strong>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={mostYen}
        step={stepYen}
        value={Math.min(yen, mostYen)}
        aria-valuetext={yenInWords(yen, lang)}
        onChange={(event) => choose(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          const by = event.key === 'PageUp' ? pageYen : event.key === 'PageDown' ? -pageYen : 0
          if (by === 0) return
          event.preventDefault()
          choose(Math.max(0, Math.min(mostYen, yen + by)))
        }}
      />
      <div className="money-budget-ends small second" aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share}>{yenInWords(mostYen * share, lang)}</span>
        ))}
      </div>
      <BudgetField yen={yen} choose={choose} />
    </div>
  )
}

function BudgetField({ yen, choose }: Pick<BudgetParts, 'yen' | 'choose'>) {
  const { t, lang } = useWords()
  // NOTE: an amount that comes from the slider replaces what was typed over the one before.
  const [typing, setTyping] = useState<{ readonly text: string; readonly over: number }>()
  const [wrong, setWrong] = useState<string>()
  const typed = typing?.over === yen ? typing.text : undefined
  function keep(): void {
    if (typed === undefined) return
    const read = readYen(typed)
    setWrong(read === undefined ? typed : undefined)
    if (read === undefined) return
    setTyping(undefined)
    choose(read)
  }
  return (
    <Field
      label={t('money.budget.exact')}
      wrong={wrong !== undefined && typed !== undefined ? t('money.yen.unreadable', { text: wrong }) : undefined}
    >
      {(props) => (
        <input
          {...props}
          className="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          value={typed ?? wholeYen(yen, lang)}
          onChange={(event) => setTyping({ text: event.target.value, over: yen })}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isConverting(event)) keep()
          }}
        />
      )}
    </Field>
  )
}
